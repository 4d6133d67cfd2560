"""The end of the two pages: the sources, what was retracted since, and how results were worked out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.solution import digest
from jirga.brief.content.drafts import Draft, keyed
from jirga.brief.content.lines import METHOD, Note, Part
from jirga.brief.content.notes import Notes, titled
from jirga.schema.answer import Sentence
from jirga.schema.conflict import Conflict


def sources(conflict: Conflict, notes: Notes) -> Draft:
    """Name the sources that something rests on, and which notes lead to each."""
    led = notes.notes()
    cited = {one.cite.partition("#")[0] for one in led}
    told = [
        Sentence((f"{name}: {titled(source)} (notes {listed(name, led)}).",))
        for name, source in conflict.sources.items()
        if name in cited
    ]
    others = [titled(source) for name, source in conflict.sources.items() if name not in cited]
    if others:
        told.append(Sentence((f"Named without a passage: {'; '.join(others)}.",)))
    return Draft("sources", "Sources", tuple(keyed("sources", told)))


def listed(name: str, notes: Iterable[Note]) -> str:
    """List the notes of one source, runs of numbers shortened.

    >>> from jirga.brief.content.lines import Note
    >>> listed("a", [Note(str(one), "a#S1", "A") for one in (1, 2, 3, 7)])
    '1-3, 7'
    """
    numbers = [int(one.label) for one in notes if one.cite.partition("#")[0] == name]
    runs: list[list[int]] = []
    for one in sorted(numbers):
        if runs and one == runs[-1][-1] + 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def retracted(parts: Iterable[Part]) -> Draft:
    """List the lines that rest on something retracted since."""
    struck = [line for part in parts for line in part.every if line.retracted]
    told = (Sentence((f"\u201c{line.words.strip()}\u201d",)) for line in struck)
    return Draft("retracted", "Retracted since", tuple(keyed("retracted", told)))


def method(analysis: Analysis) -> Note:
    """Say how results were worked out, so that anybody can work them out again."""
    conflict = analysis.conflict
    return Note(METHOD, "", "".join(worked_out(analysis)), "conflict file " + digest(conflict)[:12])


def worked_out(analysis: Analysis) -> Iterator[str]:
    """Say what was solved, by which standards."""
    conflict = analysis.conflict
    yield "Worked out from what each party is said to want, not said by anybody"
    if conflict.atoms:
        parties = phrases.numbered(len(conflict.parties), "party", "parties")
        yield f": {len(analysis.board.states):,} states of {parties}, every one of them solved"
    yield ". An outcome holds if nobody would gain by leaving it; by threat, if whoever would leave fears "
    yield "what others would then do. It can be got to if steps lead there by which every mover gains."
