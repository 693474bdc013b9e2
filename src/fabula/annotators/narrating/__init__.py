"""How the story is told: who tells it, what they are called, in which person, tense and tempo, on which level."""
