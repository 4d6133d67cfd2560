"""The command line: one function per verb; parse, call, print."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jirga.about import VERSION
from jirga.errors import FileTrouble, JirgaError

if TYPE_CHECKING:
    from jirga.api import Conflict

GROUPS = {
    "See it work, or start your own": ["demo", "new"],
    "Is the file sound?": ["check", "schema"],
    "What would hold, and can it be got to?": ["solve", "explain"],
    "What would change the answer?": ["compare"],
}


class Verbs(click.Group):
    """The verbs, listed by the question they answer."""

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002
        formatter: click.HelpFormatter,
    ) -> None:
        """Write each group of verbs under its question."""
        for question, verbs in GROUPS.items():
            with formatter.section(question):
                rows = [(verb, self.commands[verb].get_short_help_str(100)) for verb in verbs]
                formatter.write_dl(rows)


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, prog_name="jirga")
@click.option("--debug", is_flag=True, expose_value=False, help="Show the traceback of an error.")
def jirga() -> None:
    """Answer whether talks can produce anything, who would break a deal, by which move, and who says so.

    Reads a conflict file (parties, options, wants with their sources) and answers in sentences.
    Works offline. Start with: jirga demo
    """


file_argument = click.argument("file", type=click.Path(path_type=Path))
variant_option = click.option("--variant", metavar="NAME", help="Solve this variant of the file.")
together_option = click.option(
    "--together",
    type=click.IntRange(1),
    default=3,
    show_default=True,
    metavar="N",
    help="How many parties may move together in one step.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of sentences.")


@jirga.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("brief.html"),
    show_default=True,
    help="The page to write.",
)
def demo(out: Path) -> None:
    """Solve the packaged Khyber-Kabul conflict and write its brief.

    \b
    Example:
      jirga demo --out brief.html
    """
    from jirga import api, terminal

    refuse_to_overwrite(out)
    conflict = api.example("khyber_kabul_2025")
    screen = terminal.console()
    terminal.show_answer(conflict.answer(short=True), screen)
    write_brief(conflict, out)
    screen.print("\nThe same with every source, as a page:")
    click.echo(str(out.resolve()))


@jirga.command()
@file_argument
@click.option("--example", metavar="NAME", help="Start from a packaged conflict instead.")
def new(file: Path, example: str | None) -> None:
    """Write a commented starter file.

    \b
    Example:
      jirga new talks.yaml
    """
    from jirga import examples
    from jirga.conflict.text import write_text

    if file.exists():
        raise FileTrouble(str(file), "is there already", "choose another name; nothing was changed")
    write_text(file, examples.text(example) if example else examples.starter())
    click.echo(f"Wrote {file}. Next: jirga check {file}")


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


@jirga.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@variant_option
@together_option
@json_option
@click.option("--all-states", is_flag=True, help="With --json: every state and every party's verdict on it.")
@click.option("--brief", type=click.Path(path_type=Path), help="Write the answer as a page, too.")
def solve(
    files: tuple[Path, ...],
    variant: str | None,
    together: int,
    *,
    as_json: bool,
    all_states: bool,
    brief: Path | None,
) -> None:
    """Answer the file's question: what holds, who would leave, what can be got to.

    With --json and several files, prints one object a line.

    \b
    Example:
      jirga solve talks.yaml --json
    """
    from jirga import terminal

    if all_states and not as_json:
        raise click.UsageError("--all-states goes with --json")
    if brief is not None and len(files) > 1:
        raise click.UsageError("--brief takes one FILE")
    if brief is not None:
        refuse_to_overwrite(brief)
    failed = False
    for file in files:
        try:
            with terminal.progress(f"Solving {file} ..."):
                conflict = opened(file, variant).together(together)
                shown: Any = conflict.solve(all_states=all_states) if as_json else conflict.answer()
        except JirgaError as trouble:
            if len(files) == 1:
                raise
            click.echo(f"jirga: {trouble}", err=True)
            failed = True
            continue
        if as_json:
            click.echo(shown.to_json().encode())
        else:
            terminal.show_answer(shown, terminal.console())
        if brief is not None:
            write_brief(conflict, brief)
            click.echo(str(brief.resolve()), err=as_json)
    if failed:
        sys.exit(2)


@jirga.command()
@file_argument
@click.argument("outcome")
@variant_option
@together_option
@json_option
def explain(file: Path, outcome: str, variant: str | None, together: int, *, as_json: bool) -> None:
    """Say why one outcome holds or breaks, and the way to it.

    \b
    Example:
      jirga explain talks.yaml "mutual truce"
    """
    from jirga import terminal

    with terminal.progress("Solving ..."):
        found = opened(file, variant).together(together).explain(outcome)
    if as_json:
        click.echo(found.to_json().encode())
    else:
        terminal.show_answer(found, terminal.console())


@jirga.command()
@file_argument
@json_option
def compare(file: Path, *, as_json: bool) -> None:
    """Lay out every outcome under every variant in one table.

    \b
    Example:
      jirga compare talks.yaml
    """
    from dataclasses import asdict

    from jirga import terminal

    with terminal.progress("Solving every variant ..."):
        found = opened(file, None).compare()
    if as_json:
        print_json(asdict(found))
    else:
        terminal.show_section(found, terminal.console())


def opened(file: Path, variant: str | None) -> Conflict:
    """Load a conflict that can be solved, or a variant of it."""
    from jirga import api

    conflict = api.load(file)
    return conflict.variant(variant) if variant is not None else conflict


def refuse_to_overwrite(path: Path) -> None:
    """Stop before a page would be written over a file that is no brief of ours."""
    from jirga.brief.page import is_brief

    if path.exists() and not is_brief(path):
        hint = "name another file with --out or --brief"
        raise FileTrouble(str(path), "is there already and is no brief", hint)


def write_brief(conflict: Conflict, path: Path) -> None:
    """Write the page."""
    from jirga.brief.page import page
    from jirga.conflict.text import write_text

    write_text(path, page(conflict.analysis))


def print_json(value: Any, indent: int | None = None) -> None:
    """Print JSON as UTF-8, whatever the terminal's encoding."""
    import json

    click.echo(json.dumps(value, ensure_ascii=False, indent=indent, default=str).encode())


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


if __name__ == "__main__":
    main()
