"""Whose yes an issue needs, by the rule as written and in effect; who can stop it, and who is not needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jirga.answer import phrases
from jirga.answer.consent.blockers import inside
from jirga.answer.consent.mandates import chains, mandate_gap
from jirga.answer.consent.powers import facts
from jirga.answer.consent.rule_words import bodies_below, everybody, issue_name, needs, said
from jirga.answer.consent.verdicts import standing, verdict
from jirga.answer.consent.votes import Asked, Cast, asked
from jirga.answer.sources import source_words
from jirga.answer.whole import kept
from jirga.conflict.bargaining.consent_references import DEAL
from jirga.conflict.variants import edited
from jirga.errors import NotStated
from jirga.schema.answer import Answer, Section, Sentence
from jirga.schema.conflict import Conflict


@dataclass(frozen=True)
class ConsentAnswer(Answer):
    """The answer in sentences, and what was found about each rule as values."""

    rules: tuple[dict[str, object], ...] = ()


def consent_answer(
    conflict: Conflict, issue: str | None = None, cast: Cast | None = None, variant: str | None = None
) -> ConsentAnswer:
    """Say whose yes is needed, whose is missing, who can deliver, and who promises what nobody behind it can.

    Parameters
    ----------
    issue : str, optional
        Only this issue, or `deal`; all of them if absent.
    cast : Cast, optional
        Votes to try; then it says whether the issue passes, and whose vote would change that.
    variant : str, optional
        The name of the variant that the conflict is, for its title.

    Raises
    ------
    NotStated
        The file has no consent rules and no mandates.
    UnknownName
        It has none for the issue, or nobody of a name.
    """
    if not conflict.consent and not conflict.mandates:
        raise NotStated("whose yes is needed", "consent")
    chosen = list(conflict.consent) if issue is None else [issue]
    rules = [one for name in chosen for one in asked(conflict, name, cast=cast or Cast(), on_file=True)]
    sections = [
        *([Section("Would it pass?", tuple(map(verdict, rules)))] if cast else []),
        whose_yes(conflict, chosen, voting=bool(cast)),
        not_said(conflict if issue is None and not cast else None),
        how_bodies_decide(conflict, rules),
        *([] if cast else [mandate_gap(conflict, chosen), chains(conflict)]),
        *(section for name in chosen for section in inside(conflict, name, cast or Cast())),
    ]
    sections += [] if cast or variant else [under_variants(conflict, chosen)]
    sections.append(source_words(conflict, sections))
    found = tuple(facts(one) for name in chosen for one in asked(conflict, name))
    title = conflict.title + (f" ({variant})" if variant else "")
    return ConsentAnswer(title, conflict.question, conflict.as_of, kept(sections), found)


def under_variants(conflict: Conflict, issues: list[str]) -> Section:
    """Say whose yes would be needed, and whose no longer, under each variant that changes a rule."""
    others = {name: edited(conflict, name) for name in conflict.variants}
    said_ = [
        turned(conflict, other, name, issue)
        for name, other in others.items()
        for issue in issues
        if other.consent[issue].needs != conflict.consent[issue].needs
    ]
    return Section("What variants change", tuple(said_))


def turned(conflict: Conflict, other: Conflict, variant: str, issue: str) -> Sentence:
    """Say what one variant makes of one rule: who gains a veto by it and who loses one."""
    before, after = Asked(conflict, issue), Asked(other, issue)
    assert after.rule is not None  # noqa: S101
    had = set(before.names(before.game.needed())) if before.rule is not None else set()
    has = after.names(after.game.needed())
    gained = [name for name in has if name not in had]
    lost = [name for name in conflict.parties if name in had - set(has)]
    changes = [f"{everybody(other, gained)} could then stop it alone"] if gained else []
    changes += [f"{everybody(other, lost)} no longer could"] if lost else []
    text = f"\u201c{variant}\u201d: {issue_name(issue)} would need {needs(other, after.rule)}"
    mark = phrases.known_by(other.consent[issue], issue)
    return phrases.sentence("; ".join([text, *changes]), mark, ".")


def whose_yes(conflict: Conflict, issues: list[str], *, voting: bool) -> Section:
    """Say of each issue whose yes it needs, where the two rules differ, and whose yes is open."""
    said_: list[Sentence] = []
    for issue in issues:
        rules = asked(conflict, issue)
        said_ += [needed(one) for one in rules]
        said_ += differing(rules)
        said_ += [] if voting else standing(conflict, issue)
    return Section("Whose yes it needs", tuple(said_))


def not_said(conflict: Conflict | None) -> Section:
    """Name the issues of which the file does not say whose yes they need."""
    missing = [
        issue_name(issue)
        for issue in (conflict.issues if conflict else ())
        if not {issue, DEAL} & set(conflict.consent if conflict else ())
    ]
    some = [phrases.sentence(f"{phrases.listing(missing)}.")] if missing else []
    return Section("Of these the file does not say whose yes they need", tuple(some))


def needed(one: Asked) -> Sentence:
    """Say what a rule needs."""
    consent = one.conflict.consent[one.issue]
    assert one.rule is not None  # noqa: S101
    as_written = " by the rule as written" if one.chain == "formal" else ""
    both = consent.needs is not None and consent.formal is not None and one.chain == "effective"
    head = f"{issue_name(one.issue)} needs{as_written}{' in effect' if both else ''} "
    why = f" ({consent.why})" if consent.why and one.chain == "effective" else ""
    mark = phrases.known_by(consent, one.issue)
    return phrases.sentence(head, needs(one.conflict, one.rule), why, mark, ".")


def differing(rules: list[Asked]) -> Iterator[Sentence]:
    """Say where the rule as written and the effective one part."""
    if len(rules) < 2:
        return
    effective, formal = (set(one.names(one.game.needed())) for one in rules)
    conflict = rules[0].conflict
    more = [name for name in rules[0].game.rule.voters if name in effective - formal]
    less = [name for name in rules[1].game.rule.voters if name in formal - effective]
    if more:
        yield phrases.sentence(
            f"no written rule asks {everybody(conflict, more, 'or')}, yet nothing passes without."
        )
    if less:
        yield phrases.sentence(f"{everybody(conflict, less)} must be asked, but it could go ahead without.")
    if not more and not less and rules[0].winning == rules[1].winning:
        yield phrases.sentence("the rule as written and the effective one come to the same.")


def how_bodies_decide(conflict: Conflict, rules: list[Asked]) -> Section:
    """Say by which rule each body in the rules decides."""
    names = bodies_below(conflict, [one.rule for one in rules if one.rule is not None])
    lines = [f"{name}: {said_of_body(conflict, name)}." for name in names]
    return Section("How the bodies decide", tuple(map(phrases.sentence, lines)))


def said_of_body(conflict: Conflict, name: str) -> str:
    """Put a body's rule into words."""
    body = conflict.bodies[name]
    return said(conflict, body) if getattr(body, "says", "") else needs(conflict, body)
