"""What is wrong with a file's shape, said in words a mediator understands."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from jirga.conflict.places import Places
from jirga.errors import did_you_mean
from jirga.schema.conflict import Conflict
from jirga.schema.problems import Problem
from jirga.schema.words import Basis, Standard, Steps

PLAIN = {
    "missing": ("{last!r} is missing", "add it"),
    "string_type": ("should be text, and is {kind}", "put it in quotes if it is meant as text"),
    "dict_type": ("should be 'key: value' lines, and is {kind}", "see jirga new FILE"),
    "model_type": ("should be 'key: value' lines, and is {kind}", "see jirga new FILE"),
    "tuple_type": ("should be a list, and is {kind}", "write [one, two] or lines that start with '-'"),
    "float_type": ("should be a number, and is {kind}", "write it in digits"),
    "float_parsing": ("should be a number, and is {value!r}", "write it in digits"),
    "finite_number": ("should be a finite number", "write it in digits"),
    "bool_parsing": ("should be true or false, and is {value!r}", "write true or false"),
    "bool_type": ("should be true or false, and is {kind}", "write true or false"),
    "too_short": ("is empty", "list something, or leave the key out"),
    "string_pattern_mismatch": (
        "{value!r} cannot be an id",
        "ids are letters, digits and _, and start with a letter; put the words in `says` or `name`",
    ),
}
CHOICES = {"basis": Basis, "by": Standard, "steps": Steps}


def schema_problem(error: Mapping[str, Any], places: Places) -> Problem:
    """Turn one complaint of the schema into a problem at its place."""
    path = [step for step in error["loc"] if step != "[key]"]
    if path and isinstance(path[-1], int) and not places.has(path):
        path.pop()
    if error["type"] == "extra_forbidden":
        return unknown_key(path, places)
    what, hint = wording(error, path)
    where = places.of(path[:-1] if error["type"] == "missing" else path)
    subject = "" if error["type"] == "missing" else f"{spoken(path)} "
    return Problem("error", error["type"], where, subject + what, hint)


def wording(error: Mapping[str, Any], path: list[str | int]) -> tuple[str, str]:
    """Say what is wrong and what to try."""
    value = error.get("input")
    if error["type"] == "literal_error":
        allowed = next((CHOICES[step] for step in reversed(path) if step in CHOICES), None)
        names = typing.get_args(allowed) if allowed else ("1",)
        return f"cannot be {value!r}", did_you_mean(str(value), [str(name) for name in names])
    if error["type"] == "unknown_kind":
        keys = next(iter(value), "") if isinstance(value, dict) else ""
        return f"does not say what it is ({keys!r})", f"{error['msg']}"
    if error["type"] in PLAIN:
        what, hint = PLAIN[error["type"]]
        last = path[-1] if path else ""
        return what.format(last=last, value=value, kind=kind_of(value)), hint
    return str(error["msg"]).lower(), "jirga schema prints what may stand there"


def unknown_key(path: list[str | int], places: Places) -> Problem:
    """Make a key nobody knows, with the known one it resembles."""
    model = model_at(Conflict, path[:-1])
    known = [field.alias or name for name, field in model.model_fields.items()] if model else []
    what = f"{path[-1]!r} is not a key Jirga knows{' in ' + spoken(path[:-1]) if path[:-1] else ''}"
    return Problem("error", "unknown_key", places.key(path), what, did_you_mean(str(path[-1]), known))


def spoken(path: list[str | int]) -> str:
    """Name a path as a reader would: parties > kp > prefers > 2."""
    shown = [str(step + 1) if isinstance(step, int) else step for step in path if not is_class(step)]
    return " > ".join(shown) or "the file"


def is_class(step: str | int) -> bool:
    """Whether a step of a path is the name of a type rather than of an entry."""
    return isinstance(step, str) and step[:1].isupper() and step.isalpha() and step in TAGS


def kind_of(value: Any) -> str:
    """Name what was written instead."""
    if value is None:
        return "empty"
    for kind, name in (
        (bool, "true or false"),
        (dict, "'key: value' lines"),
        (list, "a list"),
        (str, "text"),
    ):
        if isinstance(value, kind):
            return name
    return "a number" if isinstance(value, int | float) else "something else"


def model_at(annotation: Any, path: list[str | int]) -> type[BaseModel] | None:
    """Give the type that describes the mapping at a path."""
    here = models(annotation)
    if not path:
        return here[0] if here else None
    step, rest = path[0], path[1:]
    if step in TAGS:
        return model_at(TAGS[str(step)], rest)
    for model in here:
        fields = {field.alias or name: field.annotation for name, field in model.model_fields.items()}
        if step in fields:
            return model_at(fields[str(step)], rest)
    return model_at(annotation, rest) if not here or not isinstance(step, str) else model_at(here[0], rest)


def models(annotation: Any) -> list[type[BaseModel]]:
    """Give the types of value that an annotation holds, however they are wrapped."""
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        return [annotation] if issubclass(annotation, BaseModel) else []
    return [model for part in typing.get_args(annotation) for model in models(part)]


def tagged() -> dict[str, type[BaseModel]]:
    """Give the types that a path may name, because a list mixes several."""
    from jirga.schema import edits, expectations

    return {kind.__name__: kind for kind in (*edits.KINDS.values(), *expectations.KINDS.values())}


TAGS = tagged()
