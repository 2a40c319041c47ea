"""Changes of documents, tried on real cases."""
