"""Run the command line as `python -m jirga`."""

from jirga.cli import main

main()
