"""The strings and names in the bytes of a PDF, as they are written there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jirga.handling.reopened.place import Place

STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
LITERAL = re.compile(rb"\(((?:\\.|[^()\\]|\((?:\\.|[^()\\])*\))*)\)", re.DOTALL)
HEX = re.compile(rb"<([0-9A-Fa-f\s]{4,})>")
NAME = re.compile(rb"/([^\s()<>\[\]{}/%]{2,})")
COMMENT = re.compile(rb"%([^\r\n]+)")
ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
SIGNS = {
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"b": b"\b",
    b"f": b"\f",
    b"\n": b"",
    b"\r": b"",
    b"\r\n": b"",
}
HASH = re.compile(rb"#([0-9A-Fa-f]{2})")


def bodies(content: bytes) -> Iterator[bytes]:
    """Give what stands in every stream, packed as it is."""
    for found in STREAM.finditer(content):
        yield found[1]


def outside(content: bytes) -> bytes:
    """Give what stands outside of streams."""
    return STREAM.sub(b" ", content)


def tokens(content: bytes, part: str) -> Iterator[Place]:
    """Give the strings, names and comments in some bytes."""
    literal = [text_of(ESCAPE.sub(unescaped, found)) for found in LITERAL.findall(content)]
    written = [text_of(bytes.fromhex(even(found))) for found in HEX.findall(content)]
    named = [
        text_of(HASH.sub(lambda one: bytes.fromhex(one[1].decode()), found))
        for found in NAME.findall(content)
    ]
    remarks = [text_of(found) for found in COMMENT.findall(content)]
    yield Place(part, "\n".join([*literal, *written, *named, *remarks]))


def from_hex(found: re.Match[bytes]) -> bytes:
    """Read a sign of a name that is written as its number."""
    return bytes.fromhex(found[1].decode())


def even(digits: bytes) -> str:
    """Give hexadecimal digits without spaces, and in pairs."""
    plain = b"".join(digits.split()).decode()
    return plain + "0" * (len(plain) % 2)


def unescaped(found: re.Match[bytes]) -> bytes:
    """Read an escape in a string."""
    if found[1].isdigit():
        return bytes([int(found[1], 8) & 0xFF])
    return SIGNS.get(found[1], found[1])


def text_of(content: bytes) -> str:
    """Read a string of a PDF."""
    for mark, encoding in ((b"\xfe\xff", "utf-16"), (b"\xff\xfe", "utf-16"), (b"\xef\xbb\xbf", "utf-8")):
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("latin-1")
