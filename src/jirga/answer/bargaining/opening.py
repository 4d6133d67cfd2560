"""What would open a package, in words: who gives how much, what it rests on, and red lines last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from jirga.answer import phrases
from jirga.answer.bargaining import words
from jirga.answer.bargaining.at_the_table import at_the_table, issues_settled, lacking, somebody_there
from jirga.answer.bargaining.bargain import Bargain, members_of
from jirga.answer.bargaining.recipes import Opening
from jirga.answer.bargaining.room import titled, verdict
from jirga.answer.consent.rule_words import issue_name
from jirga.answer.sources import source_words
from jirga.schema.answer import Answer, Mark, Section, Sentence
from jirga.schema.bargaining import Offer
from jirga.solve.room.opening_program import Lever, Recipe

SHOWN = 6


@dataclass(frozen=True)
class OpeningAnswer(Answer):
    """The answer in sentences, and the recipes as values."""

    figures: dict[str, Any] = field(default_factory=dict)


def opening_answer(bargain: Bargain, package: str) -> OpeningAnswer:
    """Answer what would open a package.

    Raises
    ------
    UnknownName
        There is no such package.
    TooLarge
        There are too many ways in which linkages can follow, or it takes too long.
    """
    found = Opening(bargain, package)
    soft = [one for one in found.recipes if not found.moves_red_lines(one)]
    hard = [one for one in found.recipes if found.moves_red_lines(one)]
    sections = [
        Section(f"What would open \u201c{package}\u201d", tuple(opening_lines(found))),
        Section("Without moving a red line", recipe_lines(found, soft)),
        Section("Only by moving red lines" if not soft else "By moving red lines", recipe_lines(found, hard)),
        Section("What every recipe needs besides, at the table", tuple(table_steps(found))),
    ]
    sections.append(source_words(bargain.conflict, sections))
    kept = tuple(one for one in sections if one.sentences)
    head = (titled(bargain), bargain.conflict.question, bargain.conflict.as_of)
    return OpeningAnswer(*head, kept, figures(found))


def opening_lines(found: Opening) -> Iterator[Sentence]:
    """Say how the package stands, and how many recipes there are."""
    bargain, package = found.bargain, found.package
    yield verdict(bargain, package)
    recipes, complete = found.found
    if not found.ways:
        yield Sentence(("Nothing opens it: its values and what the linkages set cannot go together.",))
    elif recipes and recipes[0].steps and bargain.open_at_the_mode(package):
        yield Sentence(("The red lines leave room; the mandates at the table do not.",))
    elif recipes and not recipes[0].steps:
        yield Sentence(("The red lines leave room already; nobody has to move one.",))
    else:
        many = phrases.numbered(len(recipes), "recipe")
        rest = "" if complete else "; the search stopped there, and there are more"
        yield Sentence((f"{many} would open it at the likeliest values, none with a step to spare{rest}.",))


def recipe_lines(found: Opening, recipes: Sequence[Recipe]) -> tuple[Sentence, ...]:
    """Say each of some recipes, the first few of them."""
    shown = [one for one in recipes if one.steps]
    said = [recipe_sentence(found, one) for one in shown[:SHOWN]]
    if len(shown) > SHOWN:
        left = phrases.numbered(len(shown) - SHOWN, "further recipe")
        said.append(Sentence((f"{left}: --json lists them.",)))
    return tuple(said)


def recipe_sentence(found: Opening, recipe: Recipe) -> Sentence:
    """Say a recipe: every step, what it leans on, and in how many draws it then is open."""
    parts: list[str | Mark | Sentence] = []
    for place, (number, end) in enumerate(recipe.steps):
        parts += [*(["; and "] if place else []), step_sentence(found, number, end)]
    leaning = found.leaning(recipe)
    for place, one in enumerate(leaning):
        lead = ". It leans on " if not place else (" and " if place == len(leaning) - 1 else ", ")
        parts += [f"{lead}{one.id}{f' ({one.then})' if one.then else ''}", phrases.known_by(one, one.id)]
    opened = words.share(found.share(recipe), found.bargain.draws)
    return phrases.sentence(*parts, f". It is then open {opened}.")


def step_sentence(found: Opening, number: int, end: float | None) -> Sentence:
    """Say one step: who does what, and how that is known."""
    lever = found.levers[number]
    if lever.offer is not None:
        place = lever.offer - len(found.bargain.conflict.linkages)
        return offer_sentence(found.bargain, found.bargain.conflict.offers[place])
    return limit_sentence(found.bargain, lever, lever.value if end is None else end)


def offer_sentence(bargain: Bargain, one: Offer) -> Sentence:
    """Say an offer: what, by whom, on which condition, and whose red line it moves how far."""
    who = phrases.listing(words.called(bargain, party) for party in one.by) or "somebody"
    issue = bargain.issues.index(one.issue)
    ends = [("least", one.min), ("most", one.max)]
    moves = [f"at {how} {words.value(bargain, issue, end)}" for how, end in ends if end is not None]
    when = f", with {one.when}" if one.when else ""
    party = words.called(bargain, one.party)
    said = f"offer \u201c{one.id}\u201d, by {who}{when}: {one.says}"
    then = f"; {party} would then accept {phrases.listing(moves)} on {issue_name(one.issue)}"
    return Sentence((said, phrases.known_by(one, one.id), then))


def limit_sentence(bargain: Bargain, lever: Lever, end: float) -> Sentence:
    """Say from what to what a red line or a mandate moves."""
    issue, who = words.issue(bargain, lever.issue), words.name(bargain, lever.party)
    old, new = (words.value(bargain, lever.issue, one) for one in (lever.value, end))
    if lever.mandate:
        said = f"those at the table for {who} may agree to {new} on {issue}, and not only to {old}"
        return Sentence((f"{said}: their mandate is widened",))
    less = "as little as" if lever.side == "least" else "as much as"
    points = f"{round(abs(end - lever.value), 1):g} points"
    said = f"{who} accepts {less} {new} on {issue} instead of {old}"
    return Sentence((said, words.bound(bargain, lever.party, lever.issue), f", {points} of its red line"))


def table_steps(found: Opening) -> Iterator[Sentence]:
    """Say what must happen at the table whatever opens the package: approvals, mandates, missing parties."""
    if somebody_there(found.bargain):
        yield from at_the_table(found.bargain, [found.package]).sentences


def figures(found: Opening) -> dict[str, Any]:
    """Give the recipes as JSON can hold them."""
    bargain, package = found.bargain, found.package
    return {
        "package": package,
        "open": bargain.open_at_the_mode(package),
        "share": bargain.share(package),
        "complete": found.found[1],
        "recipes": [recipe_figures(found, one) for one in found.recipes if one.steps],
        "besides": needed_besides(bargain, package) if somebody_there(bargain) else None,
    }


def needed_besides(bargain: Bargain, package: str) -> dict[str, Any]:
    """Give what every recipe needs besides, so that those at the table can settle the package."""
    wanted = lacking(bargain, members_of(bargain, package), issues_settled(bargain, package))
    return {
        "approvals": [
            {"of": one.of, "what": one.what, "status": one.status, "for": mandate.who}
            for mandate, one in wanted.approvals
        ],
        "mandates": [{"who": mandate.who, "issue": issue} for mandate, issue in wanted.short],
        "absent": [bargain.parties[one] for one in wanted.absent],
    }


def recipe_figures(found: Opening, recipe: Recipe) -> dict[str, Any]:
    """Give a recipe's steps, values and share of draws."""
    bargain = found.bargain
    return {
        "steps": [step_figures(found, number, end) for number, end in recipe.steps],
        "moves_red_lines": found.moves_red_lines(recipe),
        "leans_on": [one.id for one in found.leaning(recipe)],
        "values": {bargain.issues[issue]: value for issue, value in recipe.values.items()},
        "share": found.share(recipe),
    }


def step_figures(found: Opening, number: int, end: float | None) -> dict[str, Any]:
    """Give one step."""
    lever, bargain = found.levers[number], found.bargain
    if lever.offer is not None:
        who = [bargain.parties[party] for party in lever.who]
        return {"offer": bargain.every_link[lever.offer].id, "by": who}
    key = "mandate" if lever.mandate else "red_line"
    at = {"party": bargain.parties[lever.party], "issue": bargain.issues[lever.issue]}
    return {key: at | {"side": lever.side, "from": lever.value, "to": end}}
