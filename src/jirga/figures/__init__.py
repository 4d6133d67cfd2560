"""Figures side by side: what a number may mean, what fits inside a document and between documents."""
