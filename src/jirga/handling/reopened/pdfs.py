"""PDF: the text of every page, every string of every object, older ones too, and what is attached."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from jirga.handling.reopened.images import jpeg_places
from jirga.handling.reopened.pdf_tokens import bodies, outside, text_of, tokens
from jirga.handling.reopened.place import Place, Reopen, closed, inside
from jirga.handling.reopened.text import byte_places

BROKEN = (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, NotImplementedError)
MOST = 200_000_000
PICTURES = {"/Image"}
DRAWN = ("/Length1", "/Length2", "/Length3", "/FunctionType", "/ShadingType", "/N", "/PatternType")
FONTS = {"/Type0", "/Type3"}


def pdf_places(content: bytes, part: str, depth: int, reopen: Reopen) -> Iterator[Place]:
    """Give every place of a PDF.

    Raises
    ------
    CannotLookInto
        It is locked or damaged, its text cannot be told from its shapes, or something of an unknown kind is
        attached.
    """
    outer = part if depth else ""
    yield from reading(lambda: written(content, outer, depth, reopen), part)
    yield from raw(content, outer)


def reading(steps: Callable[[], Iterable[Place]], part: str) -> list[Place]:
    """Read a PDF, and say so where it cannot be read."""
    from pypdf.errors import PyPdfError

    try:
        return list(steps())
    except (PyPdfError, zlib.error, OSError, *BROKEN) as trouble:
        if type(trouble).__module__.startswith("jirga"):
            raise
        raise closed(part, "it is a damaged PDF, or an unusual one") from None


def written(content: bytes, outer: str, depth: int, reopen: Reopen) -> Iterator[Place]:
    """Give the text of the pages, and every object that the file leads to."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted:
        raise closed(outer or "the PDF", "it is locked with a password")
    names: dict[int, str] = {}
    objects = list(every_object(reader))
    for _, one in objects:
        refuse_shapes(one, outer)
        names |= attached(one)
    for number, page in enumerate(reader.pages, start=1):
        yield Place(inside(outer, f"page {number}"), page.extract_text())
    for number, one in objects:
        yield from said(one, inside(outer, "its objects"))
        if hasattr(one, "get_data"):
            yield from stream(one, names.get(number, ""), outer, depth, reopen)
    yield from said(reader.trailer, inside(outer, "its objects"))


def every_object(reader: Any) -> Iterator[tuple[int, Any]]:
    """Give every object by its number."""
    from pypdf.generic import IndirectObject

    numbers = {(number, version) for version, some in reader.xref.items() for number in some}
    numbers |= {(number, 0) for number in reader.xref_objStm}
    for number, version in sorted(numbers):
        if number:
            yield number, IndirectObject(number, version, reader).get_object()


def refuse_shapes(one: Any, outer: str) -> None:
    """Stop at a font that does not say which letters its shapes are."""
    font = isinstance(one, dict) and one.get("/Type") == "/Font" and one.get("/Subtype") in FONTS
    if font and "/ToUnicode" not in one:
        raise closed(outer or "the PDF", "a font in it does not say which letters its shapes are")


def attached(one: Any) -> dict[int, str]:
    """Give the names of attached files by the numbers of the objects that hold them."""
    if not isinstance(one, dict) or "/EF" not in one:
        return {}
    name = str(one.get("/UF") or one.get("/F") or "")
    return {held.idnum: name for held in one["/EF"].get_object().values() if hasattr(held, "idnum")}


def said(one: Any, part: str) -> Iterator[Place]:
    """Give every string and name in an object, itself and not what it leads to."""
    found: list[str] = []
    waiting = [one]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += [*dict.keys(value), *(dict.__getitem__(value, key) for key in dict.keys(value))]
        elif isinstance(value, list):
            waiting += list(list.__iter__(value))
        elif isinstance(value, bytes):
            found.append(text_of(value))
        elif isinstance(value, str):
            found.append(value.removeprefix("/"))
    yield Place(part, "\n".join(found))


def stream(one: Any, name: str, outer: str, depth: int, reopen: Reopen) -> Iterator[Place]:
    """Give what a stream holds: an attached file, a description, the strings of a page; not what is drawn."""
    if one.get("/Type") == "/EmbeddedFile" or name:
        yield from reopen(one.get_data(), inside(outer, name or "an attachment"), depth + 1)
    elif one.get("/Subtype") in PICTURES:
        if "/DCTDecode" in str(one.get("/Filter")):
            yield from jpeg_places(one._data, inside(outer, "a picture"))
    elif one.get("/Subtype") == "/XML":
        yield from reopen(one.get_data(), inside(outer, "its metadata.xml"), depth + 1)
    elif not any(key in one for key in DRAWN) and one.get("/Type") not in {"/XRef", "/ObjStm"}:
        yield from tokens(one.get_data(), inside(outer, "its streams"))


def raw(content: bytes, outer: str) -> Iterator[Place]:
    """Give the strings of the file as it lies on the disk, and of every stream in it, old ones too."""
    part = inside(outer, "an older version in it, or its bytes")
    yield from tokens(outside(content), part)
    yield from byte_places(outside(content), part)
    left = MOST
    for body in bodies(content):
        try:
            found = zlib.decompressobj().decompress(body, max(left, 1))
        except zlib.error:
            continue
        left -= len(found)
        if left <= 0:
            raise closed(outer or "the PDF", "it is too large when unpacked")
        if looks_written(found):
            yield from tokens(found, part)


def looks_written(content: bytes) -> bool:
    """Whether most of some bytes are signs that are written."""
    some = content[:4000]
    return sum(32 <= one < 127 or one in {9, 10, 13} for one in some) > 0.8 * len(some)
