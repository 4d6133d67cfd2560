"""What the sheets of a book hold: every column with its name, its kind and one sentence on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from jirga.schema.words import Basis, Level

Kind = Literal["name", "words", "formula", "number", "place", "yes", "choice", "cites", "shown", "check"]
CHECK = "check"


@dataclass(frozen=True)
class Column:
    """One column of a sheet.

    Attributes
    ----------
    name, says : str
        What its head reads, and what it holds.
    kind : str
        What its cells are: `shown` ones cannot be changed from the sheet, `check` tells who changed a row.
    width : int
        How wide it is, in signs.
    choices : tuple of str
        The words it may hold, if they are few.
    weighs : bool
        Whether a row counts as changed when this cell is.
    needed : bool
        Whether it cannot be blank.
    """

    name: str
    says: str
    kind: Kind = "words"
    width: int = 14
    choices: tuple[str, ...] = ()
    weighs: bool = True
    needed: bool = False


@dataclass(frozen=True)
class Sheet:
    """One sheet of a book.

    Attributes
    ----------
    name, one, says : str
        What it is called, what one row of it is, and what it holds.
    keys : tuple of str
        The columns that together tell a row from every other.
    gone : str
        How something of it is taken away, since no row that is missing takes anything away.
    fixed : tuple of str
        The columns that stay as they are once a row is there.
    """

    name: str
    one: str
    says: str
    keys: tuple[str, ...]
    gone: str
    columns: tuple[Column, ...]
    fixed: tuple[str, ...] = ()

    @property
    def by_name(self) -> dict[str, Column]:
        """The columns by name."""
        return {one.name: one for one in self.columns}


def triple(name: str, says: str) -> tuple[Column, ...]:
    """Give the three columns of a range."""
    return (
        Column(f"{name} low", f"{says}: the lowest it may be; blank where it is one number.", "number", 9),
        Column(name, f"{says}: the likeliest value.", "number", 9),
        Column(f"{name} high", f"{says}: the highest it may be; blank where it is one number.", "number", 9),
    )


BASIS = Column("basis", "How it is known; blank is shown as assumed.", "choice", 10, get_args(Basis))
CITE = Column("cite", "Source and passage, as article#S15; several with semicolons between.", "cites", 18)
QUOTE = Column("quote", "The words it rests on; they must stand in a cited passage.", "words", 42)
WHY = Column("why", "What it means, in words.", "words", 42)
LEVEL = Column("level", "Who may see it; blank: who may see what it cites.", "choice", 8, get_args(Level))
RETRACTED = Column("retracted", "Why nothing should rest on it any more; only shown here.", "shown", 14)
MADE = Column(
    CHECK, "Tells whether the row was changed here or in the file since; leave it as it is.", "check", 10
)
KNOWN_BY = (BASIS, CITE, QUOTE, WHY, LEVEL)

STAKEHOLDERS = Sheet(
    "Stakeholders",
    "party",
    "Who can choose: one row for each party.",
    ("party",),
    "take its lines out of the conflict file, with all that names it",
    (
        Column("party", "Its short id: letters, digits and _.", "name", 12),
        Column("name", "Its name as a reader should see it.", "words", 34, needed=True),
        Column("short", "A shorter name for tables and arrows.", "words", 16),
        Column(
            "options",
            "What it can choose; only shown here, the sheet Options has it.",
            "shown",
            42,
            weighs=False,
        ),
        *triple("leverage", "How much weight it can bring to bear, from 0 to 100"),
        *triple("no deal costs", "What no deal costs it, in points from 0 to 100"),
        *KNOWN_BY,
        MADE,
    ),
)
OPTIONS = Sheet(
    "Options",
    "option",
    "What they can choose: one row for each yes-or-no choice.",
    ("option",),
    "take it out of the conflict file, with all that names it",
    (
        Column("option", "Its short id, as formulas name it: letters, digits and _.", "name", 14),
        Column("party", "The party that controls it, by its id.", "name", 12),
        Column("says", "The choice in words, as 'to ...' would continue.", "words", 50),
        Column("undo", "Taking it back in words; made from `says` when blank.", "words", 42),
        Column("kind", "What using it against a deal would be.", "choice", 13, ("violent", "institutional")),
        MADE,
    ),
    fixed=("party",),
)
WANTS = Sheet(
    "Wants",
    "want",
    "What they want: one row for each want, at its place in its party's order.",
    ("id",),
    "take its lines out of the conflict file, with the variants that name it",
    (
        Column("party", "Whose want it is, by the party's id.", "name", 12),
        Column("place", "Its place in the party's order, 1 being what matters most.", "place", 7),
        Column("id", "Its short name; a new one may be left blank.", "name", 8),
        Column("want", "A formula over options: not, and, or, implies, iff.", "formula", 34, needed=True),
        Column("strongly", "yes: what it or a more important one decides is preferred strongly.", "yes", 9),
        Column("unknown", "yes: nobody knows whether the party wants this or its contrary.", "yes", 9),
        Column("red line", "yes: the party holds it as a red line.", "yes", 9),
        *KNOWN_BY,
        RETRACTED,
        MADE,
    ),
    fixed=("party",),
)
POSITIONS = Sheet(
    "Positions",
    "position",
    "Where they stand: one row for each party on each issue.",
    ("party", "issue"),
    "take its lines out of the conflict file",
    (
        Column("party", "The party, by its id.", "name", 12),
        Column("issue", "The issue, by its id.", "name", 14),
        *triple("ideal", "Where it would like it"),
        *triple("min", "Its red line: the least it accepts"),
        *triple("max", "Its red line: the most it accepts"),
        *triple("salience", "How much it cares, from 0 to 100"),
        *KNOWN_BY,
        RETRACTED,
        MADE,
    ),
)
RANGES = {
    STAKEHOLDERS.name: ("leverage", "no deal costs"),
    POSITIONS.name: ("ideal", "min", "max", "salience"),
}
OF_THE_FILE = (STAKEHOLDERS, OPTIONS, WANTS, POSITIONS)
