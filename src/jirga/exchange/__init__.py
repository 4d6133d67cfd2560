"""There and back: a conflict and its record as a book of sheets, as a graph, as lines of JSON.

A row of words is what every form has in common: `rows` and `claim_rows` lay out, `compared` finds what a
person has changed, `into_file` and `into_record` take it in.
"""
