"""What to watch: signs that something is not as the file has it, and what each would move."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.sources import source_words
from jirga.answer.stress import words
from jirga.answer.stress.diff import rooms
from jirga.answer.stress.words import Changes, StressAnswer
from jirga.answer.whole import kept, titled
from jirga.conflict.signs import Sign, as_seen, signs
from jirga.errors import NotStated, UnknownName
from jirga.schema.answer import Mark, Section, Sentence
from jirga.schema.conflict import Impossible
from jirga.schema.indicators import Indicator
from jirga.schema.wants import Want
from jirga.stress.causes import Results
from jirga.stress.verdicts import changed, verdicts


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
    rooms : dict of dict of bool
        By sign: the packages whose room at the likeliest values it would change, and whether they then have
        some; under the empty name, once all that are ticked are seen.
    """

    signs: tuple[Sign, ...]
    moves: dict[str, Changes]
    ticked: tuple[Sign, ...]
    then: Changes
    rooms: dict[str, dict[str, bool]]

    def tells(self, one: Sign) -> bool:
        """Whether a sign would move anything."""
        return bool(self.moves.get(one.id) or self.rooms.get(one.id))


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
    had, now, *after = map(rooms, some)
    moved = {"": turned(had, now)} | {
        sign.id: turned(had, one) for sign, one in zip(telling, after, strict=True)
    }
    return Watched(tuple(every.values()), moves, tuple(ticked), changed(base, then), moved)


def turned(before: Results, after: Results) -> dict[str, bool]:
    """Give the packages whose room changes, and whether they then have some."""
    return {name: there for (kind, name), there in after.items() if there != before.get((kind, name))}


def watch_answer(analysis: Analysis, found: Watched) -> StressAnswer:
    """Say what to watch, and what would move if it were seen."""
    moving = [one for one in found.signs if found.tells(one)]
    still = [one for one in found.signs if one.id in found.moves and not found.tells(one)]
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
    moved = moved_in_words(analysis, found.then, found.rooms[""])
    untold = [one.id for one in found.ticked if not one.indicator.tells]
    yield phrases.sentence(f"with {names}: {'; '.join(moved) if moved else 'the answer stays the same'}.")
    if untold:
        yield phrases.sentence(f"the file does not say what {phrases.listing(untold)} would change.")


def when(indicator: Indicator) -> str:
    """Say when something was seen."""
    return f", seen {indicator.seen}" if indicator.seen else ""


def all_in_words(analysis: Analysis, found: Watched, some: Sequence[Sign]) -> Iterator[Sentence]:
    """Say what to watch, and what it would move; once for signs of one thing that would change the same."""
    groups: dict[tuple[str, str, bool, str], list[Sign]] = {}
    for one in some:
        sign = one.indicator
        groups.setdefault((one.name, sign.reads, sign.dropped, sign.variant), []).append(one)
    for several in groups.values():
        lead = f"{'; '.join(map(described, several))}. On "
        said = phrases.sentence(" ", lead, *on_what(analysis, several[0]), *would(analysis, found, several))
        yield Sentence(said.parts[1:])  # the id as it is to be written, and no large letter in it


def on_what(analysis: Analysis, one: Sign) -> list[str | Mark | Sentence]:
    """Name what a sign bears on, with its mark."""
    if isinstance(one.thing, Want):
        party = analysis.conflict.parties[one.party]
        return [f"{party.short or party.name}'s {one.name}: ", phrases.sentence_of_want(one.thing)]
    named = f"the {one.name}" if " " in one.name else one.name
    said = one.thing.why or (f"never {one.thing.when}" if isinstance(one.thing, Impossible) else "")
    return [f"{named}: {said}" if said else named, phrases.known_by(one.thing, one.name)]


def moved_in_words(analysis: Analysis, changes: Changes, packages: dict[str, bool]) -> list[str]:
    """Say what becomes of verdicts, and of packages."""
    said = words.changes_in_words(changes, start=analysis.status_quo is not None)
    for there, what in ((True, "would have room"), (False, "would have no room")):
        names = [name for name, now in packages.items() if now is there]
        said += [f"{phrases.quoted(names)} {what}"] if names else []
    return said


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
    gone = "it is no longer held" if some[0].want else "it no longer counts"
    what = gone if sign.dropped else f"it reads \u201c{sign.reads}\u201d"
    what = f"\u201c{sign.variant}\u201d is so" if sign.variant else what
    moved = moved_in_words(analysis, found.moves[some[0].id], found.rooms[some[0].id])
    once = "Once any of these is seen" if len(some) > 1 else "Once seen"
    return [f". {once}, {what}: {'; '.join(moved) if moved else 'the answer stays the same'}."]


def figures(found: Watched) -> dict[str, Any]:
    """Give the signs and what they would move, as JSON can hold them."""
    return {
        "signs": [
            {
                "id": one.id,
                "on": one.name,
                "party": one.party,
                "want": one.want,
                **one.indicator.model_dump(exclude_defaults=True, exclude={"id"}),
                "moves": words.change_figures(found.moves[one.id]) if one.id in found.moves else None,
                "packages": found.rooms.get(one.id),
            }
            for one in found.signs
        ],
        "ticked": [one.id for one in found.ticked],
        "then": words.change_figures(found.then),
        "then_packages": found.rooms[""],
    }
