"""What lies in what, and who is where."""
