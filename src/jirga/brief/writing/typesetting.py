"""Typst, given its files in memory and the fonts that are brought along."""

from __future__ import annotations

from importlib.resources import as_file, files
from typing import Any

from jirga.brief.drawings.drawing import Drawing
from jirga.brief.writing.pictures import FULL, file_name, printed_svg

DOTS = 200
ACROSS = 176 / 25.4 * 72
"""How wide a drawing of full width is on paper, in points."""


def typeset(given: dict[str, bytes], *, system: bool, **how: Any) -> Any:
    """Compile files given in memory, the first named main; nothing else is read but fonts.

    Parameters
    ----------
    system : bool
        Whether the machine's fonts may be used as well.
    """
    import typst

    compiled: Any = typst.compile
    with as_file(files("jirga.brief.writing") / "fonts") as fonts:
        return compiled(given, font_paths=[fonts], ignore_system_fonts=not system, **how)


def asked_of(given: dict[str, bytes], selector: str, *, system: bool, **how: Any) -> str:
    """Look up what the template has noted while it was laid out."""
    import typst

    query: Any = typst.query
    with as_file(files("jirga.brief.writing") / "fonts") as fonts:
        found = query(
            given,
            selector,
            field="value",
            one=True,
            font_paths=[fonts],
            ignore_system_fonts=not system,
            **how,
        )
    return str(found)


def rasters(drawings: list[Drawing]) -> list[bytes]:
    """Draw each drawing as a PNG of 200 dots to the inch, with the machine's fonts for rarer scripts."""
    if not drawings:
        return []
    given = {"main": "\n".join(map(page, drawings)).encode()}
    given |= {file_name(one): printed_svg(one) for one in drawings}
    made = typeset(given, system=True, format="png", ppi=DOTS)
    return made if isinstance(made, list) else [made]


def page(drawing: Drawing) -> str:
    """Give a drawing a page as large as it stands on paper."""
    wide = ACROSS * min(1.0, drawing.width / FULL)
    high = wide * drawing.height / drawing.width
    return (
        f"#set page(width: {wide:.2f}pt, height: {high:.2f}pt, margin: 0pt)\n"
        f'#image("{file_name(drawing)}", width: 100%)'
    )
