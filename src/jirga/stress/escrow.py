"""A deposit with a third party, as an added option: whether it makes a way where somebody must go first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jirga.conflict.board import Board, board
from jirga.conflict.formula import Formula, parse
from jirga.conflict.preferences import deciding_want
from jirga.conflict.variants import make
from jirga.errors import TooLarge
from jirga.schema import edits
from jirga.schema.conflict import Conflict, Party
from jirga.schema.wants import Want
from jirga.schema.words import Standard
from jirga.solve.sweeps.movers import Movers
from jirga.solve.ways.attainment import distances
from jirga.stress.guarantees import FirstStep
from jirga.stress.islands import held


@dataclass(frozen=True)
class Escrow:
    """A deposit as an added option: the edits that add it, and whether the outcome is then got to and holds.

    Attributes
    ----------
    option : str
        What is handed to a third party.
    giver : str
        Whose it is.
    edits : tuple of Edit
        The added option, and how the party that goes first and the giver then see things.
    opens : bool
        Whether steps that their movers gain by then lead to the outcome.
    holds : bool
        Whether the outcome then holds by the standard asked about.
    """

    option: str
    giver: str
    edits: tuple[edits.Edit, ...]
    opens: bool
    holds: bool


def escrows(
    conflict: Conflict, laid: Board, first: FirstStep, by: Standard, together: int
) -> Iterator[Escrow]:
    """Try a deposit of each thing that makes up for the first mover's loss in the end."""
    for option in deposits(conflict, laid, first):
        changes = escrow_edits(conflict, laid, first, option)
        after = conflict
        for one in changes:
            after = make(one, after)
        yield Escrow(option, conflict.owner[option], changes, *solved(after, first, laid, by, together))


def deposits(conflict: Conflict, laid: Board, first: FirstStep) -> Iterator[str]:
    """Give what others do later on the way that the first mover's gain rests on."""
    if first.better_at is None or conflict.by_states:
        return
    name = list(conflict.parties)[first.party]
    want = deciding_want(conflict.parties[name], laid.states, first.step.start, first.better_at)
    before, after = (set(laid.states.taken(row)) for row in (first.step.end, first.better_at))
    for option in dict.fromkeys(parse(want.want).atoms() if want else ()):
        if option in after - before and conflict.owner[option] != name:
            yield option


def escrow_edits(conflict: Conflict, laid: Board, first: FirstStep, option: str) -> tuple[edits.Edit, ...]:
    """Write a deposit as edits: the giver's option, taken for the thing itself once the step is made."""
    giver, name = conflict.owner[option], list(conflict.parties)[first.party]
    deposit = free_name(conflict, f"{option}_escrow")
    counted = Formula("and", (Formula("atom", name=deposit), *own_part(laid, first)))
    does = conflict.options[option].says or option
    says = f"put this in a third party's hands, to be handed over in return: {does}"
    added = {"option": deposit, "party": giver, "says": says}
    gives = {"want": deposit, "basis": "assumed", "why": "a deposit costs it nothing, and it makes one"}
    return (
        edits.AddOption.model_validate(added),
        *(counting(one, option, counted) for one in speaking_of(conflict.parties[name], option)),
        edits.Insert.model_validate({"insert": gives, "party": giver}),
    )


def speaking_of(party: Party, option: str) -> list[Want]:
    """List a party's wants that speak of an option."""
    return [one for one in party.prefers if option in set(parse(one.want).atoms())]


def counting(want: Want, option: str, counted: Formula) -> edits.Replace:
    """Let a want take something for an option."""
    formula = str(standing_for(parse(want.want), option, counted))
    why = f"{want.why} (a deposit counts)" if want.why else "a deposit counts"
    return edits.Replace.model_validate({"replace": want.id, "with": formula, "basis": "assumed", "why": why})


def own_part(laid: Board, first: FirstStep) -> list[Formula]:
    """Write what the first mover changes in its step."""
    before, after = (set(laid.states.taken(row)) for row in (first.step.start, first.step.end))
    taken = [Formula("atom", name=one) for one in laid.states.atoms if one in after - before]
    left = [Formula("atom", name=one) for one in laid.states.atoms if one in before - after]
    return [*taken, *(Formula("not", (one,)) for one in left)]


def standing_for(formula: Formula, option: str, counted: Formula) -> Formula:
    """Let something count as an option wherever a formula speaks of it.

    >>> str(standing_for(parse("curb implies border"), "border", parse("deposit and curb")))
    'curb implies (border or (deposit and curb))'
    """
    if formula.op == "atom":
        return Formula("or", (formula, counted)) if formula.name == option else formula
    parts = [standing_for(part, option, counted) for part in formula.parts]
    if formula.op == "or":
        parts = [one for part in parts for one in (part.parts if part.op == "or" else (part,))]
    return Formula(formula.op, tuple(parts))


def free_name(conflict: Conflict, name: str) -> str:
    """Give a name that no option has."""
    return name if name not in conflict.options else free_name(conflict, f"{name}_")


def solved(after: Conflict, first: FirstStep, laid: Board, by: Standard, together: int) -> tuple[bool, bool]:
    """Say whether a way leads to the outcome, the deposit made, and whether it then holds."""
    changed, outcome = board(after), laid.states.taken(first.steps[-1].end)
    deposit = next(one for one in after.options if one not in laid.states.atoms)
    start, row = changed.states.find(after.status_quo or ()), changed.states.find([*outcome, deposit])
    if start is None or row is None:
        return False, False
    try:
        opens = bool(distances(Movers(changed), start, together)[row] >= 0)
    except TooLarge:
        opens = False
    return opens, bool(held([changed], [by])[0][by][row])


def ends_with(escrow: Escrow, outcome: Sequence[str]) -> tuple[str, ...]:
    """Give the options taken in the outcome once the deposit is made."""
    added = next(one for one in escrow.edits if isinstance(one, edits.AddOption))
    return (*outcome, added.option)
