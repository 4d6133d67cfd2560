"""Run the examples in docstrings, the README and the docs as tests."""

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser

docstrings = Sybil(parsers=[DocTestParser()], pattern="*.py", path="src")
PAGES = ["README.md", "docs/*.md", "docs/**/*.md"]
pages = Sybil(parsers=[PythonCodeBlockParser(), SkipParser()], patterns=PAGES)

pytest_collect_file = (docstrings + pages).pytest()
