"""Public event data: read from the files their makers publish, kept, counted, and compared with a figure.

`read_events` and `load` read a file, `open_events` what `load` kept; `counts` counts, `compare` compares.
"""
