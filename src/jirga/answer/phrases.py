"""How moves, parties and reasons are put into words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jirga.answer.analysis import Analysis
from jirga.conflict.preferences import deciding_want
from jirga.schema.answer import Mark, Sentence
from jirga.schema.conflict import Option
from jirga.schema.wants import Cited, Want
from jirga.schema.words import Standard
from jirga.solve.ways.attainment import Step

QUESTIONS: dict[Standard, str] = {
    "nash": "if each looks only at its own next move",
    "gmr": "if each fears any reply",
    "smr": "if each fears any reply it could not then escape",
    "seq": "if each fears only replies the others would want to make",
    "sseq": "if each fears only replies the others would want to make and it could not then escape",
    "seq_best": "if each fears only the others' best replies (Jirga's own standard, not in print)",
}


HEADINGS: dict[Standard, str] = {
    "nash": "own next move",
    "gmr": "any reply",
    "smr": "any reply, no escape",
    "seq": "replies others want",
    "sseq": "wanted replies, no escape",
    "seq_best": "best replies*",
}


def listing(items: Iterable[str], last: str = "and") -> str:
    """Join items as a sentence would.

    >>> listing(["a", "b", "c"])
    'a, b and c'
    """
    words = list(items)
    if len(words) < 2:
        return "".join(words)
    if any("," in word for word in words):
        return f"{'; '.join(words[:-1])}; {last} {words[-1]}"
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def quoted(names: Iterable[str]) -> str:
    """Several names, each in quotation marks."""
    return listing(f"\u201c{name}\u201d" for name in names)


def sentence(*parts: str | Mark | Sentence) -> Sentence:
    """Put words, marks and other sentences' parts into one sentence, its first letter large."""
    flat: list[str | Mark] = []
    for part in parts:
        flat += part.parts if isinstance(part, Sentence) else [part]
    if flat and isinstance(flat[0], str) and flat[0][:1].islower():
        flat[0] = flat[0][:1].upper() + flat[0][1:]
    return Sentence(tuple(part for part in flat if part))


def party(analysis: Analysis, number: int) -> str:
    """Make a party's short name."""
    one = analysis.conflict.parties[analysis.parties[number]]
    return one.short or one.name


def parties(analysis: Analysis, numbers: Sequence[int], last: str = "and") -> str:
    """Several parties' short names."""
    return listing((party(analysis, number) for number in numbers), last)


def state(analysis: Analysis, row: int) -> str:
    """Make a state in words: its name, or the options taken."""
    name = analysis.name(row)
    if name is not None:
        return name
    return " + ".join(analysis.board.states.taken(row)) or "nothing done"


def taking(option: Option, key: str) -> str:
    """Say in words what taking an option is."""
    return option.says or f"take {key!r}"


def dropping(option: Option, key: str) -> str:
    """Say in words what taking an option back is."""
    return option.undo or (f"no longer {option.says}" if option.says else f"drop {key!r}")


def change(analysis: Analysis, start: int, end: int, *, of: int | None = None) -> str:
    """Say what is done between two states, in words; by one party, if only its part is meant."""
    if analysis.conflict.by_states:
        described = analysis.conflict.states[analysis.board.states.taken(end)[0]]
        return f"go to state {state(analysis, end)}" + (f" ({described})" if described else "")
    before, after = (set(analysis.board.states.taken(row)) for row in (start, end))
    options = analysis.conflict.options
    if of is not None:
        options = analysis.conflict.parties[analysis.parties[of]].options
    done = [taking(options[key], key) for key in options if key in after - before]
    undone = [dropping(options[key], key) for key in options if key in before - after]
    return listing([*undone, *done]) or "do nothing"


def done(analysis: Analysis, step: Step) -> str:
    """Say what is done in a step, party by party where several move together."""
    if len(step.movers) == 1 or analysis.conflict.by_states:
        together = " together" if len(step.movers) > 1 else ""
        return f"{parties(analysis, step.movers)}{together}: {change(analysis, step.start, step.end)}"
    return "together, " + "; ".join(
        f"{party(analysis, who)}: {change(analysis, step.start, step.end, of=who)}" for who in step.movers
    )


def known_by(want: Cited, id_: str) -> Mark:
    """Give the mark of what a want or rule rests on."""
    return Mark(id_, want.basis or "assumed", want.cite, want.quote, bool(want.retracted))


def reason(analysis: Analysis, number: int, worse: int, better: int) -> Sentence:
    """Why a party likes one state more than another: the want that decides, and how it is known."""
    one = analysis.conflict.parties[analysis.parties[number]]
    want = deciding_want(one, analysis.board.states, worse, better)
    if want is not None:
        return sentence_of_want(want)
    said = (
        f"its {'weights put' if one.weights else 'ranking puts'} \u201c{state(analysis, better)}\u201d higher"
    )
    return Sentence((said, known_by(one, analysis.parties[number])))


def sentence_of_want(want: Want) -> Sentence:
    """Make a want in words, with its mark."""
    return Sentence((want.why or f"it wants: {want.want}", known_by(want, want.id)))


def would_then(analysis: Analysis, steps: Sequence[Step]) -> str:
    """Who would then do what, step by step."""
    return listing(
        f"{parties(analysis, s.movers)} would then {change(analysis, s.start, s.end)}" for s in steps
    )


def counted(count: int) -> str:
    """Write a small number as a word.

    >>> counted(3)
    'three'
    """
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    return words[count] if count < len(words) else str(count)


def numbered(count: int, one: str, many: str | None = None) -> str:
    """Make a count and its noun.

    >>> numbered(1, "step"), numbered(3, "step")
    ('one step', '3 steps')
    """
    return f"one {one}" if count == 1 else f"{count:,} {many or one + 's'}"
