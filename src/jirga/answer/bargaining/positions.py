"""Where positions point, by several rules side by side, and how far off each was where outcomes are known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from jirga.answer import phrases
from jirga.answer.bargaining.pointers import HIGH, LOW, MODE, Pointed, pointed
from jirga.answer.consent.rule_words import everybody, issue_name, who
from jirga.answer.sources import source_words
from jirga.answer.whole import kept
from jirga.conflict.bargaining.positions import place
from jirga.errors import NotStated, UnknownName
from jirga.schema.answer import Answer, Mark, Section, Sentence, Table
from jirga.schema.bargaining import Issue
from jirga.schema.conflict import Conflict
from jirga.solve.positions import track_record
from jirga.solve.positions.compromise import shift_needed
from jirga.solve.positions.stances import Values

RULES = {
    "compromise": "compromise",
    "median": "weighted median",
    "election": "Condorcet election",
    "spatial": "spatial model",
    "exchange": "equal-gain exchange",
    "challenge": "challenge model",
}
SAYS = {
    "compromise": "the mean of the positions, each by how much its party cares and weighs",
    "median": "where at most half of that weight lies on either side",
    "election": "every position against every other, the stronger side the likelier to win",
    "spatial": "each presses whom it gains most by pressing, they bargain and move, until nobody moves much",
    "exchange": "pairs give way where they care less in return for where they care more, then the mean",
    "challenge": "each presses whom it expects to gain from, in one variant of a model that does not settle",
}
STEP = 10.0


@dataclass(frozen=True)
class PositionsAnswer(Answer):
    """The answer in sentences, and where each rule points as values, by issue."""

    issues: tuple[dict[str, object], ...] = ()


def positions_answer(conflict: Conflict, issue: str | None = None) -> PositionsAnswer:
    """Say where the positions on each issue point, how far the rules differ, and who could not live with it.

    Parameters
    ----------
    issue : str, optional
        Only this issue; all of them if absent.

    Raises
    ------
    NotStated
        Nobody has a position on any issue.
    UnknownName
        Nobody has a position on the issue.
    """
    every = list(pointed(conflict))
    found = [one for one in every if issue in {None, one.issue}]
    if not every:
        raise NotStated("where anybody stands on an issue", "positions")
    if not found:
        raise UnknownName("issue with a position on it", issue or "", [one.issue for one in every])
    sections = [what_this_is(), *(section(conflict, one) for one in found)]
    sections += [the_rules(found), not_said(conflict, found)]
    sections.append(source_words(conflict, sections))
    values = tuple(facts(one) for one in found)
    return PositionsAnswer(conflict.title, conflict.question, conflict.as_of, kept(sections), values)


def what_this_is() -> Section:
    """Say what the rules are for, what they are not, and how they did where outcomes are known."""
    what = (
        "each rule turns where parties stand, how much they care and what they can bring to bear into one "
        "value. None says how talks will end: read how far they differ, whose red line is in the way, and "
        "what each hangs on."
    )
    record = (
        f"\u201coff by\u201d is how far each was from the outcome on average on {track_record.ISSUES} issues "
        "of European Union legislation, on the same scale; saying 50 every time was off by "
        f"{track_record.OFF_BY['middle']:.0f}. That was legislation among states that meet again, not war."
    )
    return Section("Where positions point", (phrases.sentence(what), phrases.sentence(record)))


def section(conflict: Conflict, one: Pointed) -> Section:
    """Say everything about one issue."""
    said = (
        *scale(conflict.issues[one.issue]),
        *warnings(conflict, one),
        disagreement(one),
        ranges(one),
        *hanging(conflict, one),
        *to_red_lines(conflict, one),
    )
    says = conflict.issues[one.issue].says
    name = issue_name(one.issue)
    heading = f"{name}: {says}" if says and says.lower() != name.lower() else name
    return Section(heading, said, table(conflict, one))


def scale(issue: Issue) -> Iterator[Sentence]:
    """Say what places on the scale mean, if the file does."""
    last = max(len(issue.settlements) - 1, 1)
    marks = [(f"{100 * n / last:.0f}", says) for n, says in enumerate(issue.settlements)]
    marks += sorted(issue.scale.items(), key=lambda item: float(item[0]))
    if marks:
        yield phrases.sentence("; ".join(f"{place} is \u201c{says}\u201d" for place, says in marks), ".")


def spot(issue: Issue, value: float) -> str:
    """Write a place on a scale, and the settlement there.

    >>> spot(Issue(settlements=("shut", "open")), 100.0)
    '100 (open)'
    """
    there = next((name for name in issue.settlements if abs(place(issue, name) - value) < 1e-6), "")
    return f"{value:.0f} ({there})" if there else f"{value:.0f}"


def table(conflict: Conflict, one: Pointed) -> Table:
    """Lay the rules side by side."""
    rows = [
        (
            RULES[rule],
            f"{value:.0f}",
            f"{track_record.OFF_BY[rule]:.0f}",
            everybody(conflict, beyond(one, value)),
        )
        for rule, value in one.values.items()
    ]
    core, held = one.core, round(10 * track_record.CORE_HOLDS)
    width = f"{core.low:.0f}" if core.low == core.high else f"{core.low:.0f} to {core.high:.0f}"
    rows.append(("core under two thirds", width, f"({held} in 10)", ""))
    note = f"The core held {held} in 10 of those outcomes."
    return Table(("rule", "points to", "off by", "beyond a red line of"), tuple(rows), note)


def beyond(one: Pointed, value: float) -> list[str]:
    """Name those whose yes is needed and whose red line a value lies beyond."""
    return [name for name in one.needed or () if one.red_line(name, value) is not None]


def warnings(conflict: Conflict, one: Pointed) -> Iterator[Sentence]:
    """Warn of values beyond a red line of somebody whose yes is needed, party by party and side by side."""
    if one.needed is None:
        yield phrases.sentence(
            "the file does not say whose yes this needs, so no red line is held against it."
        )
    for name in one.needed or ():
        crossed = {rule: one.red_line(name, value) for rule, value in one.values.items()}
        for line in dict.fromkeys(line for line in crossed.values() if line is not None):
            rules = [rule for rule, other in crossed.items() if other == line]
            yield phrases.sentence(*warning(conflict, one, name, line, rules))


def warning(
    conflict: Conflict, one: Pointed, name: str, line: float, rules: list[str]
) -> tuple[str | Mark, ...]:
    """Say which rules point beyond one red line, and whether the line's own range lets them."""
    values = [one.values[rule] for rule in rules]
    sure = all(one.red_line(name, value, end) is not None for value in values for end in (LOW, HIGH))
    doubt = "" if sure else ", though that line may lie further out"
    bound = f"accepts at {'most' if values[0] > line else 'least'} {spot(conflict.issues[one.issue], line)}"
    head = (
        f"{subject(one, rules)} beyond what {who(conflict, name)} accepts, and its yes is needed: it {bound}"
    )
    return head, mark(conflict, name, one.issue), f"{doubt}."


