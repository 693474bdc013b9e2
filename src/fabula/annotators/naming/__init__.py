"""Names, the people who bear them, and their referential gender."""
