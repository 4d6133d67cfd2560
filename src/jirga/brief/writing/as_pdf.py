"""A brief as a tagged PDF, laid out by Typst from the same pieces as the other kinds."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files

from jirga.brief.content.lines import Brief
from jirga.brief.writing.as_json import carried
from jirga.brief.writing.carried import ATTACHED
from jirga.brief.writing.laid_out import laid_out
from jirga.brief.writing.pictures import pictures
from jirga.brief.writing.typesetting import asked_of, typeset

STANDARD = "ua-1"
NO_FONT = "could not be displayed"


@dataclass(frozen=True)
class Printed:
    """A PDF, how many pages its main part has, and what no font of the machine could show.

    Attributes
    ----------
    content : bytes
        The file.
    pages : int
        The pages before the annexes.
    unshown : str
        The first words without a font; empty where all are shown.
    """

    content: bytes
    pages: int
    unshown: str = ""


def as_pdf(brief: Brief) -> Printed:
    """Print a brief.

    Returns
    -------
    Printed
        The same brief gives the same bytes, and on every machine if it is in Latin, Greek, Cyrillic or Arabic
        letters, for which the fonts are brought along; other scripts are taken from the machine's fonts.

    Notes
    -----
    Typst refuses to call a PDF accessible (PDF/UA-1) in which a sign has no font. Then it is printed without
    that claim, still tagged, and says what could not be shown.
    """
    unshown = ""
    for system, standard in ((False, STANDARD), (True, STANDARD), (True, None)):
        try:
            content, pages = printed(brief, system=system, standard=standard)
        except RuntimeError as trouble:
            if standard is None or NO_FONT not in str(trouble):
                raise
            unshown = str(trouble).partition("`")[2].partition("`")[0]
        else:
            return Printed(content, pages, unshown if standard is None else "")
    raise AssertionError


def printed(brief: Brief, *, system: bool, standard: str | None) -> tuple[bytes, int]:
    """Print with or without the machine's fonts, as accessible or only tagged, and count the pages."""
    given, inputs = virtual(brief), {"attached": "yes"}
    standards = [standard] if standard else []
    content = typeset(
        given, system=system, format="pdf", timestamp=0, pdf_standards=standards, sys_inputs=inputs
    )
    return content, int(asked_of(given, "<end-of-main>", system=system, sys_inputs=inputs))


def virtual(brief: Brief) -> dict[str, bytes]:
    """Give the template and what it lays out as files; Typst reads no other."""
    return {
        "main": files("jirga.brief.writing").joinpath("brief.typ").read_bytes(),
        "brief.json": json.dumps(laid_out(brief)).encode(),
        ATTACHED: carried(brief).encode(),
        **pictures(brief),
    }
