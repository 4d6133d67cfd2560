"""Rules of consent and mandates without what is left out: whose yes it needs is then not known."""

from __future__ import annotations

from typing import Any

from jirga.schema.conflict import Conflict
from jirga.schema.consent import Approval, Consent, Mandate
from jirga.stress.gone import Gone


def consent_without(conflict: Conflict, gone: Gone) -> dict[str, Any]:
    """Give the rules of consent and the mandates that stay.

    Notes
    -----
    A rule that goes takes its answers along: they were answers to it. An answer or an approval that goes by
    itself is one that has not been heard, which is not a no.
    """
    rules = {}
    for name, rule in conflict.consent.items():
        if gone.goes(rule):
            gone.rules.append(name)
            gone.others.append(f"rule of consent on {name}")
        else:
            rules[name] = answers_without(name, rule, gone)
    return {"consent": rules, "mandates": mandates_without(conflict, gone)}


def answers_without(issue: str, rule: Consent, gone: Gone) -> Consent:
    """Take away the answers that go; whose answer went has not been heard."""
    stay = {name: reply for name, reply in rule.answers.items() if not gone.goes(reply)}
    away = [name for name in rule.answers if name not in stay]
    gone.others += [f"answer of {name} on {issue}" for name in away]
    gone.unsaid += [("answer", name) for name in away]
    return rule.model_copy(update={"answers": stay}) if away else rule


def mandates_without(conflict: Conflict, gone: Gone) -> tuple[Mandate, ...]:
    """Take away the mandates and approvals that go; to whom others report stays, by name."""
    behind = {one.reports_to for one in conflict.mandates}
    found = []
    for one in conflict.mandates:
        if not gone.goes(one):
            found.append(approvals_without(one, gone))
            continue
        gone.others.append(f"mandate of {one.who}")
        gone.unsaid.append(("mandate", one.who))
        found += [Mandate.model_validate({"who": one.who})] if one.who in behind else []
    return tuple(found)


def approvals_without(mandate: Mandate, gone: Gone) -> Mandate:
    """Take away the approvals that go."""
    stay: list[Approval] = []
    for one in mandate.approvals:
        if gone.goes(one):
            gone.others.append(f"approval of {one.of} for {mandate.who}")
            gone.unsaid.append(("approval", one.of))
        else:
            stay.append(one)
    same = len(stay) == len(mandate.approvals)
    return mandate if same else mandate.model_copy(update={"approvals": tuple(stay)})
