"""Looking ahead, in words: what holds between two parties that each look some moves ahead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.families.further import further_answer
from jirga.answer.families.impossible import impossible
from jirga.answer.outcomes import attained_in_words, how_attained
from jirga.errors import UnknownName
from jirga.schema.answer import Answer, Section, Sentence, Table
from jirga.solve.limited_move import NonMyopic, anticipations, limited_move, non_myopic

SHOWN = (1, 2, 3, 4)
MOST_ROWS = 30


class Ahead:
    """What two parties anticipate, each thing worked out when first asked for.

    Attributes
    ----------
    analysis : Analysis
        The conflict.
    look : dict of int, or None
        How many moves each party looks ahead, if the reader says so.
    """

    def __init__(self, analysis: Analysis, look: Mapping[str, int] | None = None) -> None:
        self.analysis, self.movers = analysis, analysis.movers
        for party in look or ():
            if party not in analysis.parties:
                raise UnknownName("party", party, analysis.parties)
        self.look = (
            {number: look.get(party, 1) for number, party in enumerate(analysis.parties)} if look else {}
        )

    @cached_property
    def far(self) -> tuple[NonMyopic, ...]:
        """Where each party stays for good."""
        return tuple(non_myopic(self.movers, party) for party in self.movers.parties)

    @cached_property
    def ends(self) -> list[np.ndarray]:
        """Where each party expects to end if it moves first, by horizon from none on."""
        most = max([*SHOWN, *self.look.values()])
        return [one for one, _ in zip(anticipations(self.movers), range(most + 1), strict=False)]

    def stays(self, party: int, horizon: int, row: int) -> bool:
        """Whether a party stays in a state if it looks so many moves ahead."""
        return bool(self.ends[horizon][party][row] == row)

    def hangs_on_a_tie(self, party: int, horizon: int, row: int) -> bool:
        """Whether the verdict would be another if ties were broken to the other's good."""
        kind = limited_move(self.movers, party, horizon, "best")
        return bool(kind[row]) != self.stays(party, horizon, row)


def horizon_answer(
    analysis: Analysis, outcome: str | None = None, look: Mapping[str, int] | None = None
) -> Answer:
    """Say what holds between two parties that look some moves ahead.

    Parameters
    ----------
    outcome : str or None
        A named outcome; None asks about all of them.
    look : mapping of int, optional
        How many moves ahead each party looks; one that is left out looks one move ahead.

    Raises
    ------
    NotTwoParties
        The conflict has more or fewer than two parties.
    UnknownName
        The conflict has no such outcome or party.
    InputError
        A horizon below one move.
    TooLarge
        More moves than can be listed.
    """
    ahead = Ahead(analysis, look)
    for party, moves in ahead.look.items():
        limited_move(analysis.movers, party, moves)
    if outcome is None:
        title, sections = "Looking ahead in", [overview(ahead)]
    else:
        row = analysis.row(outcome)
        title = f"\u201c{outcome}\u201d and looking ahead in"
        sections = [impossible(analysis, outcome)] if row is None else one_outcome(ahead, row)
    question = (
        "A party looks so many moves ahead, its own first, and takes the other to look as far as is left."
    )
    return further_answer(analysis, title, question, sections)


def overview(ahead: Ahead) -> Section:
    """Every named outcome by how far both parties look."""
    analysis = ahead.analysis
    named = [(name, analysis.row(name)) for name in analysis.outcomes]
    listed = named or [(phrases.state(analysis, row), row) for row in range(analysis.movers.size)]
    rows = tuple(table_row(ahead, name, row) for name, row in listed[:MOST_ROWS])
    head = (
        "outcome",
        *map(str, SHOWN),
        *(["as asked"] if ahead.look else []),
        "however far",
        "can it be got to?",
    )
    rest = len(listed) - len(rows)
    note = "under a number: whether it holds if both look so many moves ahead" + (
        f"; and {phrases.numbered(rest, 'more state')}" if rest else ""
    )
    return Section("What holds if both look ahead", said_of_looks(ahead), Table(head, rows, note))