def subject(one: Pointed, rules: list[str]) -> str:
    """Name some rules as the subject of a sentence, or all of them at once."""
    if len(rules) == len(one.values):
        return "every rule points"
    return f"the {phrases.listing(RULES[one] for one in rules)} {'points' if len(rules) == 1 else 'point'}"


def mark(conflict: Conflict, party: str, issue: str) -> Mark:
    """Give the mark of a party's position on an issue."""
    stated = next(one for one in conflict.positions if (one.party, one.issue) == (party, issue))
    return phrases.known_by(stated, f"{party}.{issue}")


def disagreement(one: Pointed) -> Sentence:
    """Say how far the rules differ."""
    least, most = (pick(one.values, key=one.values.__getitem__) for pick in (min, max))
    low, high = one.values[least], one.values[most]
    if round(low) == round(high):
        return phrases.sentence(f"all rules point to {low:.0f}.")
    ends = f"from {low:.0f} ({RULES[least]}) to {high:.0f} ({RULES[most]})"
    return phrases.sentence(f"the rules differ by {high - low:.0f} points, {ends}.")


def ranges(one: Pointed) -> Sentence:
    """Say how far the mean may move within the file's own ranges, and how wide past misses would make it."""
    (low, high), past = one.mean_ends, one.four_in_five
    within = f"within the ranges of the file the mean lies from {low:.0f} to {high:.0f}"
    if round(low) == round(high):
        within = f"the file gives no ranges that would move the mean from {low:.0f}"
    return phrases.sentence(
        f"{within}. A range made like those that held four in five outcomes of that legislation runs from "
        f"{past.low:.0f} to {past.high:.0f}."
    )


