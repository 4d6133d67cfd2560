"""A brief that somebody edited by hand, reopened, and every sentence compared with what it leads to.

`cutting` cuts sentences into words; `amounts`, `names` and `senses` find what a sentence states; `comparing`
sets two sentences against each other; `copies` reads files back; `whole` checks one and lists what it finds.
"""
