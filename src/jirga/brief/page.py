"""The answer as one self-contained page, for a screen, a telephone or paper."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from jirga.about import VERSION
from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.comparison import comparison
from jirga.answer.solution import digest
from jirga.answer.sources import passage
from jirga.answer.whole import answer
from jirga.brief.drawings.drawing import Drawing
from jirga.brief.drawings.standards import outcomes_by_standards
from jirga.brief.drawings.ways import ways
from jirga.brief.room_page import room_page
from jirga.schema.answer import Mark

GENERATOR = "Jirga"


def page(analysis: Analysis) -> str:
    """Write the page.

    Returns
    -------
    str
        HTML that needs nothing from anywhere; the same conflict gives the same bytes.
    """
    conflict = analysis.conflict
    template = environment().from_string(
        files("jirga.brief").joinpath("page.html.jinja").read_text(encoding="utf-8")
    )
    way = ways(analysis)
    return template.render(
        answer=answer(analysis),
        conflict=conflict,
        variant=analysis.variant,
        version=VERSION,
        digest=digest(conflict)[:12],
        states=len(analysis.board.states),
        standards=embedded(outcomes_by_standards(analysis)) if analysis.outcomes else "",
        ways=embedded(way) if way else "",
        room=room_page(analysis),
        svg=embedded,
        comparison=comparison(analysis) if conflict.variants and analysis.variant is None else None,
        party=lambda name: phrases.party(analysis, analysis.parties.index(name)),
        passage=lambda cite: passage(conflict, cite),
    )


def embedded(drawing: Drawing) -> Markup:
    """Give a drawing as markup; it escapes its own words."""
    return Markup(drawing.svg())  # noqa: S704


def environment() -> Environment:
    """Set up the template language: everything from the file is escaped."""
    made = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.tests["mark"] = lambda part: isinstance(part, Mark)
    made.filters["anchor"] = lambda cite: cite.replace("#", "-").replace(" ", "_")
    return made


def is_brief(path: Path) -> bool:
    """Whether a file is a page that Jirga wrote, and so may be written again."""
    try:
        with path.open(encoding="utf-8", errors="replace") as opened:
            return f'name="generator" content="{GENERATOR}' in opened.read(2000)
    except OSError:
        return False
