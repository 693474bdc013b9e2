"""What people are like."""
