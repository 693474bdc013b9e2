"""Where scenes begin, marked or not."""
