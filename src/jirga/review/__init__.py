"""A person and the record: proposals judged one at a time, claims listed, figures side by side.

Everything here is done by functions without a screen, so that a terminal and a browser serve the same.
"""
