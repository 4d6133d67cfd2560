"""A drawing: the parties as boxes, and a numbered line between any two that are bound to one another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jirga.answer import phrases
from jirga.answer.consent.mandates import at_table
from jirga.answer.consent.rule_words import who
from jirga.brief.drawings.drawing import INK, Drawing, box, count_lines, cut, lines, rule, text
from jirga.brief.drawings.relations import Relation, relations
from jirga.brief.drawings.ring import DOT, Ring, Spot
from jirga.schema.conflict import Conflict

WIDTH, BOX, SIGNS, MOST, LETTER = 752.0, 144.0, 19, 4, 11.5
LISTED, ROW, MANY = 116, 13.2, 16
DASHED = "stroke-dasharray='6 4'"
Pairs = dict[tuple[str, str], list[Relation]]


def stakeholder_map(conflict: Conflict, ties: Sequence[Relation] = ()) -> Drawing | None:
    """Draw who is bound to whom: by consent, approval, mandate, by pressing, and by ties of the record.

    Parameters
    ----------
    conflict : Conflict
        The parties, with consent rules and mandates.
    ties : sequence of Relation
        What else is known between two of them, by id or by name.

    Returns
    -------
    Drawing or None
        None where nobody is bound to anybody, or there are more than sixteen to show.

    Notes
    -----
    A line is dashed where nothing it stands for has a source that is not merely assumed.
    """
    pairs = by_pair([*relations(conflict), *ties])
    names = shown(conflict, pairs)
    if not pairs or len(names) > MANY:
        return None
    table = set(at_table(conflict))
    labels = [cut(who(conflict, name), width=SIGNS, most=MOST) for name in names]
    ring = Ring(tuple((BOX, count_lines(one, SIGNS) * LETTER * 1.2 + 16) for one in labels), WIDTH)
    numbers = {name: place for place, name in enumerate(names)}
    ends = [(numbers[one], numbers[other]) for one, other in pairs]
    dashed = [not any(one.sourced for one in some) for some in pairs.values()]
    parts = drawn_lines(ends, dashed, ring)
    for name, label, spot in zip(names, labels, ring.spots, strict=True):
        parts += boxed(label, spot, seated=name in table)
    listed, foot = drawn_list([in_full(conflict, *one) for one in pairs.items()], ring.height + 14)
    parts += [*legend(foot + 4), *listed]
    return Drawing("Who is bound to whom", in_words(conflict, names, pairs), WIDTH, foot + 24, tuple(parts))


def by_pair(some: Iterable[Relation]) -> Pairs:
    """Put together what is between the same two."""
    pairs: Pairs = {}
    for one in some:
        key = (one.one, one.other)
        pairs.setdefault(key[::-1] if key[::-1] in pairs else key, []).append(one)
    return pairs


def shown(conflict: Conflict, pairs: Pairs) -> list[str]:
    """Name those on the map: the parties, then bodies and persons that something is said of."""
    return list(dict.fromkeys([*conflict.parties, *(name for pair in pairs for name in pair)]))


def drawn_lines(ends: Sequence[tuple[int, int]], dashed: Sequence[bool], ring: Ring) -> list[str]:
    """Draw the lines, then their numbers over them."""
    parts = []
    for (first, second), broken in zip(ends, dashed, strict=True):
        one, other, (x, y) = ring.spots[first], ring.spots[second], ring.bend(first, second)
        path = f"M {one.x:.1f} {one.y:.1f} Q {x:.1f} {y:.1f} {other.x:.1f} {other.y:.1f}"
        parts.append(f"<path d='{path}' fill='none' {stroke(broken)}/>")
    for number, (x, y) in enumerate(ring.numbers(ends), start=1):
        parts.append(f"<circle cx='{x:.1f}' cy='{y:.1f}' r='{DOT:g}' fill='white' stroke='{INK}'/>")
        parts.append(text(round(x, 1), round(y + 3.7, 1), str(number), size=10.5, anchor="middle"))
    return parts


def stroke(broken: bool) -> str:
    """Say how a line is drawn: dashed where it is unsourced or merely assumed."""
    return f"stroke='{INK}' stroke-width='1.3' {DASHED if broken else ''}"


def boxed(label: str, spot: Spot, *, seated: bool) -> list[str]:
    """Draw a box with its name; a thick border for who is at the table."""
    x, y, width, height = (round(one, 1) for one in spot.corner)
    first = round(spot.y - (count_lines(label, SIGNS) - 1) * LETTER * 0.6 + 4, 1)
    words = lines(round(spot.x, 1), first, label, width=SIGNS, size=LETTER, anchor="middle")
    return [box((x, y, width, height), style=f"stroke-width='{3 if seated else 1.2:g}'"), *words]


def drawn_list(said: Sequence[str], y: float) -> tuple[list[str], float]:
    """Write what each number stands for, and say where that ends."""
    parts = [rule(0, WIDTH, y)]
    y += 16
    for number, one in enumerate(said, start=1):
        parts.append(text(20, y, str(number), size=11, anchor="end"))
        parts += lines(30, y, one, width=LISTED, size=11)
        y += count_lines(one, LISTED) * ROW + 2
    return parts, y


def legend(y: float) -> list[str]:
    """Say what the lines and the borders mean."""
    samples = ((0, "sourced", False), (120, "unsourced or merely assumed", True))
    parts = [f"<path d='M {x + 1} {y:g} h 30' {stroke(broken)}/>" for x, _, broken in samples]
    parts += [text(x + 38, y + 4, said, size=11) for x, said, _ in samples]
    seat = box((341, y - 7, 26, 14), style="stroke-width='3'")
    return [*parts, seat, text(376, y + 4, "has somebody at the table", size=11)]


def in_full(conflict: Conflict, pair: tuple[str, str], some: Sequence[Relation]) -> str:
    """Say all that is between two."""
    told: dict[str, list[str]] = {}
    for one in some:
        unsourced = " without a source" if not one.sourced and one.basis != "assumed" else ""
        told.setdefault(one.kind or one.says, []).append(f"{one.says} ({one.basis}{unsourced})")
    said = [
        f"{kind} {phrases.listing(each)}" if some_kind(kind, some) else each[0] for kind, each in told.items()
    ]
    text_ = f"{who(conflict, pair[0])} and {who(conflict, pair[1])}: {'; '.join(said)}."
    return text_[:1].upper() + text_[1:]


def some_kind(kind: str, some: Sequence[Relation]) -> bool:
    """Whether words are the kind of a relation, rather than all it says."""
    return any(one.kind == kind for one in some)


def in_words(conflict: Conflict, names: Sequence[str], pairs: Pairs) -> str:
    """Give the drawing for those who do not see it."""
    there = f"On the map are {phrases.listing(who(conflict, name) for name in names)}."
    table = at_table(conflict)
    seated = f" At the table: {phrases.listing(who(conflict, one) for one in table)}." if table else ""
    return f"{there}{seated} {' '.join(in_full(conflict, *one) for one in pairs.items())}"
