"""Published and worked conflicts as data, each with its source and what is expected of it."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path

from jirga.conflict.file import parse_text
from jirga.conflict.yaml_text import yaml_document
from jirga.errors import UnknownName
from jirga.schema.conflict import Conflict


def names() -> list[str]:
    """List the packaged conflicts."""
    return sorted(
        file.name.removesuffix(".yaml") for file in files("jirga.examples").iterdir() if is_example(file.name)
    )


@cache
def solvable() -> tuple[str, ...]:
    """List the packaged conflicts that have options or states; the others are asked about consent only.

    >>> "eu_council" in names(), "eu_council" in solvable()
    (True, False)
    """
    return tuple(name for name in names() if conflict(name).atoms)


def is_example(name: str) -> bool:
    """Whether a file is a packaged conflict."""
    return name.endswith(".yaml")


def linked_names() -> list[str]:
    """List the packaged linked conflicts.

    >>> linked_names()
    ['khyber_two_tables']
    """
    found = ((file.name.removesuffix(".yaml"), file) for file in linked_folder().iterdir())
    return sorted(name for name, file in found if "\ntables:" in file.read_text(encoding="utf-8"))


def linked_folder() -> Traversable:
    """Give the folder of linked conflicts and their tables."""
    return files("jirga.examples").joinpath("linked")


def linked_path(name: str) -> Path:
    """Give the file of packaged linked conflicts; its tables lie beside it."""
    if name not in linked_names():
        raise UnknownName("example", name, linked_names())
    with as_file(linked_folder().joinpath(f"{name}.yaml")) as found:
        return found


def beside(name: str) -> dict[str, str]:
    """Give the tables' files of packaged linked conflicts, by name; none for a conflict by itself."""
    if name not in linked_names():
        return {}
    tables = yaml_document(text(name), name)["tables"]
    return {file: linked_folder().joinpath(file).read_text(encoding="utf-8") for file in tables.values()}


def text(name: str) -> str:
    """Read a packaged conflict file."""
    if name in linked_names():
        return linked_folder().joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    if name not in names():
        raise UnknownName("example", name, [*names(), *linked_names()])
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
