"""Reading back the form that a written brief carries, from any of its kinds."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import BadZipFile, ZipFile

CARRIED = "urn:jirga:brief"
SCRIPT = '<script type="application/json" id="jirga-brief">'
ATTACHED = "jirga-brief.json"
LARGEST = 50_000_000
"""No brief is larger, and nothing larger is unpacked."""


def carried_form(path: str | Path) -> dict[str, Any] | None:
    """Give the form that a written brief carries; None where a file is no brief of ours.

    The form is what docs/brief.md describes: the lines by their keys, as they were when it was written.
    """
    try:
        content = Path(path).read_bytes()
    except OSError:
        return None
    if len(content) > LARGEST:
        return None
    found = text_of(content)
    try:
        form = json.loads(found) if found else None
    except ValueError:
        return None
    return form if isinstance(form, dict) and "jirga_brief" in form else None


def text_of(content: bytes) -> str:
    """Find the form in a file's bytes; empty where there is none."""
    if content[:2] == b"PK":
        return in_word(content)
    if content[:5] == b"%PDF-":
        return in_pdf(content)
    text = content.decode("utf-8", errors="replace")
    return text if text.lstrip()[:1] == "{" else text.partition(SCRIPT)[2].partition("</script>")[0]


def in_word(content: bytes) -> str:
    """Find the form among the parts of a Word file, under whatever name a word processor has given it."""
    try:
        with ZipFile(io.BytesIO(content)) as file:
            some = [one for one in file.infolist() if one.filename.startswith("customXml/item")]
            for one in some:
                if one.file_size < LARGEST and CARRIED.encode() in (text := file.read(one)):
                    root = ET.fromstring(text)  # noqa: S314  (entities are not expanded from outside)
                    if root.tag == f"{{{CARRIED}}}brief":
                        return root.text or ""
    except (BadZipFile, ET.ParseError, KeyError, ValueError):
        pass
    return ""


def in_pdf(content: bytes) -> str:
    """Find the form among the files attached to a PDF."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        some = PdfReader(io.BytesIO(content)).attachments.get(ATTACHED, [])
    except (PyPdfError, ValueError, KeyError):
        return ""
    return some[0].decode("utf-8", errors="replace") if some else ""
