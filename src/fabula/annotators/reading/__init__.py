"""What the reader model says of the words: grammar, senses, expressions, events and affect."""
