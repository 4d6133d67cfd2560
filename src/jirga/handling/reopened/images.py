"""What is written in pictures beside the picture: descriptions, what a camera says; not what is drawn."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from jirga.handling.reopened.place import Place, closed
from jirga.handling.reopened.text import byte_places

DRAWN = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"pHYs", b"bKGD", b"sBIT"}
MOST = 50_000_000


def png_places(content: bytes, part: str, _: int = 0) -> Iterator[Place]:
    """Give every chunk of a PNG that is not the drawing itself, and what stands after its end."""
    place = 8
    while place + 12 <= len(content):
        size, name = int.from_bytes(content[place : place + 4]), content[place + 4 : place + 8]
        body = content[place + 8 : place + 8 + size]
        place += 12 + size
        if name not in DRAWN:
            yield from byte_places(name + body, f"{part} {name.decode('latin-1')}")
            yield from unpacked(body, f"{part} {name.decode('latin-1')}")
        if name == b"IEND":
            break
    else:
        raise closed(part, "the picture is cut off")
    yield from byte_places(content[place:], f"{part} after its end")


def unpacked(body: bytes, part: str) -> Iterator[Place]:
    """Unpack what a chunk holds compressed, wherever in it that begins."""
    for start, first in enumerate(body[:1000]):
        if first == 0x78:
            try:
                yield from byte_places(zlib.decompressobj().decompress(body[start:], MOST), part)
            except zlib.error:
                continue


def jpeg_places(content: bytes, part: str, _: int = 0) -> Iterator[Place]:
    """Give every segment of a JPEG that is not the picture itself, and what stands after its end."""
    place = 2
    while place + 4 <= len(content) and content[place] == 0xFF and content[place + 1] != 0xDA:
        size = int.from_bytes(content[place + 2 : place + 4])
        name, body = content[place + 1], content[place + 4 : place + 2 + size]
        if 0xE0 <= name <= 0xEF or name == 0xFE:
            yield from byte_places(body, f"{part} segment {name:X}")
        place += 2 + max(size, 2)
    end = content.rfind(b"\xff\xd9")
    if end < 0 or place + 4 > len(content):
        raise closed(part, "the picture is cut off")
    yield from byte_places(content[end + 2 :], f"{part} after its end")
