"""Files with something planted in one place, for tests of the checker."""

from __future__ import annotations

import base64
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable
from html import escape
from urllib.parse import quote

CLEAN = "Whatever may be seen stands here, and nothing besides."
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
FONT = "/Resources << /Font << /F1 5 0 R >> >>"
Plant = Callable[[str], tuple[str, bytes]]


def packed(parts: dict[str, str | bytes], comment: str = "") -> bytes:
    """Pack parts into a file, the same bytes each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in parts.items():
            zipped.writestr(zipfile.ZipInfo(name), content)
        zipped.comment = comment.encode()
    return out.getvalue()


def part(body: str, root: str = "w:document") -> str:
    """Write a part of a Word file."""
    return f'<?xml version="1.0" encoding="UTF-8"?><{root} xmlns:w="{W}" xmlns:dc="urn:dc">{body}</{root}>'


def docx(body: str = "", **more: str | bytes) -> bytes:
    """Write a Word file with a body and further parts."""
    text = f"<w:body><w:p><w:r><w:t>{CLEAN}</w:t></w:r></w:p>{body}</w:body>"
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    return packed({"[Content_Types].xml": types, "word/document.xml": part(text), **more})


def run(text: str) -> str:
    """Write a run of Word."""
    return f"<w:r><w:rPr><w:b/></w:rPr><w:t>{escape(text)}</w:t></w:r>"


def split(text: str) -> str:
    """Write a paragraph of which every three signs are a run of their own."""
    runs = "".join(run(text[start : start + 3]) for start in range(0, len(text), 3))
    return f"<w:p><w:proofErr/>{runs}</w:p>"


def pdf(
    content: str = CLEAN, *objects: str, catalog: str = "", info: str = "", page: str = "", before: str = ""
) -> bytes:
    """Write a PDF of one page by hand; further objects are numbered from 6, and `before` nothing leads to."""
    stream = f"BT /F1 12 Tf 72 720 Td 14 TL {content} ET" if content.startswith("(") else plain(content)
    some = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R {page} {FONT} >>",
        held(stream),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        *objects,
    ]
    out, places = f"%PDF-1.7\n{before}\n".encode("latin-1"), []
    for number, one in enumerate(some, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + one.encode("latin-1") + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"<< /Size {len(some) + 1} /Root 1 0 R {info} >>"
    head = f"xref\n0 {len(some) + 1}\n0000000000 65535 f \n{table}trailer\n{trailer}\n"
    return out + f"{head}startxref\n{len(out)}\n%%EOF\n".encode()


def plain(text: str) -> str:
    """Write the lines of a page."""
    return "BT /F1 12 Tf 72 720 Td 14 TL " + " ".join(f"({line}) Tj T*" for line in text.split("\n")) + " ET"


def held(content: str, more: str = "") -> str:
    """Write a stream as an object of a PDF, packed."""
    body = zlib.compress(content.encode("latin-1"))
    head = f"<< /Length {len(body)} /Filter /FlateDecode {more} >>\nstream\n"
    return head + body.decode("latin-1") + "\nendstream"


def wide(text: str) -> str:
    """Write a string of a PDF in two bytes for each sign."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def chunk(name: bytes, body: bytes) -> bytes:
    """Write a chunk of a PNG."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(*chunks: bytes, after: bytes = b"") -> bytes:
    """Write a PNG of one sign with further chunks."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    drawn = chunk(b"IDAT", zlib.compress(b"\0\0"))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + drawn + chunk(b"IEND", b"") + after


def jpeg(name: int, body: bytes) -> bytes:
    """Write what begins and ends as a JPEG, with one segment."""
    segment = bytes([0xFF, name]) + struct.pack(">H", len(body) + 2) + body
    return b"\xff\xd8" + segment + b"\xff\xda\0\x08\1\1\0\0\x3f\0\x12\x34\xff\xd9"


def html(body: str) -> bytes:
    """Write a page."""
    style = "<style>.a{border:1px solid}</style>"
    return f"<!doctype html><html><head>{style}</head><body><p>{CLEAN}</p>{body}</body></html>".encode()


def graphml(label: str) -> bytes:
    """Write a graph of one node."""
    return (
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="d0" for="node" attr.name="x" '
        'attr.type="string"/><graph edgedefault="directed"><node id="n0">'
        f'<data key="d0">{escape(label)}</data></node></graph></graphml>'
    ).encode()


def xlsx(cell: str = CLEAN, sheet: str = "Sheet", comment: str = "", *, hidden: bool = False) -> bytes:
    """Write a workbook of two sheets, the second of which may be hidden."""
    from openpyxl import Workbook
    from openpyxl.comments import Comment

    book = Workbook()
    book.active["A1"] = CLEAN
    second = book.create_sheet(sheet)
    second["B7"] = cell
    second.sheet_state = "hidden" if hidden else "visible"
    if comment:
        second["B7"].comment = Comment(comment, "me")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def in_base64(text: str, encoding: str = "utf-8") -> str:
    """Write a text in base64."""
    return base64.b64encode(text.encode(encoding)).decode()


