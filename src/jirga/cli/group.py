"""The command itself, and its verbs listed by the question they answer."""

from __future__ import annotations

import click

from jirga.about import VERSION

GROUPS = {
    "See it work, or start your own": ["demo", "new"],
    "Is the file sound?": ["check", "schema"],
    "What was said, and where?": [
        *("add", "read", "documents", "search", "names", "suggest", "merge", "retract", "purge", "verify"),
    ],
    "Is it so, and do they agree?": ["review", "claims", "figures"],
    "What do event data say?": ["events"],
    "In sheets, as a graph, line by line, and back": ["import", "export"],
    "What would hold, and can it be got to?": ["solve", "explain", "evolve", "views", "link"],
    "And if they move together, or look further ahead?": ["coalitions", "horizon"],
    "Is there room for a deal, and whose yes does it need?": [
        "room",
        "packages",
        "open",
        "consent",
        "positions",
    ],
    "What would change the answer, and what would unlock it?": [
        *("compare", "diff", "inverse", "hangs", "unlock", "ranges", "without", "spoilers", "watch"),
    ],
    "What is handed over?": ["brief", "leaks"],
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
