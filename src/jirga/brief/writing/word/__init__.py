"""A brief as a Word file (ECMA-376), each part of it written here."""
