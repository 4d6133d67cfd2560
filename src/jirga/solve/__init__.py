"""Arrays in, values out: stability, attainment; one family of concepts per file."""
