"""What rival readings and ranges do to an answer, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from typing import Any

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.bargaining.bargain import Bargain
from jirga.answer.sources import source_words
from jirga.answer.stress import words
from jirga.answer.stress.ranges import Ranges, apart, solved_ranges
from jirga.answer.stress.room_ranges import RoomRanges, room_figures, room_ranges, room_section
from jirga.answer.stress.words import StressAnswer
from jirga.answer.whole import kept, titled
from jirga.errors import NotStated
from jirga.schema.answer import Mark, Section, Sentence, Table
from jirga.schema.conflict import Party
from jirga.schema.wants import Want
from jirga.stress.deciding import Turn
from jirga.stress.ensemble import Tell
from jirga.stress.readings import DRAWS, SEED, Item, items
from jirga.stress.verdicts import NO, Result, Verdict

NOTE = (
    "As it is: how the outcome holds as the file is written; + can be got to by steps their movers gain by. "
    "Then in how many readings it holds, and holds and can be got to, and what that turns on most."
)
MEANING = (
    "Each counts once. In how many of them an answer stands says how much it rests on how the file is read, "
    "and nothing of which reading is right."
)


def asked_ranges(
    analysis: Analysis,
    *,
    draws: int = DRAWS,
    seed: int = SEED,
    executor: Executor | None = None,
    tell: Tell | None = None,
) -> StressAnswer:
    """Solve what is uncertain in a file, and say what that does to the answer.

    Raises
    ------
    NotStated
        The file states no readings, places or ranges.
    """
    conflict = analysis.conflict
    found = solved_ranges(analysis, draws, seed, executor, tell) if items(conflict) else None
    room = room_ranges(Bargain(conflict), seed=seed) if conflict.issues and conflict.packages else None
    if found is None and not (room and any(one.found for one in room.decided)):
        raise NotStated("rival readings, ranges of places, or red lines as ranges", "readings")
    return ranges_answer(analysis, found, room)


def ranges_answer(analysis: Analysis, found: Ranges | None, room: RoomRanges | None) -> StressAnswer:
    """Say in how many readings each verdict stands, and which item decides it."""
    sections: list[Section] = []
    if found is not None:
        sections += [
            Section("How firm the answer is", (*how_firm(analysis, found), *how_many(found))),
            Section("What the outcomes turn on", tuple(outcome_turns(analysis, found)), table(found)),
            Section("What is uncertain", tuple(uncertain(analysis, one) for one in found.items)),
        ]
    if room is not None:
        sections.append(room_section(room))
    sections.append(source_words(analysis.conflict, sections))
    figures = {
        **({} if found is None else ranges_figures(analysis, found)),
        **({} if room is None else {"room": room_figures(room)}),
    }
    head = (titled(analysis), analysis.conflict.question, analysis.conflict.as_of)
    return StressAnswer(*head, kept(sections), figures)


def how_firm(analysis: Analysis, found: Ranges) -> Iterator[Sentence]:
    """Say of each thing asked for, in one sentence, in how many readings the answer stands."""
    for kind, about in found.results:
        if kind == "ask":
            yield firm_sentence(analysis, found, (kind, about), about)
    outcomes = [name for kind, name in found.results if kind == "outcome"]
    loose = [name for kind, name in apart(found) if kind == "outcome"]
    if not loose:
        yield phrases.sentence(f"the verdict on every named outcome is the same {all_of(found)}.")
    elif len(loose) == len(outcomes):
        yield Sentence(("The verdict on every named outcome varies.",))
    else:
        many = f"{len(outcomes) - len(loose)} of {len(outcomes)} outcomes"
        yield phrases.sentence(f"the verdict on {many} is the same {all_of(found)}.")


def all_of(found: Ranges) -> str:
    """Say in all readings."""
    return words.in_readings(found.done, found.done) if found.done > 1 else "in the one reading there is"


def firm_sentence(analysis: Analysis, found: Ranges, key: Result, about: str) -> Sentence:
    """Say how one verdict comes out over the readings."""
    own = found.written.results()[key]
    counts = found.counts(key)
    said = words.asked if key[0] == "ask" else words.short
    if len(counts) == 1 and own in counts:
        return phrases.sentence(f"{about}: {said(own)}, {all_of(found)}.")
    as_it_is = f"{said(own)} {words.in_readings(counts[own], found.done)}, as the file is written"
    others = [f"{said(one)} in {words.often(n, found.done)}" for one, n in counts.most_common() if one != own]
    return phrases.sentence(
        f"{about}: {as_it_is}; {phrases.listing(others)}. ", *turn_parts(analysis, found, key)
    )


def turn_parts(analysis: Analysis, found: Ranges, key: Result) -> list[str | Sentence]:
    """Say which item a verdict turns on, and how."""
    turn = found.turn(key)
    if turn is None:
        return ["No one item decides that; it takes several together."]
    item = found.items[turn.item]
    lead = "That is decided by" if turn.alone else "That turns most on"
    own = words.asked if key[0] == "ask" else words.short
    so = f"\u201c{own(found.written.results()[key])}\u201d"
    return [f"{lead} {label(analysis, item)}: {so} ", *choices_in_words(analysis, item, turn), "."]


def label(analysis: Analysis, item: Item) -> str:
    """Name an item: whose want, and whether it is its reading or its place."""
    party = analysis.conflict.parties[item.party]
    what = "how {} is read" if item.kind == "reading" else "where {} stands"
    return what.format(f"{party.short or party.name}'s {item.want}")


def choices_in_words(analysis: Analysis, item: Item, turn: Turn) -> list[str | Sentence]:
    """Say of each choice in how many readings with it the verdict is so."""
    parts: list[str | Sentence] = []
    tried = [(number, so, of) for number, (so, of) in enumerate(turn.counts) if of]
    if item.kind == "place" and len(tried) > 4:
        tried = [tried[0], tried[-1]]
    for number, so, of in tried:
        how = f"in {words.often(so, of)} " if of > 1 else "" if so else "not "
        parts += ["; " if parts else "", how, *choice(analysis, item, number)]
    return parts


def choice(analysis: Analysis, item: Item, number: int) -> list[str | Sentence]:
    """Say one choice of an item, with the mark of what it rests on."""
    want = analysis.conflict.wants[item.want]
    if item.kind == "place":
        return [f"with it in place {item.choices[number]}"]
    if number == 0:
        mark = phrases.known_by(want, want.id)
        return [Sentence((f"with \u201c{want.why or want.want}\u201d", mark))]
    rival = want.readings[number - 1]
    mark = phrases.known_by(rival, f"{want.id}, reading {number}")
    return [Sentence((f"with \u201c{rival.says or rival.why or rival.want}\u201d", mark))]


def outcome_turns(analysis: Analysis, found: Ranges) -> Iterator[Sentence]:
    """Say of outcomes whose verdict varies how they come out, once where the same is to be said."""
    groups: dict[tuple[str | Mark, ...], list[str]] = {}
    for key in apart(found):
        if key[0] == "outcome":
            groups.setdefault(firm_sentence(analysis, found, key, "").parts, []).append(key[1])
    for (first, *rest), names in groups.items():
        yield phrases.sentence(phrases.quoted(names), first, *rest)


def table(found: Ranges) -> Table | None:
    """Lay out every outcome: as written, in how many readings it holds, what it turns on."""
    rows = []
    for key, some in found.results.items():
        if key[0] != "outcome":
            continue
        own = found.written.results()[key]
        holds = sum(one.level > NO for one in some)
        there = sum(one.level > NO and one.attained for one in some)
        turn = found.turn(key)
        on = (
            "-"
            if found.firm(key).all()
            else ("several together" if turn is None else found.items[turn.item].want)
        )
        shown = words.short(own) + (" +" if own.attained else "")
        rows.append((key[1], shown, f"{holds:,} of {found.done:,}", f"{there:,} of {found.done:,}", on))
    head = ("outcome", "as it is", "holds in", "and can be got to", "turns on")
    return Table(head, tuple(rows), NOTE) if rows else None


def how_many(found: Ranges) -> Iterator[Sentence]:
    """Say how many readings there are and how many were solved."""
    some = phrases.numbered(len(found.items), "uncertain item")
    if found.done < found.asked:
        how = f"Stopped after {found.done:,} of {found.asked:,} readings; what is said here is of these."
    elif found.every:
        how = f"{some} can be read in {phrases.numbered(found.done, 'way')} together, and all were solved."
    else:
        how = f"{some} can be read in many ways together: {found.done:,} were drawn, from seed {found.seed}."
    yield phrases.sentence(f"{how} {MEANING}")


def uncertain(analysis: Analysis, item: Item) -> Sentence:
    """Say what is uncertain about one want."""
    party = analysis.conflict.parties[item.party]
    want = analysis.conflict.wants[item.want]
    who = f"{party.short or party.name}, {want.id}: "
    if item.kind == "place":
        first, last = item.choices[0], item.choices[-1]
        return phrases.sentence(
            who,
            phrases.sentence_of_want(want),
            f"; anywhere from place {first} to place {last} of {len(party.prefers)}",
            f" in its order, written in place {written_place(party, want)}.",
        )
    rivals: list[str | Sentence] = []
    for number in range(1, len(item.choices)):
        rivals += [", or " if rivals else "; or else: ", *rival(want, number)]
    return phrases.sentence(who, phrases.sentence_of_want(want), *rivals, ".")


def written_place(party: Party, want: Want) -> int:
    """Give the place a want has in the file."""
    return [one.id for one in party.prefers].index(want.id) + 1


def rival(want: Want, number: int) -> list[str | Sentence]:
    """Say one rival reading, with its mark."""
    one = want.readings[number - 1]
    return [
        Sentence((one.says or one.why or one.want, phrases.known_by(one, f"{want.id}, reading {number}")))
    ]


def ranges_figures(analysis: Analysis, found: Ranges) -> dict[str, Any]:
    """Give the numbers behind the answer, as JSON can hold them."""
    return {
        "readings": {
            "asked": found.asked,
            "solved": found.done,
            "all": found.every,
            "seed": found.seed,
        },
        "stopped": found.done < found.asked,
        "items": [item_figures(analysis, one) for one in found.items],
        "asks": {
            about: result_figures(found, (kind, about)) for kind, about in found.results if kind == "ask"
        },
        "outcomes": {
            name: result_figures(found, (kind, name)) for kind, name in found.results if kind == "outcome"
        },
    }


def item_figures(analysis: Analysis, item: Item) -> dict[str, Any]:
    """Give one uncertain item."""
    want = analysis.conflict.wants[item.want]
    formulas = [want.want, *(one.want for one in want.readings)]
    choices = [formulas[one] for one in item.choices] if item.kind == "reading" else list(item.choices)
    return {
        "want": item.want,
        "party": item.party,
        "kind": item.kind,
        "choices": choices,
        "written": item.written,
    }


def result_figures(found: Ranges, key: Result) -> dict[str, Any]:
    """Give one verdict over the readings."""
    turn = found.turn(key)
    return {
        "written": words.figure(found.written.results()[key]),
        "as_written_in": int(found.firm(key).sum()),
        "found": [words.figure(one) | {"in": count} for one, count in ordered(found, key)],
        "turns_on": None if turn is None else turn_figures(found, turn),
    }


def ordered(found: Ranges, key: Result) -> list[tuple[Verdict, int]]:
    """List what becomes of a verdict, the firmest first."""
    return sorted(found.counts(key).items(), key=lambda pair: (-pair[0].level, not pair[0].attained))


def turn_figures(found: Ranges, turn: Turn) -> dict[str, Any]:
    """Give the item a verdict turns on."""
    item = found.items[turn.item]
    counts = [{"as_written": so, "of": of} for so, of in turn.counts]
    share = round(turn.share, 6)
    return {"want": item.want, "kind": item.kind, "share": share, "decides": turn.alone, "by_choice": counts}
