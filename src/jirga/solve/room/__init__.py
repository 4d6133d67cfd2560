"""Room for a deal: zones between red lines, linkages, draws over ranges, and what would open it."""
