"""The whole form on paper: the same parts, questions and words, with room to write."""