def escaped(text: str) -> str:
    """Write every sign of a text as a backslash escape."""
    return "".join(f"\\u{code:04x}" for code in struct.unpack(f"<{len(text)}H", text.encode("utf-16-le")))


SVG = '<svg xmlns="http://www.w3.org/2000/svg"><title>{}</title><text>a</text></svg>'
FILESPEC = "/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>"
PLANTS: dict[str, Plant] = {
    "docx paragraph": lambda text: ("a.docx", docx(f"<w:p>{run(text)}</w:p>")),
    "docx runs": lambda text: ("a.docx", docx(split(text))),
    "docx properties": lambda text: (
        "a.docx",
        docx(**{"docProps/core.xml": part(f"<dc:creator>{escape(text)}</dc:creator>", "coreProperties")}),
    ),
    "docx comment": lambda text: ("a.docx", docx(**{"word/comments.xml": part(split(text), "w:comments")})),
    "docx custom": lambda text: ("a.docx", docx(**{"customXml/item1.xml": part(escape(text), "any")})),
    "docx header": lambda text: ("a.docx", docx(**{"word/header1.xml": part(split(text), "w:hdr")})),
    "docx footnote": lambda text: (
        "a.docx",
        docx(**{"word/footnotes.xml": part(split(text), "w:footnotes")}),
    ),
    "docx alternative": lambda text: ("a.docx", docx(f'<w:p><docPr descr="{escape(text)}"/></w:p>')),
    "docx deleted": lambda text: (
        "a.docx",
        docx(f'<w:p><w:del w:author="me"><w:r><w:delText>{escape(text)}</w:delText></w:r></w:del></w:p>'),
    ),
    "docx author": lambda text: ("a.docx", docx(f'<w:p><w:ins w:author="{escape(text)}"/></w:p>')),
    "docx link": lambda text: (
        "a.docx",
        docx(**{"word/_rels/document.xml.rels": f'<R><L Target="https://x.org/{quote(text)}"/></R>'}),
    ),
    "docx xml comment": lambda text: ("a.docx", docx(f"<!-- {escape(text)} -->")),
    "docx instruction": lambda text: ("a.docx", docx(f"<?note {escape(text)}?>")),
    "docx picture": lambda text: (
        "a.docx",
        docx(**{"word/media/image1.png": png(chunk(b"iTXt", b"Title\0\0\0\0\0" + text.encode()))}),
    ),
    "docx workbook": lambda text: ("a.docx", docx(**{"word/embeddings/a.xlsx": xlsx(text)})),
    "xlsx cell": lambda text: ("a.xlsx", xlsx(text)),
    "xlsx hidden": lambda text: ("a.xlsx", xlsx(text, hidden=True)),
    "xlsx comment": lambda text: ("a.xlsx", xlsx(comment=text)),
    "zip name": lambda text: ("a.zip", packed({f"{text.replace(' ', '_')}.txt": CLEAN})),
    "zip remark": lambda text: ("a.zip", packed({"a.txt": CLEAN}, text)),
    "zip in zip": lambda text: ("a.zip", packed({"b.zip": packed({"c.csv": f"a,b\n1,{text}\n"})})),
    "pptx notes": lambda text: (
        "a.pptx",
        packed({"ppt/notesSlides/notesSlide1.xml": part(split(text), "p")}),
    ),
    "html text": lambda text: ("a.html", html(f"<p>told by {escape(text)}.</p>")),
    "html parted": lambda text: ("a.html", html(f"<p>by {escape(text[:2])}<b>{escape(text[2:])}</b></p>")),
    "html attribute": lambda text: ("a.html", html(f'<p data-who="{escape(text)}">x</p>')),
    "html comment": lambda text: ("a.html", html(f"<!-- {escape(text)} -->")),
    "html script": lambda text: ("a.html", html(f'<script>let a = "{escaped(text)}";</script>')),
    "html data": lambda text: (
        "a.html",
        html(f'<img src="data:image/svg+xml;base64,{in_base64(SVG.format(escape(text)))}">'),
    ),
    "html percent": lambda text: (
        "a.html",
        html(f'<img src="data:image/svg+xml,{quote(SVG.format(text))}">'),
    ),
    "html entities": lambda text: ("a.html", html("".join(f"&#{ord(sign)};" for sign in text))),
    "html address": lambda text: ("a.html", html(f'<a href="?q={quote(text)}">x</a>')),
    "html invisible": lambda text: ("a.html", html("\u200b".join(text))),
    "html style": lambda text: ("a.html", html(f"<style>a::after{{content:'{text}'}}</style>")),
    "svg title": lambda text: ("a.svg", SVG.format(escape(text)).encode()),
    "svg spans": lambda text: (
        "a.svg",
        f"<svg><text>{''.join(f'<tspan>{escape(sign)}</tspan>' for sign in text)}</text></svg>".encode(),
    ),
    "json key": lambda text: ("a.json", json.dumps({"a": {text: 1}}).encode()),
    "json base64": lambda text: ("a.json", json.dumps({"a": in_base64(f"told by {text}")}).encode()),
    "json wide base64": lambda text: ("a.json", json.dumps({"a": in_base64(text, "utf-16-le")}).encode()),
    "jsonl value": lambda text: ("a.jsonl", b'{"kind": "a"}\n' + json.dumps({"b": [text]}).encode()),
    "graphml label": lambda text: ("a.graphml", graphml(text)),
    "csv cell": lambda text: ("a.csv", f'a;b\n1;"{text}"\n'.encode("utf-8-sig")),
    "csv wide": lambda text: ("a.csv", f"a;b\n1;{text}\n".encode("utf-16")),
    "text capitals": lambda text: ("a.txt", text.upper().encode()),
    "text underscores": lambda text: ("a.md", f"see {text.replace(' ', '_')}".encode()),
    "png text": lambda text: ("a.png", png(chunk(b"tEXt", b"Author\0" + text.encode()))),
    "png packed": lambda text: ("a.png", png(chunk(b"zTXt", b"Title\0\0" + zlib.compress(text.encode())))),
    "png camera": lambda text: ("a.png", png(chunk(b"eXIf", b"II*\0" + text.encode("utf-16-le")))),
    "png after": lambda text: ("a.png", png(after=text.encode())),
    "jpeg comment": lambda text: ("a.jpg", jpeg(0xFE, text.encode())),
    "jpeg camera": lambda text: ("a.jpg", jpeg(0xE1, b"Exif\0\0" + text.encode("utf-16-be"))),
    "pdf description": lambda text: (
        "a.pdf",
        pdf(
            CLEAN, held(f"<x>{escape(text).encode().decode('latin-1')}</x>", "/Type /Metadata /Subtype /XML")
        ),
    ),
    "pdf metadata": lambda text: ("a.pdf", pdf(CLEAN, f"<< /Author {wide(text)} >>", info="/Info 6 0 R")),
    "pdf outline": lambda text: (
        "a.pdf",
        pdf(CLEAN, "<< /First 7 0 R >>", f"<< /Title {wide(text)} >>", catalog="/Outlines 6 0 R"),
    ),
    "pdf annotation": lambda text: (
        "a.pdf",
        pdf(CLEAN, f"<< /Subtype /Text /Rect [0 0 9 9] /Contents {wide(text)} >>", page="/Annots [6 0 R]"),
    ),
    "pdf attachment": lambda text: (
        "a.pdf",
        pdf(
            CLEAN,
            "<< /Type /Filespec /F (a.csv) /UF (a.csv) /EF << /F 7 0 R >> >>",
            held(f"a,{text}".encode().decode("latin-1"), "/Type /EmbeddedFile"),
            catalog=FILESPEC,
        ),
    ),
    "pdf field": lambda text: (
        "a.pdf",
        pdf(CLEAN, f"<< /FT /Tx /T (a) /V {wide(text)} >>", catalog="/AcroForm << /Fields [6 0 R] >>"),
    ),
    "pdf alternative": lambda text: (
        "a.pdf",
        pdf(CLEAN, f"<< /Type /StructElem /S /Figure /Alt {wide(text)} >>", catalog="/StructTreeRoot 6 0 R"),
    ),
    "pdf older": lambda text: ("a.pdf", pdf(before=f"9 0 obj << /Title {wide(text)} >> endobj")),
}
LATIN: dict[str, Plant] = {
    "pdf text": lambda text: ("a.pdf", pdf(f"told by {text} at noon")),
    "pdf lines": lambda text: ("a.pdf", pdf(f"told by {text[:5]}-\n{text[5:]} at noon")),
    "pdf kerning": lambda text: ("a.pdf", pdf(f"({CLEAN}) Tj T* [({text[:3]}) -20 ({text[3:]})] TJ")),
    "pdf shown otherwise": lambda text: (
        "a.pdf",
        pdf(f"(x) Tj /Span << /ActualText ({text}) >> BDC (y) Tj EMC"),
    ),
    "pdf older text": lambda text: ("a.pdf", pdf(before=f"9 0 obj {held(plain(text))} endobj")),
    "pdf name": lambda text: (
        "a.pdf",
        pdf(CLEAN, "<< /" + "".join(f"#{ord(sign):02X}" for sign in text) + " 1 >>"),
    ),
    "xlsx sheet": lambda text: ("a.xlsx", xlsx(sheet=text[:31])),
    "own name": lambda text: (f"{text.replace(' ', '-')}.txt", CLEAN.encode()),
}
