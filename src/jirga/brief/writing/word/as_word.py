"""A brief as one Word file: its parts put together in the same order, with the same bytes each time."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from importlib.resources import files
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from jirga.brief.content.lines import Brief
from jirga.brief.drawings.drawing import Drawing
from jirga.brief.writing.as_json import carried
from jirga.brief.writing.carried import CARRIED
from jirga.brief.writing.pieces import edge
from jirga.brief.writing.typesetting import rasters
from jirga.brief.writing.word.body import Body
from jirga.brief.writing.word.edges import footer
from jirga.brief.writing.word.elements import HEAD
from jirga.brief.writing.word.fonts import font_table
from jirga.brief.writing.word.package import APPLICATION, content_types, core, item_about, related

EARLIEST = (1980, 1, 1, 0, 0, 0)


def as_word(brief: Brief) -> bytes:
    """Write a brief as a Word file; the same brief gives the same bytes."""
    kept = io.BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as file:
        for name, content in parts(brief):
            about = ZipInfo(name, EARLIEST)
            about.compress_type, about.external_attr, about.create_system = ZIP_DEFLATED, 0o600 << 16, 3
            file.writestr(about, content)
    return kept.getvalue()


def parts(brief: Brief) -> Iterator[tuple[str, str | bytes]]:
    """Give the parts of the file by name."""
    body = Body(brief)
    document = body.part()
    yield "[Content_Types].xml", content_types()
    yield "_rels/.rels", related(PACKAGE_PARTS)
    yield "word/document.xml", document
    yield "word/_rels/document.xml.rels", related([*DOCUMENT_PARTS, *pictured(body.drawings)])
    for name in ("styles.xml", "settings.xml", "numbering.xml"):
        yield f"word/{name}", files("jirga.brief.writing.word").joinpath(name).read_bytes()
    notes = body.notes.part()
    yield "word/footnotes.xml", notes
    yield from fonts(document, notes)
    yield "word/footer1.xml", footer(edge(brief))
    for number, content in enumerate(rasters(body.drawings), start=1):
        yield f"word/media/drawing{number}.png", content
    yield "docProps/core.xml", core(brief)
    yield "docProps/app.xml", APPLICATION
    yield "customXml/item1.xml", f'{HEAD}<brief xmlns="{CARRIED}">{escape(carried(brief))}</brief>'
    yield "customXml/itemProps1.xml", item_about()
    yield (
        "customXml/_rels/item1.xml.rels",
        related([("rId1", "officeDocument:customXmlProps", "itemProps1.xml")]),
    )


def fonts(*texts: str) -> Iterator[tuple[str, str | bytes]]:
    """Give the part that names fonts, and the font that is put in where there are Arabic letters."""
    table, font = font_table(*texts)
    yield "word/fontTable.xml", table
    if font is not None:
        yield (
            "word/_rels/fontTable.xml.rels",
            related([("rIdFont", "officeDocument:font", "fonts/font1.odttf")]),
        )
        yield "word/fonts/font1.odttf", font


PACKAGE_PARTS = [
    ("rId1", "officeDocument:officeDocument", "word/document.xml"),
    ("rId2", "package:metadata/core-properties", "docProps/core.xml"),
    ("rId3", "officeDocument:extended-properties", "docProps/app.xml"),
]
DOCUMENT_PARTS = [
    ("rIdStyles", "officeDocument:styles", "styles.xml"),
    ("rIdSettings", "officeDocument:settings", "settings.xml"),
    ("rIdNumbering", "officeDocument:numbering", "numbering.xml"),
    ("rIdFootnotes", "officeDocument:footnotes", "footnotes.xml"),
    ("rIdFooter", "officeDocument:footer", "footer1.xml"),
    ("rIdFonts", "officeDocument:fontTable", "fontTable.xml"),
    ("rIdCarried", "officeDocument:customXml", "../customXml/item1.xml"),
]


def pictured(drawings: Sequence[Drawing]) -> list[tuple[str, str, str]]:
    """Relate the text to its pictures."""
    return [
        (f"rIdPicture{number}", "officeDocument:image", f"media/drawing{number}.png")
        for number in range(1, len(drawings) + 1)
    ]
