"""Sources left out: on whose word an answer rests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.bargaining.bargain import WHOLE, Bargain
from jirga.answer.consent.rule_words import everybody, issue_name
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
NOTE = (
    "Rest on it alone: what cites nothing else. Verdicts: on what is asked for, on named outcomes, on room "
    "for packages, and on whose yes an issue needs."
)


@dataclass(frozen=True, eq=False)
class Trial:
    """One thing left out, and what came of it.

    Attributes
    ----------
    without : Without
        What was left out, what went with it, and what remains.
    changes : mapping
        The verdicts that change.
    packages : dict of bool or None
        The packages whose room at the likeliest values changes, and whether they then have some; None where
        that is not known, since whose yes an issue in them needs is not.
    """

    without: Without
    changes: Changes
    packages: dict[str, bool | None]

    @property
    def moves(self) -> bool:
        """Whether anything changes, whose yes it needs and who may agree to what among it."""
        return bool(self.changes or self.packages or self.without.rules or self.without.unsaid)

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

    @property
    def left(self) -> int:
        """How many were not got to, since somebody stopped it."""
        return self.asked - len(self.every)

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


def packages_changed(one: Without, before: dict[str, bool]) -> dict[str, bool | None]:
    """Give the packages whose room changes; asked only where something goes that it hangs on.

    Where the rule of an issue goes, whose red lines count is not known, and so neither is the room.
    """
    packages, lost = one.conflict.packages, set(one.rules)
    unknown = [name for name in before if WHOLE in lost or lost & set(packages[name].issues)]
    found: dict[str, bool | None] = dict.fromkeys(unknown)
    rest = [name for name in before if name not in found]
    if rest and any(other.startswith(("position", "linkage")) for other in one.others):
        after = room_at_the_mode(Bargain(one.conflict), rest)
        found |= {name: there for name, there in after.items() if there != before[name]}
    return found


def without_answer(found: Trials) -> StressAnswer:
    """Say on whose word the answer rests."""
    analysis = found.analysis
    sections = [
        Section(
            "Whose word the answer rests on", (*stopped(found), *([] if found.left else [headline(found)]))
        ),
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
            "stopped": bool(found.left),
        },
    )


def stopped(found: Trials) -> Iterator[Sentence]:
    """Say how far it got, if it was stopped; on whose word the answer rests is then not known."""
    if found.left:
        far = f"stopped after {len(found.every)} of {found.asked} sources, speakers and passages"
        yield phrases.sentence(f"{far}, so whose word the answer rests on is not known.")


def headline(found: Trials) -> Sentence:
    """Say in one sentence on how many sources the answer rests."""
    conflict, every = found.analysis.conflict, found.of("source")
    names = [source_name(conflict, one.without.left_out.name) for one in found.telling]
    if not every:
        return Sentence(("The answer rests on no source: nothing in the file cites a passage.",))
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
    then = "; ".join(changes) or "what would hold stays the same"
    return phrases.sentence(
        f"without {who}", *on_it(one.without), f": {then}.", *nothing_known(conflict, one)
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
    shut = [name for name, there in one.packages.items() if there is False]
    open_ = [name for name, there in one.packages.items() if there is None]
    parts = []
    if opened:
        names = phrases.quoted(opened)
        parts.append(f"{names} would seem to have room, as red lines would not be known")
    if shut:
        parts.append(f"{phrases.quoted(shut)} would have no room")
    if open_:
        has = "has" if len(open_) == 1 else "have"
        parts.append(f"whether {phrases.quoted(open_)} {has} room would not be known")
    return parts


def nothing_known(conflict: Conflict, one: Trial) -> list[str]:
    """Say of what nothing would be known: what holds since nobody is known to object is no news."""
    gone = one.without
    parts = [f"of what {everybody(conflict, gone.unheard, 'or')} wants"] if gone.unheard else []
    if gone.rules:
        need = "needs" if len(gone.rules) == 1 else "need"
        parts.append(f"of whose yes {phrases.listing(map(issue_name, gone.rules))} {need}")
    for kind in ("mandate", "approval", "answer"):
        whose = dict.fromkeys(name for what, name in gone.unsaid if what == kind)
        parts += [f"of the {kind} of {everybody(conflict, whose, 'or')}"] if whose else []
    return [f" Nothing would then be known {phrases.listing(parts, 'or')}."] if parts else []


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
        f"{len(one.changes) + len(one.packages) + len(one.without.rules)}",
    )


def figures(one: Trial) -> dict[str, Any]:
    """Give one trial as JSON can hold it."""
    return {
        "kind": one.without.left_out.kind,
        "name": one.without.left_out.name,
        "wants": [want.id for want in one.without.wants],
        "others": list(one.without.others),
        "nothing_known_of": list(one.without.unheard),
        "whose_yes_not_known": list(one.without.rules),
        "changes": words.change_figures(one.changes),
        "packages": one.packages,
    }
