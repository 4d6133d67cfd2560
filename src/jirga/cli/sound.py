"""The verbs that ask whether the file is sound."""

from __future__ import annotations

import sys
from pathlib import Path

from jirga.cli.group import jirga
from jirga.cli.parts import file_argument, json_option, print_json


@jirga.command()
@file_argument
@json_option
def check(file: Path, *, as_json: bool) -> None:
    """List every problem of a file with its place, and run what it expects.

    Exits 2 if it cannot be solved, 1 if an expectation falls.

    \b
    Example:
      jirga check talks.yaml
    """
    from jirga import api, terminal

    with terminal.progress("Checking ..."):
        found = api.check(file)
    if as_json:
        print_json(found.as_dict())
    else:
        screen = terminal.console()
        terminal.show_problems(found.problems, screen)
        if not found.problems:
            screen.print(f"{file}: no problems.", soft_wrap=True)
        terminal.show_outturns(found.outturns, screen)
    if found.errors:
        sys.exit(2)
    if found.fallen:
        sys.exit(1)


@jirga.command()
def schema() -> None:
    """Print the JSON Schema of a conflict file, for editors.

    \b
    Example:
      jirga schema > conflict.schema.json
    """
    from jirga.schema.conflict import Conflict

    print_json(Conflict.model_json_schema(by_alias=True, mode="validation"), indent=2)
