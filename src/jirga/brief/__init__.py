"""An answer as a page, and the drawings in it."""
