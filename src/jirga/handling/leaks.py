"""The checker: a file that was written is opened again, and searched for all that must not be in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jirga.errors import FileTrouble
from jirga.handling.protected import Protected, Secret
from jirga.handling.reopened.kinds import MAGIC, places
from jirga.handling.reopened.markup import embedded
from jirga.handling.reopened.place import DEEPEST, Place
from jirga.handling.views import encoded, views, written


@dataclass(frozen=True, order=True)
class Leak:
    """Something that must not be in a file, and is.

    Attributes
    ----------
    what : str
        What kind of thing it is: a name, an id, a quotation.
    where : str
        In which part of the file.
    sign : str
        Its first sign; no more is told.
    """

    what: str
    where: str
    sign: str

    def __str__(self) -> str:
        return f"{ARTICLE.get(self.what, 'a')} {self.what} that begins with {self.sign!r}, in {self.where}"


ARTICLE = {"id": "an", "address": "an", "words": "some"}


def leaks(path: str | Path, protected: Protected, name: str | None = None) -> tuple[Leak, ...]:
    """Find what must not be in a file.

    Parameters
    ----------
    protected : Protected
        What must not be in it.
    name : str, optional
        The name that the file will have; its own if left out.

    Raises
    ------
    FileTrouble
        It cannot be read.
    CannotLookInto
        It, or a part of it, is of no kind that can be searched.
    """
    path = Path(path)
    try:
        content = path.read_bytes()
    except OSError as trouble:
        raise FileTrouble(str(path), f"cannot be read: {trouble.strerror}", "check the name") from None
    return leaks_in(content, name or path.name, protected)


def leaks_in(content: bytes, name: str, protected: Protected) -> tuple[Leak, ...]:
    """Find what must not be in the bytes of a file of a name."""
    found: dict[tuple[str, str], Leak] = {}
    for place in (Place("the file's name", name, structured=True), *places(content, name)):
        for secret in held_by(place, protected, 0):
            found.setdefault((secret.what, secret.text), leak(secret, place, protected))
    return tuple(sorted(found.values()))


def leak(secret: Secret, place: Place, protected: Protected) -> Leak:
    """Say what was found and where, without saying what it is."""
    telling = bool(protected.found(place.part, structured=True))
    return Leak(secret.what, "a part whose name is one" if telling else place.part, secret.text.strip()[:1])


def held_by(place: Place, protected: Protected, depth: int) -> Iterator[Secret]:
    """Give what a place holds, however it is written there."""
    for text in views(place.text):
        yield from protected.found(text, structured=place.structured)
        if place.structured:
            yield from protected.values_in(text)
        if depth < DEEPEST:
            for inner in hidden(text, place.part, depth):
                yield from held_by(inner, protected, depth + 1)


def hidden(text: str, part: str, depth: int) -> Iterator[Place]:
    """Give what is embedded in a text, as files or as text in another writing."""
    legible: list[str] = []
    for content in encoded(text):
        if any(content.startswith(start) for start, _ in MAGIC):
            yield from places(content, part, depth + 1)
        else:
            legible += written(content)
    if legible:
        yield Place(part, "\n".join(legible))
    for ending, content in embedded(text):
        if any(content.startswith(start) for start, _ in MAGIC) or ending in {"svg", "html", "xml", "json"}:
            yield from places(content, f"{part} > embedded.{ending}", depth + 1)