def said_of_looks(ahead: Ahead) -> tuple[Sentence, ...]:
    """Say how far each is asked to look, and whether what they anticipate settles."""
    said = []
    if ahead.look:
        each = (f"{phrases.party(ahead.analysis, who)} {moves}" for who, moves in ahead.look.items())
        said.append(phrases.sentence(f"as asked: moves that each looks ahead: {phrases.listing(each)}."))
    far = ahead.far[0]
    if far.period > 1:
        said.append(
            phrases.sentence(
                f"what they anticipate never settles: from {far.repeats_from} moves on it recurs every "
                f"{far.period}."
            )
        )
    return tuple(said)


def table_row(ahead: Ahead, name: str, row: int | None) -> tuple[str, ...]:
    """One outcome's row: whether both stay, by how far they look."""
    extra = 1 if ahead.look else 0
    if row is None:
        return (name, *["-"] * (len(SHOWN) + extra), "impossible", "-")
    parties = ahead.movers.parties
    both = [all(ahead.stays(who, moves, row) for who in parties) for moves in SHOWN]
    if ahead.look:
        both.append(all(ahead.stays(who, moves, row) for who, moves in ahead.look.items()))
    return (
        name,
        *("yes" if one else "no" for one in both),
        for_good(ahead, row),
        how_attained(ahead.analysis, row),
    )


def for_good(ahead: Ahead, row: int) -> str:
    """Say from how many moves on both stay, if they do so for good."""
    if not all(far.stable[row] for far in ahead.far):
        return "no"
    since = max(int(far.since[row]) for far in ahead.far)
    return "yes" if since == 1 else f"from {since} moves on"


def one_outcome(ahead: Ahead, row: int) -> list[Section]:
    """Say of each party how far it has to look to stay, and where it would expect to end if it left."""
    sections = [Section("Does it hold for good?", (good(ahead, row), attained_in_words(ahead.analysis, row)))]
    if ahead.look:
        said = [one for who, moves in ahead.look.items() for one in looking(ahead, who, [moves], row)]
        sections.append(Section("Looking as far as asked", tuple(said)))
    each = [
        (phrases.party(ahead.analysis, who), looking(ahead, who, SHOWN, row)) for who in ahead.movers.parties
    ]
    return [*sections, *(Section(party, tuple(said)) for party, said in each)]


def good(ahead: Ahead, row: int) -> Sentence:
    """Say whether both stay however far they look, once they look far enough."""
    name = f"\u201c{phrases.state(ahead.analysis, row)}\u201d"
    leaving = [who for who, far in enumerate(ahead.far) if not far.stable[row]]
    if leaving:
        who = phrases.parties(ahead.analysis, leaving)
        return phrases.sentence(
            f"{name} does not hold for good: {who} would leave it at some horizon, however long."
        )
    since = max(int(far.since[row]) for far in ahead.far)
    far_enough = "" if since == 1 else f" if both look {phrases.numbered(since, 'move')} ahead or more"
    return phrases.sentence(f"{name} holds{far_enough or ', however far both look'}.")


def looking(ahead: Ahead, who: int, horizons: Sequence[int], row: int) -> list[Sentence]:
    """Say what a party would do that looks so many moves ahead, and why, like horizons together."""
    alike: dict[tuple[int, bool], list[int]] = {}
    for moves in horizons:
        key = int(ahead.ends[moves][who][row]), ahead.hangs_on_a_tie(who, moves, row)
        alike.setdefault(key, []).append(moves)
    return [expecting(ahead, who, moves, row, *key) for key, moves in alike.items()]


def expecting(ahead: Ahead, who: int, horizons: Sequence[int], row: int, end: int, tied: bool) -> Sentence:
    """Say where a party that looks so far ahead would expect to end, and why it likes that better."""
    analysis, party = ahead.analysis, phrases.party(ahead.analysis, who)
    far = phrases.listing([phrases.counted(moves) for moves in horizons], "or")
    head = f"looking {far} {'move' if horizons == [1] else 'moves'} ahead, {party} would "
    tie = " (this hangs on a tie)" if tied else ""
    if end == row:
        return phrases.sentence(f"{head}stay{tie}.")
    return phrases.sentence(
        f"{head}leave, expecting to end in \u201c{phrases.state(analysis, end)}\u201d{tie}: ",
        phrases.reason(analysis, who, row, end),
        ".",
    )
