"""Sources left out: on whose word an answer rests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.bargaining.bargain import Bargain
from jirga.answer.sources import natural, source_words
from jirga.answer.stress import words
from jirga.answer.stress.words import Changes, StressAnswer
from jirga.answer.whole import kept, titled
from jirga.schema.answer import Mark, Section, Sentence, Table
from jirga.schema.conflict import Conflict
from jirga.stress.ensemble import Tell, spread
from jirga.stress.sources import Kind, LeftOut, Without, passages, sources, speakers, without
from jirga.stress.verdicts import Verdicts, changed, verdicts

AT_A_TIME, MOST_MARKS = 8, 4
NOTE = "Rest on it alone: what cites nothing else. Verdicts: on what is asked for, and on named outcomes."


@dataclass(frozen=True, eq=False)
class Trial:
    """One thing left out, and what came of it.

    Attributes
    ----------
    without : Without
        What was left out, what went with it, and what remains.
    changes : mapping
        The verdicts that change.
    packages : dict of bool
        The packages whose room at the likeliest values changes, and whether they then have some.
    """

    without: Without
    changes: Changes
    packages: dict[str, bool]

    @property
    def moves(self) -> bool:
        """Whether anything changes."""
        return bool(self.changes or self.packages)

    @property
    def moves_an_answer(self) -> bool:
        """Whether anything that was asked for changes."""
        return any(kind == "ask" for kind, _ in self.changes)


@dataclass(frozen=True, eq=False)
class Trials:
    """Everything that is cited, left out in turn."""

    analysis: Analysis
    every: tuple[Trial, ...]
    asked: int

    def of(self, kind: Kind) -> list[Trial]:
        """Give the trials of one kind."""
        return [one for one in self.every if one.without.left_out.kind == kind]

    @cached_property
    def telling(self) -> list[Trial]:
        """The sources without which an answer changes; where nothing is asked, a verdict."""
        some = self.of("source")
        asked = bool(self.analysis.conflict.asks)
        return [one for one in some if (one.moves_an_answer if asked else one.moves)]


def left_out_in_turn(conflict: Conflict, only: Kind | None = None) -> list[LeftOut]:
    """List what is left out: sources, speakers who are more than one source's author, passages."""
    whole = sources(conflict)
    known = {one.cites for one in whole}
    some = [*whole, *(one for one in speakers(conflict) if one.cites not in known), *passages(conflict)]
    return [one for one in some if only in {None, one.kind}]


def trials(
    analysis: Analysis,
    executor: Executor | None = None,
    tell: Tell | None = None,
    only: Kind | None = None,
) -> Trials:
    """Leave everything that is cited out in turn, or what is of one kind, and solve what remains."""
    conflict = analysis.conflict
    some = [without(conflict, one) for one in left_out_in_turn(conflict, only)]
    work = partial(verdicts, together=analysis.largest)
    run = spread(
        work, [conflict, *(one.conflict for one in some)], executor=executor, size=AT_A_TIME, tell=tell
    )
    base, *found = run.results
    bargain = Bargain(conflict) if conflict.issues and conflict.packages else None
    open_now = {} if bargain is None else room_at_the_mode(bargain, conflict.packages)
    done = [
        Trial(one, changed(base, after), packages_changed(one, open_now))
        for one, after in zip(some, found, strict=True)
        if isinstance(base, Verdicts) and after is not None
    ]
    return Trials(analysis, tuple(done), len(some))


def room_at_the_mode(bargain: Bargain, names: Sequence[str] | dict[str, Any]) -> dict[str, bool]:
    """Say which packages have room at the likeliest values."""
    return {name: bargain.open_at_the_mode(name) for name in names}


def packages_changed(one: Without, before: dict[str, bool]) -> dict[str, bool]:
    """Give the packages whose room changes; asked only where something goes that it hangs on."""
    if not before or not any(other.startswith(("position", "linkage")) for other in one.others):
        return {}
    after = room_at_the_mode(Bargain(one.conflict), before)
    return {name: there for name, there in after.items() if there != before[name]}


def without_answer(found: Trials) -> StressAnswer:
    """Say on whose word the answer rests."""
    analysis = found.analysis
    sections = [
        Section("Whose word the answer rests on", (headline(found), *stopped(found))),
        Section("Without each source", tuple(said(found, "source")), table(found)),
        Section("Without each speaker", tuple(said(found, "speaker"))),
        Section("Without each passage", tuple(said(found, "passage"))),
    ]
    sections.append(source_words(analysis.conflict, sections))
    head = (titled(analysis), analysis.conflict.question, analysis.conflict.as_of)
    return StressAnswer(
        *head,
        kept(sections),
        {
            "left_out": [figures(one) for one in found.every],
            "stopped": len(found.every) < found.asked,
        },
    )


def stopped(found: Trials) -> Iterator[Sentence]:
    """Say how far it got, if it was stopped."""
    if len(found.every) < found.asked:
        yield Sentence(
            (f"Stopped after {len(found.every)} of {found.asked} sources, speakers and passages.",)
        )


