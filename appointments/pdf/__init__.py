"""The only door to WeasyPrint."""
