"""What is asked, and what is marked as untrue, promised or kept back."""
