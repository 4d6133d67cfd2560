"""A single edit in words: who would have seen or done what otherwise, with what the want rests on."""

from __future__ import annotations

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.stress.change_weights import passed
from jirga.schema import edits
from jirga.schema.answer import Mark, Sentence
from jirga.schema.conflict import Conflict
from jirga.schema.wants import Want
from jirga.stress.edits import Change

Parts = list[str | Mark | Sentence]


def in_words(analysis: Analysis, change: Change) -> Sentence:
    """Say an edit as `if` would continue."""
    return Sentence(tuple(part for part in flat(said(analysis, change)) if part))


def flat(parts: Parts) -> list[str | Mark]:
    """Lay parts and the parts of sentences in one row."""
    return [one for part in parts for one in (part.parts if isinstance(part, Sentence) else (part,))]


def said(analysis: Analysis, change: Change) -> Parts:
    """Say an edit, part by part."""
    who = phrases.listing(called(analysis, name) for name in change.who)
    if isinstance(change.edit, edits.Insert):
        return [f"{who} also wanted: ", quoted(change.edit.insert)]
    if change.of_orders:
        return on_want(analysis.conflict, change, who)
    return on_rule(analysis.conflict, change, who)


def on_want(conflict: Conflict, change: Change, who: str) -> Parts:
    """Say an edit of a want that the file has."""
    want, edit = conflict.wants[change.want], change.edit
    if isinstance(edit, edits.Drop):
        return [f"{who} gave up ", named(want)]
    if isinstance(edit, edits.Move):
        how, other = neighbour(conflict, change)
        return [f"{who} put ", named(want), f" {how} ", named(conflict.wants[other])]
    if change.made_up_by:
        return [f"for {who} ", named(conflict.wants[change.made_up_by]), " made up for ", named(want)]
    assert isinstance(edit, edits.Replace)  # noqa: S101
    new = (edit.why or edit.with_, phrases.known_by(edit, change.want))
    return [f"for {who} it were ", f"\u201c{new[0]}\u201d", new[1], " instead of ", named(want)]


def on_rule(conflict: Conflict, change: Change, who: str) -> Parts:
    """Say an edit of a rule, or of what can be taken back."""
    edit = change.edit
    if isinstance(edit, edits.LiftImpossible):
        rule = next(one for one in conflict.impossible if one.when == edit.possible)
        why = rule.why or "a rule is against it"
        return [f"it could be that {rule.when} (", why, phrases.known_by(rule, rule.when), ")"]
    if change.kind == "harden":
        return ["nobody could act against ", named(conflict.wants[change.want])]
    if isinstance(edit, edits.AddImpossible) and change.kind != "give_up":
        return [f"it could not be that {edit.impossible}", phrases.known_by(edit, edit.impossible)]
    return [on_option(conflict, change, who)]


BOUND = {
    ("give_up", True): "had to keep to it",
    ("give_up", False): "could no longer do it",
    ("reversible", False): "could take it back",
    ("one_way", True): "having once stopped, could not start again",
    ("one_way", False): "could not take it back",
}


def on_option(conflict: Conflict, change: Change, who: str) -> str:
    """Say that an option is given up, kept to, or can or cannot be taken back."""
    keys = ("impossible", "one_way", "reversible")
    line = next(str(getattr(change.edit, key)) for key in keys if hasattr(change.edit, key))
    option = line.removeprefix("not ")
    return f"{who} {BOUND[change.kind, option != line]}: {doing(conflict, option)}"


def named(want: Want) -> Sentence:
    """Give a want's id, its words and its mark."""
    red = ", its red line," if want.red_line else ""
    said_ = f"{want.id}{red} \u201c{want.why or want.want}\u201d"
    return Sentence((said_, phrases.known_by(want, want.id)))


def quoted(want: Want) -> Sentence:
    """Give a new want's words and its mark."""
    return Sentence((f"\u201c{want.why or want.want}\u201d", phrases.known_by(want, want.id)))


def called(analysis: Analysis, name: str) -> str:
    """Give a party's short name."""
    return phrases.party(analysis, analysis.parties.index(name))


def doing(conflict: Conflict, option: str) -> str:
    """Say in words what taking an option is."""
    return phrases.taking(conflict.options[option], option)


def neighbour(conflict: Conflict, change: Change) -> tuple[str, str]:
    """Say above which want a raised one now stands, or below which a lowered one."""
    ids = [one.id for one in conflict.parties[change.who[0]].prefers]
    passed_ = passed(conflict, change)
    return ("above", min(passed_, key=ids.index)) if change.up else ("below", max(passed_, key=ids.index))
