"""Coalitions and power indices as a reader sees them: a few sets in words, a table, and plain values."""

from __future__ import annotations

from jirga.answer.consent.rule_words import everybody, who
from jirga.answer.consent.votes import Asked, Sets
from jirga.answer.phrases import listing, numbered
from jirga.schema.answer import Table

SHOWN, FEW, MOST_IN_JSON = 5, 3, 1000
NOTE = (
    "Turns it: in what part of all orders of joining a member's yes is the one that decides "
    "(Shapley-Shubik), and its part of all the cases in which one vote decides (Banzhaf). "
    "Both count every order or case alike; they describe the rule, not what anybody will do."
)


def sets_in_words(one: Asked, sets: Sets, last: str) -> str:
    """Name the smallest of some sets, and count the others."""
    shown = sets[:SHOWN]
    text = listing((set_in_words(one, few) for few in shown), last)
    more = len(sets) - len(shown)
    return text + (f" (and {numbered(more, 'other set', 'other sets')})" if more else "")


def set_in_words(one: Asked, few: tuple[int, ...]) -> str:
    """Name who is in a set; or, where that is shorter, who is not."""
    rest = [voter for voter in one.game.open if voter not in few]
    if rest and len(few) > FEW and len(rest) <= FEW:
        return f"all but {everybody(one.conflict, one.names(rest))}"
    return everybody(one.conflict, one.names(few)) + (" together" if len(few) > 1 else "")


def power_table(one: Asked) -> Table | None:
    """Show each member's power, the greatest first; nothing where it cannot be counted or all are alike."""
    power = one.power
    if power is None or len(set(power.banzhaf_swings)) < 2:
        return None
    rows = zip(one.names(power.voters), power.shapley_shubik, power.banzhaf, strict=True)
    ordered = sorted(rows, key=lambda row: -row[1])
    return Table(
        ("member", "turns it: Shapley-Shubik", "Banzhaf"),
        tuple((who(one.conflict, name), percent(first), percent(second)) for name, first, second in ordered),
        NOTE,
    )


def percent(part: object) -> str:
    """Write a fraction as percent.

    >>> from fractions import Fraction
    >>> percent(Fraction(7, 30))
    '23.3 %'
    """
    return f"{float(part) * 100:.1f} %"  # type: ignore[arg-type]


def facts(one: Asked) -> dict[str, object]:
    """Give what was found about a rule as values, for JSON."""
    game, power = one.game, one.power
    found: dict[str, object] = {
        "issue": one.issue,
        "rule": one.chain,
        "voters": one.names(game.open),
        "needed": one.names(game.needed()),
        "sufficient": one.names(game.sufficient()),
        "minimal_winning": listed(one, one.winning),
        "minimal_blocking": listed(one, one.blocking),
    }
    if power is not None:
        found["fewest_to_block"] = power.fewest_to_block
        found["banzhaf_swings"] = power.banzhaf_swings
        found["shapley_shubik"] = tuple(float(part) for part in power.shapley_shubik)
        found["banzhaf"] = tuple(float(part) for part in power.banzhaf)
    return found


def listed(one: Asked, sets: Sets | None) -> tuple[tuple[str, ...], ...] | None:
    """Give sets by name; None where they were not gone through or are too many to list."""
    return None if sets is None or len(sets) > MOST_IN_JSON else tuple(map(one.names, sets))
