"""Single edits of what can be: rules lifted or added, options given up, made one-way or not."""

from __future__ import annotations

from collections.abc import Iterator

from jirga.conflict.formula import Formula, negated, parse
from jirga.conflict.moves import one_way_option
from jirga.schema import edits
from jirga.schema.conflict import Conflict
from jirga.stress.edits import Change


def lifted(conflict: Conflict) -> Iterator[Change]:
    """Lift each rule of impossibility."""
    for rule in conflict.impossible:
        yield Change("lift", edits.LiftImpossible(possible=rule.when), owners(conflict, rule.when))


def hardened(conflict: Conflict) -> Iterator[Change]:
    """Make each want a rule that nobody can break."""
    for name, party in conflict.parties.items():
        for want in party.prefers:
            rule = forbidding(negated(parse(want.want)))
            yield Change("harden", rule, (name,), want.id)


def given_up(conflict: Conflict) -> Iterator[Change]:
    """Take each option away: it stays for good as it is today."""
    today = conflict.status_quo or ()
    for option in conflict.options:
        rule = Formula("atom", name=option)
        when = negated(rule) if option in today else rule
        edit = forbidding(when)
        yield Change("give_up", edit, (conflict.owner[option],))


def ratchets(conflict: Conflict) -> Iterator[Change]:
    """Make each option one that cannot be changed back, and each one-way option one that can."""
    lines = {one_way_option(line)[0] for line in conflict.one_way}
    today = conflict.status_quo or ()
    for option in conflict.options:
        who = (conflict.owner[option],)
        if option in lines:
            yield Change("reversible", edits.MakeReversible(reversible=option), who)
        else:
            line = f"not {option}" if option in today else option
            yield Change("one_way", edits.MakeOneWay(one_way=line), who)


def forbidding(formula: Formula) -> edits.AddImpossible:
    """Write a rule that nobody is on record for."""
    return edits.AddImpossible.model_validate({"impossible": str(formula), "basis": "assumed"})


def owners(conflict: Conflict, formula: str) -> tuple[str, ...]:
    """Give the parties whose options a formula speaks of, in file order."""
    used = set(parse(formula).atoms())
    return tuple(name for name, party in conflict.parties.items() if used & set(party.options))
