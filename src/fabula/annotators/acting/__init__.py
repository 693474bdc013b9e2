"""What people do, and what is done to them."""
