"""A written file opened again: every place in it where words can stand, whatever kind of file it is."""