def headline(found: Trials) -> Sentence:
    """Say in one sentence on how many sources the answer rests."""
    conflict, every = found.analysis.conflict, found.of("source")
    names = [source_name(conflict, one.without.left_out.name) for one in found.telling]
    if not every:
        return Sentence(
            ("The answer rests on no source: nothing in the file is cited, all of it is assumed.",)
        )
    if len(every) == 1:
        said_so = f"the answer rests on one report: {source_name(conflict, every[0].without.left_out.name)}"
        return phrases.sentence(f"{said_so}. {left(conflict, every[0])}")
    if not names:
        return Sentence(
            (f"The answer rests on no single source: it is the same without any one of {len(every)}.",)
        )
    if len(names) == 1:
        rest = "the other" if len(every) == 2 else f"any one of the other {len(every) - 1}"
        lead = f"the answer rests on one report: {names[0]}. It is the same without {rest}"
        return phrases.sentence(f"{lead}. {left(conflict, found.telling[0])}")
    return phrases.sentence(f"the answer would change without {phrases.listing(names, 'or')}.")


def left(conflict: Conflict, one: Trial) -> str:
    """Say what would be left of the wants without a source."""
    every = sum(len(party.prefers) for party in conflict.parties.values())
    stay = [want for party in one.without.conflict.parties.values() for want in party.prefers]
    if not every:
        return ""
    assumed = ", merely assumed" if stay and all(want.assumed for want in stay) else ""
    return f"Without it, {len(stay) or 'none'} of {every} wants would be left{assumed}."


def source_name(conflict: Conflict, name: str) -> str:
    """Name a source by its short name and its title."""
    source = conflict.sources.get(name)
    return f"{name} (\u201c{source.title}\u201d)" if source is not None else name


def said(found: Trials, kind: Kind) -> Iterator[Sentence]:
    """Say what changes without each thing of one kind; then, how many of them change nothing."""
    some = found.of(kind)
    for one in some:
        if one.moves:
            yield in_words(found, one)
    still = [one for one in some if not one.moves]
    if still and len(some) > 1:
        order = sorted((one.without.left_out.name for one in still), key=lambda name: (natural(name), name))
        names = phrases.listing(name.replace("#", " ") for name in order)
        lead = "without any one of these" if len(still) > 1 else "without this one"
        yield phrases.sentence(f"{lead} the answer stays the same: {names}.")
    elif still:
        yield phrases.sentence(f"without {called(some[0].without.left_out)} the answer stays the same.")


def called(one: LeftOut) -> str:
    """Name what is left out."""
    return one.name.replace("#", " ")


def in_words(found: Trials, one: Trial) -> Sentence:
    """Say what goes with something left out, and what changes."""
    conflict = found.analysis.conflict
    start = found.analysis.status_quo is not None
    name = called(one.without.left_out)
    who = {"source": name, "speaker": f"what {name} says", "passage": name}[one.without.left_out.kind]
    changes = [*words.changes_in_words(one.changes, start=start), *package_words(one)]
    return phrases.sentence(
        f"without {who}", *on_it(one.without), f": {'; '.join(changes)}.", *nothing_known(conflict, one)
    )


def on_it(one: Without) -> list[str | Mark]:
    """Name the wants that went, with their marks; of many, how many."""
    if not one.wants:
        return []
    if len(one.wants) > MOST_MARKS:
        return [f", on which {len(one.wants)} wants rest alone"]
    parts: list[str | Mark] = [", on which "]
    for place, want in enumerate(one.wants):
        parts += [" and " if place and place == len(one.wants) - 1 else ", " if place else "", want.id]
        parts.append(phrases.known_by(want, want.id))
    return [*parts, " rest alone" if len(one.wants) > 1 else " rests alone"]


def package_words(one: Trial) -> list[str]:
    """Say which packages would have room, or none; and that only since red lines are then not known."""
    opened = [name for name, there in one.packages.items() if there]
    shut = [name for name, there in one.packages.items() if not there]
    parts = []
    if opened:
        names = phrases.quoted(opened)
        parts.append(f"{names} would seem to have room, as red lines would not be known")
    if shut:
        parts.append(f"{phrases.quoted(shut)} would have no room")
    return parts


def nothing_known(conflict: Conflict, one: Trial) -> list[str]:
    """Say of which parties nothing would be known: what holds since nobody is known to object is no news."""
    if not one.without.unheard:
        return []
    names = [conflict.parties[name].short or conflict.parties[name].name for name in one.without.unheard]
    return [f" Nothing would then be known of what {phrases.listing(names, 'or')} wants."]


def table(found: Trials) -> Table | None:
    """Lay out what rests on each source alone, and how much changes without it."""
    rows = tuple(row(found.analysis.conflict, one) for one in found.of("source"))
    return (
        Table(("source", "wants that rest on it alone", "verdicts that change"), rows, NOTE) if rows else None
    )


def row(conflict: Conflict, one: Trial) -> tuple[str, ...]:
    """Write one source's line."""
    every = sum(len(party.prefers) for party in conflict.parties.values())
    return (
        called(one.without.left_out),
        f"{len(one.without.wants)} of {every}",
        f"{len(one.changes) + len(one.packages)}",
    )


def figures(one: Trial) -> dict[str, Any]:
    """Give one trial as JSON can hold it."""
    return {
        "kind": one.without.left_out.kind,
        "name": one.without.left_out.name,
        "wants": [want.id for want in one.without.wants],
        "others": list(one.without.others),
        "nothing_known_of": list(one.without.unheard),
        "changes": words.change_figures(one.changes),
        "packages": one.packages,
    }
