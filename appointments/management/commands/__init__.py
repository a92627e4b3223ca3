"""Commands for the people who run B12 Guide."""
