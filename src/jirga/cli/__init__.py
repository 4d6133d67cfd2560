"""The command line: one function per verb; parse, call, print.

`group` lists the verbs by question, `parts` has what they share; every other module here holds some verbs.
"""

from __future__ import annotations

import sys
import traceback

import click

from jirga.cli import (
    bargain,
    brief,
    change,
    events,
    families,
    handling,
    holds,
    link,
    naming,
    read,
    readings,
    record,
    reviewing,
    sound,
    standing,
    start,
    stress,
    tables,
)
from jirga.cli.group import GROUPS, jirga
from jirga.errors import JirgaError

__all__ = [
    "GROUPS",
    "bargain",
    "brief",
    "change",
    "events",
    "families",
    "handling",
    "holds",
    "jirga",
    "link",
    "main",
    "naming",
    "read",
    "readings",
    "record",
    "reviewing",
    "sound",
    "standing",
    "start",
    "stress",
    "tables",
]


def main(argv: list[str] | None = None) -> None:
    """Run the command line; one line for every error, a traceback only with --debug."""
    args = sys.argv[1:] if argv is None else argv
    debug = "--debug" in args
    try:
        jirga.main(args=[one for one in args if one != "--debug"], prog_name="jirga", standalone_mode=False)
    except click.ClickException as trouble:
        trouble.show()
        sys.exit(trouble.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("jirga: stopped; nothing was changed", err=True)
        sys.exit(1)
    except JirgaError as trouble:
        if debug:
            traceback.print_exc()
        click.echo(f"jirga: {trouble}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except Exception as trouble:
        if debug:
            raise
        click.echo(
            f"jirga: it failed inside ({type(trouble).__name__}: {trouble}). Hint: run again with --debug",
            err=True,
        )
        sys.exit(1)
