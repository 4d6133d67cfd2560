"""Positions in tables: read from and written to CSV and Excel, and read from two programs' own files."""
