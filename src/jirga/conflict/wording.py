"""What is wrong with a file's shape, said in words a mediator understands."""

from __future__ import annotations

import re
import typing
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from jirga.conflict.places import Places
from jirga.errors import did_you_mean, shortened
from jirga.schema import consent
from jirga.schema.conflict import Conflict
from jirga.schema.problems import Problem

PLAIN = {
    "control": ("holds a sign that cannot be shown", "take it out"),
    "missing": ("{last!r} is missing", "add it"),
    "string_type": ("should be text, and is {kind}", "put it in quotes if it is meant as text"),
    "dict_type": ("should be 'key: value' lines, and is {kind}", "see jirga new FILE"),
    "model_type": ("should be 'key: value' lines, and is {kind}", "see jirga new FILE"),
    "quota": ("needs either `quota` or `share`", "write quota: 12, or share: 2/3"),
    "share": ("should be a share above 0 and up to 1, and is {value!r}", "write 2/3, 0.55 or 55 %"),
    "tuple_type": ("should be a list, and is {kind}", "write [one, two] or lines that start with '-'"),
    "float_type": ("should be a number, and is {kind}", "write it in digits"),
    "float_parsing": ("should be a number, and is {value!r}", "write it in digits"),
    "int_type": ("should be a whole number, and is {kind}", "write it in digits"),
    "int_parsing": ("should be a whole number, and is {value!r}", "write it in digits"),
    "int_from_float": ("should be a whole number, and is {value}", "write it without a point"),
    "greater_than_equal": ("cannot be as small as {value}", "write a larger number"),
    "finite_number": ("should be a finite number", "write it in digits"),
    "bool_parsing": ("should be true or false, and is {value!r}", "write true or false"),
    "bool_type": ("should be true or false, and is {kind}", "write true or false"),
    "too_short": ("is empty", "list something, or leave the key out"),
    "string_pattern_mismatch": (
        "{value!r} cannot be an id",
        "ids are letters, digits and _, and do not start with a digit; put the words in `says` or `name`",
    ),
}


def schema_problem(error: Mapping[str, Any], places: Places, kind: type[BaseModel] = Conflict) -> Problem:
    """Turn one complaint of the schema into a problem at its place; `kind` is what the file should be."""
    typed = [step for step in error["loc"] if step != "[key]"]
    path = without_types(typed)
    if path and isinstance(path[-1], int) and not places.has(path):
        path.pop()
    if error["type"] == "extra_forbidden":
        return unknown_key(typed, path, places, kind)
    what, hint = wording(error, path)
    if error["type"] == "missing":
        return Problem("error", "missing", places.of(path[:-1]), what, hint)
    where = places.key(path) if "[key]" in error["loc"] else places.of(path)
    return Problem("error", error["type"], where, f"{spoken(path)} {what}", hint)


def without_types(path: list[str | int]) -> list[str | int]:
    """Leave out the names of types, which stand after a place in a list that mixes several."""
    return [
        step
        for place, step in enumerate(path)
        if not ((place and isinstance(path[place - 1], int) and step in TAGS) or kind_of_rule_at(path, place))
    ]


def kind_of_rule_at(path: list[str | int], place: int) -> bool:
    """Whether a step names the kind of a consent rule, which stands where a rule may stand."""
    if path[place] not in CONSENT_RULES or not place:
        return False
    after = path[place - 1]
    return isinstance(after, int) or after in {"needs", "formal"} or (place == 2 and path[0] == "bodies")


def wording(error: Mapping[str, Any], path: list[str | int]) -> tuple[str, str]:
    """Say what is wrong and what to try."""
    value = error.get("input")
    if value is None and error["type"] != "missing":
        return "is empty", "write something, or leave the key out"
    if error["type"] == "literal_error" and path == ["jirga"]:
        return f"cannot be {shortened(str(value))!r}", "write jirga: 1"
    if error["type"] == "literal_error":
        names = re.findall(r"'(.*?)'", error["ctx"]["expected"])
        return f"cannot be {shortened(str(value))!r}", did_you_mean(str(value), names)
    if error["type"] == "unknown_kind":
        keys = ", ".join(map(str, value)) if isinstance(value, dict) else kind_of(value)
        return f"does not say what it is (it has only: {shortened(keys)})", f"{error['msg']}"
    if error["type"] in PLAIN:
        what, hint = PLAIN[error["type"]]
        last = path[-1] if path else ""
        return what.format(last=last, value=shortened(str(value)), kind=kind_of(value)), hint
    return str(error["msg"]).lower(), "jirga schema prints what may stand there"


def unknown_key(
    typed: list[str | int], path: list[str | int], places: Places, kind: type[BaseModel]
) -> Problem:
    """Make the problem of a key nobody knows, with the known one it resembles."""
    model = model_at(kind, typed[:-1])
    known = [field.alias or name for name, field in model.model_fields.items()] if model else []
    where = f" in {spoken(path[:-1])}" if path[:-1] else ""
    what = f"{shortened(str(path[-1]))!r} is not a key Jirga knows{where}"
    return Problem("error", "unknown_key", places.key(path), what, did_you_mean(str(path[-1]), known))


def spoken(path: list[str | int]) -> str:
    """Name a path as a reader would: parties > kp > prefers > 2."""
    shown = [str(step + 1) if isinstance(step, int) else shortened(step) for step in path]
    return " > ".join(shown) or "the file"


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
    model, inside = shape(annotation)
    if not path:
        return model
    step, rest = path[0], path[1:]
    if step in CONSENT_RULES and (model is None or model in CONSENT_RULES.values()):
        return model_at(CONSENT_RULES[str(step)], rest)
    if model is not None:
        fields = {field.alias or name: field.annotation for name, field in model.model_fields.items()}
        return model_at(fields.get(str(step)), rest)
    if rest and isinstance(step, int) and rest[0] in TAGS | CONSENT_RULES:
        return model_at((TAGS | CONSENT_RULES)[str(rest[0])], rest[1:])
    return model_at(inside, rest) if inside is not None else None


def shape(annotation: Any) -> tuple[type[BaseModel] | None, Any]:
    """Say what an annotation holds: a type of value, or a list or mapping with something inside."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation, None
    origin, args = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is dict:
        return None, args[1]
    if origin is tuple:
        return None, args[0]
    found = [shape(part) for part in args]
    return next((one for one in found if one != (None, None)), (None, None))


def tagged() -> dict[str, type[BaseModel]]:
    """Give the types that a path may name, because a list mixes several."""
    from jirga.schema import edits
    from jirga.schema.expected import kinds as expectations

    return {kind.__name__: kind for kind in (*edits.KINDS.values(), *expectations.KINDS.values())}


TAGS = tagged()
CONSENT_RULES: dict[str, type[BaseModel]] = {kind.__name__: kind for kind in consent.RULES.values()}
