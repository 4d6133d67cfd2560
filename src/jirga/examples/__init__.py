"""Published and worked conflicts as data, each with its source and what is expected of it."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

from jirga.conflict.file import parse_text
from jirga.errors import UnknownName
from jirga.schema.conflict import Conflict


def names() -> list[str]:
    """List the packaged conflicts."""
    return sorted(
        file.name.removesuffix(".yaml") for file in files("jirga.examples").iterdir() if is_example(file.name)
    )


def is_example(name: str) -> bool:
    """Whether a file is a packaged conflict."""
    return name.endswith(".yaml")


def text(name: str) -> str:
    """Read a packaged conflict file."""
    if name not in names():
        raise UnknownName("example", name, names())
    return files("jirga.examples").joinpath(f"{name}.yaml").read_text(encoding="utf-8")


def starter() -> str:
    """Read the commented starter that `jirga new` writes."""
    return files("jirga.examples").joinpath("starter.yaml.txt").read_text(encoding="utf-8")


def path(name: str) -> Path:
    """Give the file of a packaged conflict, as it lies in the installed package."""
    if name not in names():
        raise UnknownName("example", name, names())
    with as_file(files("jirga.examples").joinpath(f"{name}.yaml")) as found:
        return found


def conflict(name: str) -> Conflict:
    """Load a packaged conflict.

    >>> conflict("prisoners").title
    "Prisoner's dilemma"
    """
    return parse_text(text(name), f"{name}.yaml")
