"""What nobody is on record for: the wants and rules that are merely assumed."""

from __future__ import annotations

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.schema.answer import Section


def assumed_wants(analysis: Analysis, *, short: bool = False) -> Section:
    """List the wants that are merely assumed, by party."""
    said: list[str] = []
    for number, name in enumerate(analysis.parties):
        one = analysis.conflict.parties[name]
        wants = [f"{want.why or want.want} ({want.id})" for want in one.prefers if want.assumed]
        if (one.ranking or one.weights) and one.assumed:
            wants.append("the whole of its ranking" if one.ranking else "all of its weights")
        if wants:
            said.append(f"{phrases.party(analysis, number)}: {'; '.join(wants)}")
    rules = [rule.why or rule.when for rule in analysis.conflict.impossible if rule.assumed]
    if rules:
        said.append(f"rules of impossibility: {'; '.join(rules)}")
    heading = "Merely assumed, so ask first" if said else "Nothing is merely assumed"
    lines = ["; ".join(said)] if short and said else said
    return Section(heading, tuple(phrases.sentence(line, ".") for line in lines))
