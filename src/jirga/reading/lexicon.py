"""The word lists of one language, read from its folder and kept."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words(name: str, language: str = "en") -> dict[str, Any]:
    """Read a list of words in TOML."""
    return tomllib.loads(text(f"{name}.toml", language))


@cache
def rows(name: str, language: str = "en") -> tuple[tuple[str, ...], ...]:
    """Read a table whose cells are parted by bars; lines that begin with # are for people."""
    lines = text(f"{name}.tsv", language).splitlines()
    return tuple(tuple(line.split("|")) for line in lines if line and not line.startswith("#"))


def text(name: str, language: str) -> str:
    """Read a file of a language."""
    return files("jirga.reading").joinpath("words", language, name).read_text(encoding="utf-8")


def either(some: Iterable[str]) -> str:
    r"""Write a pattern that finds any of some words, the longest first; a space stands for any spaces.

    Examples
    --------
    >>> either(["at least", "at"])
    '(?:at\\s+least|at)'
    """
    ordered = sorted(set(some), key=lambda one: (-len(one), one))
    return "(?:" + "|".join(re.escape(one).replace("\\ ", r"\s+") for one in ordered) + ")"
