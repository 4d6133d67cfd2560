"""Run what is expected of consent rules and of those who can deliver."""

from __future__ import annotations

from jirga.answer.analysis import Analysis
from jirga.answer.consent.mandates import deliverable
from jirga.answer.consent.rule_words import everybody, issue_name
from jirga.answer.consent.votes import Asked, Cast
from jirga.answer.expected.found import found_instead
from jirga.schema.expected import consent as kinds


def voted(expected: kinds.Passes | kinds.Fails, issue: str, analysis: Analysis) -> str | bool:
    """Say whether an issue passes with the votes expected; a text says why it cannot be asked."""
    cast = Cast(expected.in_favour or (), expected.without, expected.absent, expected.abstaining)
    one = Asked(analysis.conflict, issue, expected.rule, cast)
    if one.rule is None:
        return f"the file states no {expected.rule} rule for {issue_name(issue)}"
    rest = frozenset(one.game.open) if expected.in_favour is None else frozenset()
    return one.game.passes(rest)


@found_instead.register
def _(expected: kinds.Passes, analysis: Analysis) -> str:
    found = voted(expected, expected.passes, analysis)
    return found if isinstance(found, str) else "" if found else "it fails"


@found_instead.register
def _(expected: kinds.Fails, analysis: Analysis) -> str:
    found = voted(expected, expected.fails, analysis)
    return found if isinstance(found, str) else "it passes" if found else ""


@found_instead.register
def _(expected: kinds.Blocks, analysis: Analysis) -> str:
    cast = Cast(absent=expected.absent, abstaining=expected.abstaining)
    one = Asked(analysis.conflict, expected.on, expected.rule, cast)
    if one.rule is None:
        return f"the file states no {expected.rule} rule for {issue_name(expected.on)}"
    refusing = Asked(analysis.conflict, expected.on, expected.rule, Cast(no=expected.blocks)).game.no
    everyone = frozenset(one.game.open)
    if one.game.passes(everyone - refusing):
        return "it passes in spite of them"
    spared = [voter for voter in sorted(refusing) if not one.game.passes(everyone - refusing | {voter})]
    return f"{everybody(analysis.conflict, one.names(spared))} can be spared" if spared else ""


@found_instead.register
def _(expected: kinds.DeliveredBy, analysis: Analysis) -> str:
    found, listed = deliverable(analysis.conflict, expected.delivered_by), expected.issues
    also = [issue for issue in found if issue not in listed]
    missing = [issue for issue in listed if issue not in found]
    parts = (also and f"also {', '.join(also)}", missing and f"not {', '.join(missing)}")
    return "; ".join(part for part in parts if part)
