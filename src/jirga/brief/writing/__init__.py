"""Writing a brief to a file: the ending of its name decides which kind."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jirga.brief.content.lines import Brief
from jirga.conflict.text import write_bytes
from jirga.errors import FileTrouble

KINDS = (".html", ".docx", ".pdf", ".txt", ".json")


@dataclass(frozen=True)
class Written:
    """What was written, and what to know of it.

    Attributes
    ----------
    kind : str
        The ending: .html, .docx, .pdf, .txt or .json.
    content : bytes
        The file.
    pages : int or None
        How many pages the main part has in print; None where nothing was printed.
    unshown : str
        The first words of a PDF that no font of this machine can show; empty where all are shown.
    """

    kind: str
    content: bytes
    pages: int | None = None
    unshown: str = ""


def write_brief(brief: Brief, path: str | Path) -> Written:
    """Write a brief beside its place and rename it; what was there stays whole if that fails.

    Raises
    ------
    FileTrouble
        The name has another ending, or cannot be written to.
    """
    made = written(brief, kind_of(path))
    write_bytes(path, made.content)
    return made


def kind_of(path: str | Path) -> str:
    """Give the kind of file that a name asks for."""
    kind = Path(path).suffix.lower()
    kind = ".html" if kind == ".htm" else kind
    if kind not in KINDS:
        raise FileTrouble(
            str(path), "has no ending that a brief is written to", f"name a file in {', '.join(KINDS)}"
        )
    return kind


def written(brief: Brief, kind: str) -> Written:
    """Write a brief as one kind of file, in memory; the same brief gives the same bytes."""
    if kind == ".pdf":
        from jirga.brief.writing.as_pdf import as_pdf

        printed = as_pdf(brief)
        return Written(kind, printed.content, printed.pages, printed.unshown)
    if kind == ".docx":
        from jirga.brief.writing.word.as_word import as_word

        return Written(kind, as_word(brief))
    if kind == ".html":
        from jirga.brief.writing.as_html import as_html

        return Written(kind, as_html(brief).encode())
    if kind == ".txt":
        from jirga.brief.writing.as_text import as_text

        return Written(kind, as_text(brief).encode())
    from jirga.brief.writing.as_json import as_json

    return Written(kind, as_json(brief).encode())


def pages_of_main(brief: Brief) -> int:
    """Count the pages that the main part takes in print."""
    from jirga.brief.writing.as_pdf import as_pdf

    return as_pdf(brief).pages
