"""What we teach: the article, its snippets and its sources. Knows nothing of forms."""
