"""Who tells the story, and what they are called."""
