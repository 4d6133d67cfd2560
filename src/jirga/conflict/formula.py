"""Formulas over options: read from words or symbols, evaluated over every state at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, reduce
from importlib.resources import files
from typing import Any

import numpy as np
from lark import Lark, Token, Transformer, UnexpectedCharacters, UnexpectedInput, UnexpectedToken
from numpy.typing import NDArray

from jirga.schema.words import RESERVED

Truth = NDArray[np.bool_]
PLAIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.]*")
MAX_LENGTH, MAX_DEPTH = 4000, 60


@dataclass(frozen=True)
class Formula:
    """A node: an atom by name, or an operator over formulas.

    `op` is one of atom, true, false, not, and, or, implies, iff.
    """

    op: str
    parts: tuple[Formula, ...] = ()
    name: str = ""

    def truth(self, of: Callable[[str], Truth], size: int) -> Truth:
        """Evaluate over `size` states, where `of` gives each atom's truth in every state."""
        if self.op == "atom":
            return of(self.name)
        if self.op in {"true", "false"}:
            return np.full(size, self.op == "true")
        return COMBINE[self.op](*(part.truth(of, size) for part in self.parts))

    def atoms(self) -> Iterator[str]:
        """Walk the names used, left to right, repeated ones repeated."""
        if self.op == "atom":
            yield self.name
        for part in self.parts:
            yield from part.atoms()

    def depth(self) -> int:
        """Count the levels, without recursion, so that any tree can be measured."""
        deepest, waiting = 0, [(self, 1)]
        while waiting:
            node, level = waiting.pop()
            deepest = max(deepest, level)
            waiting += [(part, level + 1) for part in node.parts]
        return deepest

    def __str__(self) -> str:
        if self.op == "atom":
            return written(self.name)
        if self.op in {"true", "false"}:
            return self.op
        if self.op == "not":
            return f"not {bracketed(self.parts[0])}"
        return f" {self.op} ".join(bracketed(part) for part in self.parts)


def written(name: str) -> str:
    """Write a name, in quotes where it would not be read as one."""
    if PLAIN.fullmatch(name) and name.lower() not in RESERVED:
        return name
    return f"'{name}'" if '"' in name else f'"{name}"'


def bracketed(formula: Formula) -> str:
    """Write a part of a larger formula, in parentheses where it needs them."""
    return f"({formula})" if formula.op in {"and", "or", "implies", "iff"} else str(formula)


COMBINE: dict[str, Callable[..., Truth]] = {
    "not": np.logical_not,
    "and": lambda *parts: reduce(np.logical_and, parts),
    "or": lambda *parts: reduce(np.logical_or, parts),
    "implies": lambda one, two: ~one | two,
    "iff": lambda *parts: reduce(np.equal, parts),
}


class FormulaTrouble(ValueError):
    """A text that is no formula; `column` counts from 1 within it."""

    def __init__(self, what: str, hint: str, column: int = 1) -> None:
        self.what, self.hint, self.column = what, hint, column
        super().__init__(f"{what}. Hint: {hint}")


def node(op: str) -> Callable[[Any, list[Formula]], Formula]:
    """Make the step that builds one operator."""
    return lambda _, children: Formula(op, tuple(children))


class Builder(Transformer[Token, Formula]):
    """Turn the parse into formulas; each entry is named as its rule in the grammar."""

    iff, implies, or_, and_, true, false = map(node, ("iff", "implies", "or", "and", "true", "false"))
    atom = staticmethod(lambda children: Formula("atom", name=str(children[0])))
    quoted = staticmethod(lambda children: Formula("atom", name=str(children[0])[1:-1]))
    negation = staticmethod(lambda children: negated(children[0]))


def negated(formula: Formula) -> Formula:
    """Negate a formula; two negations are none."""
    return formula.parts[0] if formula.op == "not" else Formula("not", (formula,))


@cache
def reader() -> Lark:
    """Build the parser once."""
    grammar = files("jirga.conflict").joinpath("formula.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", lexer="basic", transformer=Builder())


@cache
def parse(text: str) -> Formula:
    """Read a formula.

    Parameters
    ----------
    text : str
        Words (`not and or implies iff`) or symbols (`! & | -> <->`), parentheses, and names.

    Raises
    ------
    FormulaTrouble
        The text cannot be read; it says at which column and what was expected there.

    Examples
    --------
    >>> str(parse("jirga -> backing & !concede"))
    'jirga implies (backing and not concede)'
    """
    if len(text) > MAX_LENGTH:
        raise FormulaTrouble(f"a formula of {len(text)} characters", "split it into several wants")
    try:
        formula: Formula = reader().parse(text)  # type: ignore[assignment]
    except UnexpectedInput as trouble:
        raise explained(trouble, text) from None
    if formula.depth() > MAX_DEPTH:
        raise FormulaTrouble("a formula nested too deeply", "split it into several wants")
    return formula


def explained(trouble: UnexpectedInput, text: str) -> FormulaTrouble:
    """Say in words where a formula stops making sense."""
    hint = "a formula is like: jirga implies (backing and not concede)"
    if isinstance(trouble, UnexpectedToken) and trouble.token.type == "$END":
        return FormulaTrouble(f"the formula {text!r} stops too early", hint, len(text) + 1)
    column = (trouble.pos_in_stream or 0) + 1
    if isinstance(trouble, UnexpectedCharacters):
        sign = text[trouble.pos_in_stream or 0]
        return FormulaTrouble(f"{sign!r} cannot stand in {text!r}", hint, column)
    word = getattr(trouble, "token", "")
    return FormulaTrouble(f"{str(word)!r} cannot stand there in {text!r}", hint, column)
