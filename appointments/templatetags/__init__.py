"""Template tags and filters of the appointments app."""
