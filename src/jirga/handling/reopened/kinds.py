"""Which kind of file something is, by its first bytes or its ending; one that nobody knows is refused."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator

from jirga.brief.writing.word.fonts import put_in
from jirga.handling.reopened.data import csv_places, json_places, lines_places
from jirga.handling.reopened.images import jpeg_places, png_places
from jirga.handling.reopened.markup import html_places, xml_places
from jirga.handling.reopened.pdfs import pdf_places
from jirga.handling.reopened.place import DEEPEST, Place, Reopen, closed
from jirga.handling.reopened.text import text_of, text_places
from jirga.handling.reopened.zips import zip_places

MOST = 500_000_000
MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"%PDF", "pdf"),
    (b"\x89PNG\r\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x1f\x8b", "gz"),
)
ENDINGS = {
    **dict.fromkeys(("html", "htm", "xhtml"), "html"),
    **dict.fromkeys(
        ("xml", "svg", "graphml", "gexf", "rels", "vml", "rdf", "xsl", "xsd", "opf", "ncx"), "xml"
    ),
    **dict.fromkeys(("json", "geojson", "ipynb"), "json"),
    **dict.fromkeys(("jsonl", "ndjson"), "jsonl"),
    **dict.fromkeys(("csv", "tsv"), "csv"),
    **dict.fromkeys(
        ("txt", "md", "yaml", "yml", "css", "js", "tex", "bib", "typ", "toml", "ini", "log"), "text"
    ),
    "mimetype": "text",
}


def places(content: bytes, name: str, depth: int = 0) -> Iterator[Place]:
    """Give every place of a file where words can stand.

    Raises
    ------
    CannotLookInto
        It, or a part of it, is of no kind that can be searched.
    """
    if depth > DEEPEST:
        raise closed(name, "it is nested too deeply")
    if name.endswith(".odttf") and content == put_in():
        return  # the font that every Word brief with Arabic letters carries, byte for byte
    found = kind(content, name)
    if found == "gz":
        yield from places(inflated(content, name), name.removesuffix(".gz"), depth + 1)
        return
    if found not in READERS:
        raise closed(name, "nobody here knows this kind of file")
    yield from READERS[found](content, name, depth)


def kind(content: bytes, name: str) -> str:
    """Name the kind of a file.

    >>> kind(b"%PDF-1.7", "a.docx"), kind(b"<svg/>", "a.SVG"), kind(b"x", "a.exe")
    ('pdf', 'xml', '')
    """
    for start, found in MAGIC:
        if content.startswith(start):
            return found
    return ENDINGS.get(name.rpartition(".")[2].lower(), "")


def inflated(content: bytes, name: str) -> bytes:
    """Unpack a compressed file, up to a size."""
    try:
        unpacked = zlib.decompressobj(31).decompress(content, MOST)
        return unpacked if len(unpacked) < MOST else gzip.decompress(b"")
    except (zlib.error, gzip.BadGzipFile, EOFError):
        raise closed(name, "it cannot be unpacked") from None


def as_text(read: Callable[[str, str], Iterator[Place]]) -> Reopen:
    """Let a reader of text read a file."""
    return lambda content, name, _: read(text_of(content, name), name)


READERS: dict[str, Reopen] = {
    "zip": lambda content, name, depth: zip_places(content, name, depth, places),
    "pdf": lambda content, name, depth: pdf_places(content, name, depth, places),
    "png": png_places,
    "jpeg": jpeg_places,
    "xml": xml_places,
    "html": as_text(html_places),
    "json": as_text(json_places),
    "jsonl": as_text(lines_places),
    "csv": as_text(csv_places),
    "text": as_text(text_places),
}
