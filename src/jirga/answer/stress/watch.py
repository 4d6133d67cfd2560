"""What to watch: signs that a want is no longer as the file has it, and what each would move."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.sources import source_words
from jirga.answer.stress import words
from jirga.answer.stress.words import Changes, StressAnswer
from jirga.answer.whole import kept, titled
from jirga.conflict.variants import edited
from jirga.errors import NotStated, UnknownName
from jirga.schema.answer import Section, Sentence
from jirga.schema.conflict import Conflict
from jirga.schema.indicators import Indicator
from jirga.schema.wants import Want
from jirga.stress.verdicts import changed, verdicts


@dataclass(frozen=True)
class Sign:
    """An indicator, with the want it bears on.

    Attributes
    ----------
    id : str
        Its id; made from the want's and its place where the file gives none.
    indicator : Indicator
        What to watch, and what the file would say once it is seen.
    party, want : str
        Whose want it bears on, and the want's id.
    """

    id: str
    indicator: Indicator
    party: str
    want: str


def signs(conflict: Conflict) -> dict[str, Sign]:
    """List the signs of a file by id, in its order."""
    found = {}
    for name, party in conflict.parties.items():
        for want in party.prefers:
            for place, one in enumerate(want.indicators, start=1):
                sign = Sign(one.id or f"{want.id}.{place}", one, name, want.id)
                found[sign.id] = sign
    return found


def as_seen(conflict: Conflict, some: Iterable[Sign]) -> Conflict:
    """Give the conflict once some signs are seen: variants first, then what becomes of wants.

    A sign whose want a variant has taken away changes nothing.
    """
    several = list(some)
    for sign in several:
        if sign.indicator.variant:
            conflict = edited(conflict, sign.indicator.variant)
    for sign in several:
        conflict = seen(conflict, sign)
    return conflict


def seen(conflict: Conflict, sign: Sign) -> Conflict:
    """Give the conflict once a sign of a want is seen."""
    party = conflict.parties[sign.party]
    wants = [after(want, sign) if want.id == sign.want else want for want in party.prefers]
    changed_party = party.model_copy(update={"prefers": tuple(want for want in wants if want is not None)})
    return conflict.model_copy(update={"parties": conflict.parties | {sign.party: changed_party}})


def after(want: Want, sign: Sign) -> Want | None:
    """Give a want once a sign of it is seen; None if it is then no longer held."""
    if sign.indicator.dropped:
        return None
    if not sign.indicator.reads:
        return want
    why = f"once this is seen: {sign.indicator.watch}"
    return want.model_copy(
        update={"want": sign.indicator.reads, "basis": None, "cite": (), "quote": "", "why": why}
    )


@dataclass(frozen=True, eq=False)
class Watched:
    """The signs of a file, and what each would move.

    Attributes
    ----------
    signs : tuple of Sign
        All of them.
    moves : dict of changes
        By sign: the verdicts that it would change.
    ticked : tuple of Sign
        Those that are taken to be seen.
    then : mapping
        The verdicts that change once all of these are.
    """

    signs: tuple[Sign, ...]
    moves: dict[str, Changes]
    ticked: tuple[Sign, ...]
    then: Changes


def watched(analysis: Analysis, ticks: Sequence[str] = ()) -> Watched:
    """Solve a conflict once for each sign, and once with all that are ticked, or marked as seen in the file.

    Raises
    ------
    NotStated
        The file names no signs.
    UnknownName
        There is no such sign.
    """
    conflict = analysis.conflict
    every = signs(conflict)
    if not every:
        raise NotStated("what to watch", "indicators")
    for one in ticks:
        if one not in every:
            raise UnknownName("sign", one, every)
    ticked = [sign for sign in every.values() if sign.id in ticks or sign.indicator.seen]
    telling = [sign for sign in every.values() if sign.indicator.tells]
    some = [conflict, as_seen(conflict, ticked), *(as_seen(conflict, [sign]) for sign in telling)]
    base, then, *found = verdicts(some, analysis.largest)
    moves: dict[str, Changes] = {
        sign.id: changed(base, one) for sign, one in zip(telling, found, strict=True)
    }
    return Watched(tuple(every.values()), moves, tuple(ticked), changed(base, then))


def watch_answer(analysis: Analysis, found: Watched) -> StressAnswer:
    """Say what to watch, and what would move if it were seen."""
    moving = [one for one in found.signs if found.moves.get(one.id)]
    still = [one for one in found.signs if one.id in found.moves and not found.moves[one.id]]
    silent = [one for one in found.signs if one.id not in found.moves]
    sections = [
        Section("Once these are seen", tuple(once_seen(analysis, found))),
        Section("What to watch", (headline(analysis, found, moving),)),
        Section("Would move the answer", tuple(all_in_words(analysis, found, ordered(found, moving)))),
        Section("Would leave it as it is", tuple(all_in_words(analysis, found, still))),
        Section(
            "The file does not say what it would change",
            tuple(all_in_words(analysis, found, silent)),
        ),
    ]
    sections.append(source_words(analysis.conflict, sections))
    head = (titled(analysis), analysis.conflict.question, analysis.conflict.as_of)
    return StressAnswer(*head, kept(sections), figures(found))


def ordered(found: Watched, some: list[Sign]) -> list[Sign]:
    """Put first what would move most of what is asked for, then what would move most verdicts."""
    return sorted(some, key=lambda one: (-asks_moved(found.moves[one.id]), -len(found.moves[one.id])))


def asks_moved(changes: Changes) -> int:
    """Count the things asked for whose answer changes."""
    return sum(kind == "ask" for kind, _ in changes)


def headline(analysis: Analysis, found: Watched, moving: list[Sign]) -> Sentence:
    """Say how many of the signs would move the answer."""
    asks = [one for one in moving if asks_moved(found.moves[one.id])]
    said = f"{phrases.numbered(len(found.signs), 'sign')} to watch: "
    if analysis.conflict.asks:
        said += f"{len(asks) or 'none'} would change what can be had and kept; "
    return phrases.sentence(f"{said}{len(moving) or 'none'} would change the verdict on something.")


def once_seen(analysis: Analysis, found: Watched) -> Iterator[Sentence]:
    """Say what the answer is once everything that is ticked or marked as seen is so."""
    if not found.ticked:
        return
    names = phrases.listing(f"{one.id} ({one.indicator.watch}{when(one.indicator)})" for one in found.ticked)
    moved = words.changes_in_words(found.then, start=analysis.status_quo is not None)
    untold = [one.id for one in found.ticked if not one.indicator.tells]
    yield phrases.sentence(f"with {names}: {'; '.join(moved) if moved else 'the answer stays the same'}.")
    if untold:
        yield phrases.sentence(f"the file does not say what {phrases.listing(untold)} would change.")


def when(indicator: Indicator) -> str:
    """Say when something was seen."""
    return f", seen {indicator.seen}" if indicator.seen else ""


def all_in_words(analysis: Analysis, found: Watched, some: Sequence[Sign]) -> Iterator[Sentence]:
    """Say what to watch, and what it would move; once for signs of one want that would change the same."""
    groups: dict[tuple[str, str, bool, str], list[Sign]] = {}
    for one in some:
        sign = one.indicator
        groups.setdefault((one.want, sign.reads, sign.dropped, sign.variant), []).append(one)
    for several in groups.values():
        want = analysis.conflict.wants[several[0].want]
        party = analysis.conflict.parties[several[0].party]
        lead = f"{'; '.join(map(described, several))}. On {party.short or party.name}'s {want.id}: "
        yield phrases.sentence(lead, phrases.sentence_of_want(want), *would(analysis, found, several))


def described(one: Sign) -> str:
    """Say what to watch, from when on it counts, and where."""
    sign = one.indicator
    named = (("source", sign.source), ("every", sign.every), ("watched by", sign.by), ("seen", sign.seen))
    details = [sign.threshold, *(f"{word} {said}" for word, said in named if said)]
    shown = "; ".join(part for part in details if part)
    return f"{one.id}, {sign.watch}{f' ({shown})' if shown else ''}"


def would(analysis: Analysis, found: Watched, some: Sequence[Sign]) -> list[str]:
    """Say what signs would change in the file, and what that would move."""
    sign = some[0].indicator
    if not sign.tells:
        return ["."]
    what = "it is no longer held" if sign.dropped else f"it reads \u201c{sign.reads}\u201d"
    what = f"\u201c{sign.variant}\u201d is so" if sign.variant else what
    changes = found.moves[some[0].id]
    moved = words.changes_in_words(changes, start=analysis.status_quo is not None)
    once = "Once any of these is seen" if len(some) > 1 else "Once seen"
    return [f". {once}, {what}: {'; '.join(moved) if moved else 'the answer stays the same'}."]


def figures(found: Watched) -> dict[str, Any]:
    """Give the signs and what they would move, as JSON can hold them."""
    return {
        "signs": [
            {
                "id": one.id,
                "party": one.party,
                "want": one.want,
                **one.indicator.model_dump(exclude_defaults=True, exclude={"id"}),
                "moves": words.change_figures(found.moves[one.id]) if one.id in found.moves else None,
            }
            for one in found.signs
        ],
        "ticked": [one.id for one in found.ticked],
        "then": words.change_figures(found.then),
    }
