"""Packed files, as docx, xlsx, pptx and zip: every part, its name, and whatever else the file holds."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from jirga.handling.reopened.place import Place, Reopen, closed, inside, values
from jirga.handling.reopened.text import byte_places

MOST = 500_000_000
HEADER, DESCRIPTOR = 30, 24


def zip_places(content: bytes, part: str, depth: int, reopen: Reopen) -> Iterator[Place]:
    """Give every place of every part.

    Raises
    ------
    CannotLookInto
        A part is locked, damaged or of an unknown kind, or the file holds bytes that belong to no part.
    """
    outer = part if depth else ""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
            if sum(one.file_size for one in parts) > MOST:
                raise closed(part, "it is too large when unpacked")
            yield from values(inside(outer, "the names in it"), (one.filename for one in parts))
            yield from byte_places(packed.comment, inside(outer, "its comment"))
            yield from between(content, parts, packed.start_dir, inside(outer, "between its parts"))
            for one in parts:
                yield from byte_places(one.comment + one.extra, inside(outer, f"beside {one.filename}"))
                if not one.is_dir():
                    yield from opened(packed, one, outer, depth, reopen)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError):
        raise closed(part, "it is damaged, or packed in a way that is not known here") from None


def opened(
    packed: zipfile.ZipFile, one: zipfile.ZipInfo, outer: str, depth: int, reopen: Reopen
) -> Iterator[Place]:
    """Give every place of one part."""
    name = inside(outer, one.filename)
    if one.flag_bits & 1:
        raise closed(name, "it is locked with a password")
    content = packed.read(one)
    if content:
        yield from reopen(content, name, depth + 1)


def between(content: bytes, parts: list[zipfile.ZipInfo], end: int, where: str) -> Iterator[Place]:
    """Refuse bytes before, between and after the parts that belong to none of them."""
    place = 0
    for one in sorted(parts, key=lambda one: one.header_offset):
        head = content[one.header_offset : one.header_offset + HEADER]
        if one.header_offset - place > (DESCRIPTOR if place else 0) or head[:4] != b"PK\x03\x04":
            raise closed(where, "it holds bytes that belong to no part")
        names = int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
        start = one.header_offset + HEADER
        yield from byte_places(content[start : start + names], where)
        place = start + names + one.compress_size
    yield from byte_places(content[end:], where)
    closing = content.rfind(b"PK\x05\x06") + 22
    if end - place > DESCRIPTOR or len(content) - closing != int.from_bytes(
        content[closing - 2 : closing], "little"
    ):
        raise closed(where, "it holds bytes that belong to no part")
