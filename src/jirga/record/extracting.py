"""Text out of files: runs in a process of its own with little memory, since a file may be hostile.

It reads one line of JSON for each file, its kind and its path, and answers each with one line.
"""

from __future__ import annotations

import json
import sys
import zipfile
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

MEMORY = 256 * 2**20
MOST_SIGNS = 20_000_000
UNPACKED = 60 * 2**20
PACKED_FILES = 2_000


class Refused(Exception):
    """The file is not used: what is wrong with it, and what to try."""

    def __init__(self, what: str, hint: str) -> None:
        self.what, self.hint = what, hint
        super().__init__(what)


def limited() -> None:
    """Take away the memory and the room on disk that an honest file does not need."""
    try:
        import resource
    except ImportError:  # not on Windows, where only the clock stops a file
        return
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def from_text(path: Path) -> dict[str, Any]:
    """Read a text file: UTF-8, or UTF-16 that says so in its first two bytes."""
    content = path.read_bytes()
    encoding = "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as trouble:
        raise Refused(f"is not UTF-8 text (byte {trouble.start + 1})", "save it as UTF-8") from None
    if "\0" in text:
        raise Refused("holds null bytes and is no text", "is it the right file?")
    return {"text": text, "extractor": "text", "version": "1"}


def from_html(path: Path) -> dict[str, Any]:
    """Take the article out of a page, without its menus and teasers."""
    import trafilatura

    content = path.read_bytes()
    if b"\0" in content and content[:2] not in {b"\xff\xfe", b"\xfe\xff"}:
        raise Refused("holds null bytes and is no page", "is it the right file?")
    found = trafilatura.bare_extraction(content, include_comments=False, with_metadata=True)
    if not isinstance(found, trafilatura.settings.Document) or not found.text:
        raise Refused("has no article in it", "save the page's text as a .txt file")
    about = {key: str(getattr(found, key) or "") for key in ("title", "author", "date", "language")}
    publisher = str(found.sitename or "")
    return {"text": found.text, **about, "publisher": publisher, **by("trafilatura")}


def from_docx(path: Path) -> dict[str, Any]:
    """Read a Word document: its paragraphs and tables in order."""
    import docx
    from docx.table import Table

    refuse_bombs(path)
    opened = docx.Document(str(path))
    lines: list[str] = []
    for block in opened.iter_inner_content():
        if isinstance(block, Table):
            lines += ["\t".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            lines.append(block.text)
    about = opened.core_properties
    return {"text": "\n".join(lines), "title": about.title, "author": about.author, **by("python-docx")}


def refuse_bombs(path: Path) -> None:
    """Stop before a packed file would be unpacked that is far larger than it says, or leads elsewhere."""
    with zipfile.ZipFile(path) as packed:
        inside = packed.infolist()
        if len(inside) > PACKED_FILES or sum(one.file_size for one in inside) > UNPACKED:
            raise Refused(f"would unpack to more than {UNPACKED // 2**20} MB", "it is no ordinary document")
        for one in inside:
            if one.filename.startswith(("/", "\\")) or ".." in Path(one.filename.replace("\\", "/")).parts:
                raise Refused("holds a file name that leads out of it", "it is no ordinary document")


def from_pdf(path: Path) -> dict[str, Any]:
    """Read a PDF page by page; a scan has no text and is refused."""
    import pypdf

    reader = pypdf.PdfReader(path)
    if reader.is_encrypted and not reader.decrypt(""):
        raise Refused("is locked with a password", "save an open copy of it")
    text, marks = "", []
    for number, page in enumerate(reader.pages, start=1):
        words = page.extract_text() or ""
        if words.strip():
            marks.append((f"p{number}", len(text), len(text) + len(words)))
        text += words + "\n"
        if len(text) > MOST_SIGNS:
            raise Refused("has too much text", "add it in parts")
    if not marks:
        raise Refused("has no text in it", "if it is a scan, run a text recognition over it first")
    about = reader.metadata
    said = {"title": about.title, "author": about.author} if about else {}
    return {"text": text, "marks": marks, **said, **by("pypdf")}


def by(package: str) -> dict[str, str]:
    """Name what took the text out."""
    return {"extractor": package, "version": version(package)}


READERS: dict[str, Callable[[Path], dict[str, Any]]] = {
    "txt": from_text,
    "html": from_html,
    "docx": from_docx,
    "pdf": from_pdf,
}


def extracted(kind: str, path: Path) -> dict[str, Any]:
    """Take the text out of one file, or say why not."""
    try:
        return sound(READERS[kind](path))
    except Refused as trouble:
        return {"trouble": trouble.what, "hint": trouble.hint}
    except MemoryError:
        return {"trouble": "needs more memory than a document should", "hint": "it is no ordinary document"}
    except Exception as trouble:  # noqa: BLE001  whatever a broken file makes a reader do, it is one refusal
        said = " ".join(f"{type(trouble).__name__}: {trouble}".split())[:120]
        return {"trouble": f"cannot be read as {kind} ({said})", "hint": "open it and save it again"}


def sound(found: dict[str, Any]) -> dict[str, Any]:
    """Keep only signs that any database can hold, and refuse what has no words."""
    text = found["text"].translate(UNHELD)
    if not text.strip():
        raise Refused("has no text in it", "is it the right file?")
    if len(text) > MOST_SIGNS:
        raise Refused("has too much text", "add it in parts")
    return {**found, "text": text}


# Null and half of a pair become the sign for "unreadable": one for one, so that no offset moves.
UNHELD = {0: "\ufffd", **dict.fromkeys(range(0xD800, 0xE000), "\ufffd")}


def main() -> None:
    """Answer one line for each line read."""
    limited()
    for line in sys.stdin.buffer:
        kind, path = json.loads(line)
        answer = json.dumps(extracted(kind, Path(path)), default=str)
        sys.stdout.buffer.write(answer.encode("ascii") + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
