"""Who must say yes: what is not in the hands of those at the table, and which approvals are open."""

from __future__ import annotations

from collections.abc import Iterator

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.consent.answers import needed
from jirga.answer.consent.mandates import approvals, at_table, gap, promises
from jirga.answer.consent.rule_words import who
from jirga.answer.consent.votes import asked
from jirga.answer.phrases import known_by
from jirga.brief.content.aim import Aim
from jirga.brief.content.drafts import Draft, keyed
from jirga.errors import TooLarge
from jirga.schema.answer import Mark, Sentence
from jirga.schema.conflict import Conflict

MOST = 5


def whose_yes(conflict: Conflict, analysis: Analysis | None, aim: Aim | None) -> Draft:
    """Say whose yes is needed and is not at the table; without rules of consent, whose moves a deal needs."""
    some = list(on_consent(conflict))
    if not some and analysis is not None and aim is not None:
        some = list(whose_moves(analysis, aim))
    return Draft("yes", "Who must say yes", tuple(keyed("yes", some[:MOST])))


def on_consent(conflict: Conflict) -> Iterator[Sentence]:
    """Say first what nobody at the table can deliver, then whose approval is open, then what is promised."""
    table = at_table(conflict)
    stated = [issue for issue, one in conflict.consent.items() if one.delivers is not None]
    missing = [issue for issue in stated if set(conflict.consent[issue].delivers or ()) - set(table)]
    yield from unheard(conflict)
    yield from promises(conflict, list(conflict.consent))
    for issue in [*missing, *(one for one in stated if one not in missing)]:
        yield from gap(conflict, issue, table)
    try:
        yield from (needed(one) for issue in conflict.consent for one in asked(conflict, issue))
    except TooLarge:
        return


def unheard(conflict: Conflict) -> Iterator[Sentence]:
    """Say whose approval is needed and not known, which is not a no; then whose is refused."""
    parts: list[str | Mark] = []
    for one in conflict.mandates:
        for approval in one.approvals:
            if approval.status == "unknown":
                what = approval.what or "it"
                parts += ["; " if parts else "", f"{who(conflict, approval.of)} on {what}"]
                parts += [known_by(approval, one.who)]
    if parts:
        yield phrases.sentence("not heard yet, which is not a no: ", *parts, ".")
    for one in conflict.mandates:
        refused = one.model_copy(
            update={"approvals": tuple(each for each in one.approvals if each.status == "refused")}
        )
        yield from approvals(conflict, refused)


def whose_moves(analysis: Analysis, aim: Aim) -> Iterator[Sentence]:
    """Say whose moves an outcome needs, and who of them can take theirs back."""
    if analysis.status_quo is None or analysis.conflict.by_states:
        return
    before, after = (set(analysis.board.states.taken(row)) for row in (analysis.status_quo, aim.row))
    fixed = set(analysis.conflict.one_way)
    for number, key in enumerate(analysis.parties):
        own = {one for one in analysis.conflict.parties[key].options if one in before ^ after}
        if own:
            what = phrases.change(analysis, analysis.status_quo, aim.row, of=number)
            name = phrases.party(analysis, number)
            yield phrases.sentence(
                f"\u201c{aim.name}\u201d needs {name} to {what}; {name} {back(own, fixed)}."
            )


def back(own: set[str], fixed: set[str]) -> str:
    """Say how much of what a party does it can take back."""
    if not own & fixed:
        return "can take that back"
    return "cannot take that back" if own <= fixed else "can take back only part of that"
