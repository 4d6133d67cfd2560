"""Runs, paragraphs, tables and pictures as WordprocessingML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from jirga.brief.writing.pieces import plain, turns

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
REFERENCE, ARABIC_FONT = "FootnoteReference", "Noto Naskh Arabic"
ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")
ACROSS, EMU = 9978, 635
"""The width between the margins, in twentieths of a point, and how many of Word's drawing units one is."""


def run(words: str, *, style: str = "", struck: bool = False) -> str:
    """Write words; where they are read from right to left, as runs that say so.

    >>> run("a < b")
    '<w:r><w:t xml:space="preserve">a &lt; b</w:t></w:r>'
    """
    return "".join(
        f"<w:r>{look(style, struck=struck, right=right, arabic=right and bool(ARABIC.search(some)))}"
        f'<w:t xml:space="preserve">{escape(some)}</w:t></w:r>'
        for some, right in turns(plain(words))
    )


def look(style: str, *, struck: bool = False, right: bool = False, arabic: bool = False) -> str:
    """Write the properties of a run."""
    inner = f'<w:rStyle w:val="{style}"/>' if style else ""
    inner += f'<w:rFonts w:cs="{ARABIC_FONT}"/>' if arabic else ""
    inner += "<w:strike/>" if struck else ""
    inner += "<w:rtl/>" if right else ""
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def field(instruction: str, shown: str, *, style: str = "") -> str:
    """Write a field with the result it has now."""
    looks = look(style)
    return (
        f'<w:r>{looks}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{looks}<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r>{looks}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run(shown, style=style)}"
        f'<w:r>{looks}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def paragraph(inner: str, style: str = "", *, right: bool = False, more: str = "") -> str:
    """Write a paragraph; `more` holds further properties, those before the direction of reading."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties += more + ("<w:bidi/>" if right else "")
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def bookmark(name: str, number: int, inner: str) -> str:
    """Put a bookmark around something."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name={quoteattr(name)}/>{inner}<w:bookmarkEnd w:id="{number}"/>'
    )


def table(head: Iterable[str], rows: Iterable[Iterable[str]], shares: list[float]) -> str:
    """Write a table whose cells are paragraphs; its first row is repeated on every page."""
    sizes = [round(ACROSS * share / sum(shares)) for share in shares]
    columns = "".join(f'<w:gridCol w:w="{size}"/>' for size in sizes)
    lines = [row(head, sizes, first=True), *(row(cells, sizes) for cells in rows)]
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="BriefTable"/><w:tblW w:w="5000" w:type="pct"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(lines)}</w:tbl>"
    )


def row(cells: Iterable[str], sizes: list[int], *, first: bool = False) -> str:
    """Write a table's row."""
    properties = "<w:trPr><w:cantSplit/>" + ("<w:tblHeader/>" if first else "") + "</w:trPr>"
    inner = (
        f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for cell, size in zip(cells, sizes, strict=True)
    )
    return f"<w:tr>{properties}{''.join(inner)}</w:tr>"


def picture(number: int, size: tuple[int, int], title: str, told: str) -> str:
    """Write a picture with its text alternative; its file is the relationship of the same number."""
    about = f"descr={quoteattr(plain(told))} title={quoteattr(plain(title))}"
    extent = f'cx="{size[0]}" cy="{size[1]}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="{number}" name="Drawing {number}" {about}/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="drawing{number}.png" {about}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdPicture{number}"/><a:stretch><a:fillRect/>'
        f'</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
