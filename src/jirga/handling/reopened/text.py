"""Plain text, and bytes that may be text."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from jirga.handling.reopened.place import Place, closed

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
PRINTED = re.compile(rb"[\x09\x0a\x0d\x20-\x7e\x80-\xff]{4,}")
WIDE = re.compile(rb"(?:[^\x00]\x00|[\x00-\xff][\x01-\x30]){3,}")


def text_of(content: bytes, part: str) -> str:
    """Read bytes as text.

    Raises
    ------
    CannotLookInto
        They are none.
    """
    encoding = next((name for mark, name in MARKS if content.startswith(mark)), "utf-8")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise closed(part, "it should be text, and is not") from None


def text_places(text: str, part: str) -> Iterator[Place]:
    """Give a text as one place."""
    yield Place(part, text)


def byte_places(content: bytes, part: str) -> Iterator[Place]:
    """Give what of some bytes may be text, in one byte or in two for each sign."""
    narrow = b"\n".join(PRINTED.findall(content))
    yield Place(part, narrow.decode("utf-8", "replace"))
    yield Place(part, narrow.decode("latin-1"))
    for start in (0, 1):
        for encoding in ("utf-16-le", "utf-16-be"):
            yield Place(part, content[start:].decode(encoding, "ignore"))
