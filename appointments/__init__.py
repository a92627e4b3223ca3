"""What we ask, what it means, and what you take with you."""
