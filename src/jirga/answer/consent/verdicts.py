"""Whether an issue passes with the votes that are known, whose answer is open, whose vote would change it."""

from __future__ import annotations

from collections.abc import Iterator

from jirga.answer import phrases
from jirga.answer.consent.powers import sets_in_words
from jirga.answer.consent.rule_words import everybody, issue_name, who
from jirga.answer.consent.votes import Asked, asked
from jirga.schema.answer import Sentence
from jirga.schema.conflict import Conflict


def standing(conflict: Conflict, issue: str) -> Iterator[Sentence]:
    """Say whose answers are known, and whether that settles it; unknown is not no."""
    answers = conflict.consent[issue].answers
    if not answers:
        return
    for one in asked(conflict, issue, on_file=True):
        if one.chain == "effective" or len(asked(conflict, issue)) == 1:
            yield replies(one)
        yield verdict(one)


def replies(one: Asked) -> Sentence:
    """Say who has answered what, each with what that rests on."""
    answers = one.conflict.consent[one.issue].answers
    parts: list[object] = []
    for status, verb in (
        ("given", "has said yes"),
        ("refused", "refuses"),
        ("unknown", "has not been heard"),
    ):
        for name, reply in answers.items():
            if reply.status == status:
                mark = phrases.known_by(reply, f"{one.issue}.{name}")
                why = f" ({reply.why})" if reply.why else ""
                parts += ["; " if parts else "", f"{who(one.conflict, name)} {verb}{why}", mark]
    return phrases.sentence(*parts, ".")  # type: ignore[arg-type]


def verdict(one: Asked) -> Sentence:
    """Say whether it passes with the votes that are known, and whose vote would change that."""
    game, issue = one.game, issue_name(one.issue)
    head = f"by the rule as written, {issue}" if one.chain == "formal" else issue
    if game.outcome is None:
        return phrases.sentence(f"{head} is open: {hangs_on(one)}.")
    others = ", whatever the others say" if game.open else ""
    return phrases.sentence(f"{head} {'passes' if game.outcome else 'fails'}{others}{turned_by(one)}.")


def hangs_on(one: Asked) -> str:
    """Say whose open answers decide, and that unknown is not no."""
    game, conflict = one.game, one.conflict
    must, alone = one.names(game.needed()), one.names(game.sufficient())
    if len(must) == len(game.open):
        last = " all" if len(must) > 2 else " both" if len(must) == 2 else ""
        return f"it passes if {everybody(conflict, must)}{last} say{'' if len(must) > 1 else 's'} yes"
    if alone:
        return f"the yes of {everybody(conflict, alone, 'or')} is enough"
    first = f"it cannot pass without {everybody(conflict, must)}, and " if must else ""
    if one.winning is None:
        return f"{first}it hangs on the {len(game.open)} who have not answered"
    return f"{first}it passes with {sets_in_words(one, one.winning, 'or')}"


def turned_by(one: Asked) -> str:
    """Name those whose vote, changed alone, would undo the result."""
    game, conflict = one.game, one.conflict
    cast = {
        name: votes for name, votes in vars(game).items() if name in {"yes", "no", "absent", "abstaining"}
    }
    turned = []
    for voter in range(len(game.rule.voters)):
        others = {name: votes - {voter} for name, votes in cast.items()}
        to = "no" if game.outcome else "yes"
        if voter not in game.open and voter not in cast[to]:
            changed = type(game)(game.rule, **{**others, to: others[to] | {voter}})
            turned += [voter] if changed.outcome != game.outcome else []
    if not turned:
        known = len(game.rule.voters) - len(game.open)
        return "; no single vote would change that" if known > 1 else ""
    names = everybody(conflict, one.names(turned), "or")
    return f"; a {'no' if game.outcome else 'yes'} from {names} would change that"