def hanging(conflict: Conflict, one: Pointed) -> Iterator[Sentence]:
    """Say on whose position, and on whose being there, the mean hangs most."""
    if len(one.parties) < 2:
        return
    most = int(np.argmax(one.mean.by_position))
    name = who(conflict, one.parties[most])
    moves = STEP * one.mean.by_position[most]
    said = f"the mean hangs most on where {name} stands: {STEP:.0f} points there move it by {moves:.1f}"
    yield phrases.sentence(said, mark(conflict, one.parties[most], one.issue), ".")
    change = np.abs(np.nan_to_num(one.mean.without - one.mean.value))
    gone = int(np.argmax(change))
    if round(change[gone]):
        left = f"{one.mean.without[gone]:.0f} instead of {one.mean.value:.0f}"
        yield phrases.sentence(f"without {who(conflict, one.parties[gone])} it would be {left}.")


def to_red_lines(conflict: Conflict, one: Pointed) -> Iterator[Sentence]:
    """Say which move of one other party would bring the mean within each red line that it lies beyond."""
    place = one.ideal[:, MODE]
    for name in one.needed or ():
        line = one.red_line(name, one.mean.value)
        if line is None:
            continue
        shift = shift_needed(one.mean, place, line)
        shift[[other == name for other in one.parties]] = np.nan
        head = f"to bring the mean to {line:.0f}, where {who(conflict, name)} could accept it, "
        yield phrases.sentence(head, smallest_move(conflict, one, shift), ".")


def smallest_move(conflict: Conflict, one: Pointed, shift: Values) -> str:
    """Name the party with the least far to go, and from where to where."""
    if np.isnan(shift).all():
        return "no other party could move far enough alone"
    best = int(np.nanargmin(np.abs(shift)))
    start = one.ideal[best, MODE]
    way = f"from {start:.0f} to {start + shift[best]:.0f}"
    return f"{who(conflict, one.parties[best])} would have the least far to go alone, {way}"


def the_rules(found: list[Pointed]) -> Section:
    """Say in one line each what the rules do."""
    shown = [rule for rule in RULES if any(rule in one.values for one in found)]
    said = [f"{RULES[rule]}: {SAYS[rule]}." for rule in shown]
    said.append("core under two thirds: what nobody with two thirds of the weight would move.")
    return Section("The rules", tuple(map(phrases.sentence, said)))


def not_said(conflict: Conflict, found: list[Pointed]) -> Section:
    """List whose salience or leverage nobody has said."""
    said = (
        f"{issue_name(one.issue)}: how much {everybody(conflict, one.unstated)} "
        f"{'cares or weighs' if len(one.unstated) == 1 else 'care or weigh'}."
        for one in found
        if one.unstated
    )
    return Section("Taken as 50, because the file does not say", tuple(map(phrases.sentence, said)))


def facts(one: Pointed) -> dict[str, object]:
    """Give what was found about one issue as values."""
    return {
        "issue": one.issue,
        "values": one.values,
        "core_two_thirds": [one.core.low, one.core.high],
        "off_by": {rule: track_record.OFF_BY[rule] for rule in one.values},
        "mean_within_ranges": list(one.mean_ends),
        "four_in_five": [one.four_in_five.low, one.four_in_five.high],
        "needed": None if one.needed is None else list(one.needed),
        "beyond_red_line_of": {rule: beyond(one, value) for rule, value in one.values.items()},
        "mean_moves_with": {name: moves(one, number) for number, name in enumerate(one.parties)},
    }


def moves(one: Pointed, number: int) -> dict[str, float | None]:
    """Give how the mean answers to one party's numbers."""
    without = float(one.mean.without[number])
    return {
        "position": float(one.mean.by_position[number]),
        "salience": float(one.mean.by_salience[number]),
        "leverage": float(one.mean.by_leverage[number]),
        "without": None if np.isnan(without) else without,
    }
