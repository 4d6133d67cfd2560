"""The size of a page, and what stands at its foot."""

from __future__ import annotations

from jirga.brief.writing.word.elements import HEAD, NAMESPACES, field, paragraph, run

PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="794" w:right="964" w:bottom="850" w:left="964" '
    'w:header="397" w:footer="397" w:gutter="0"/>'
)


def footer(edge: str) -> str:
    """Write what stands at the foot of every page: level and date, and which page it is."""
    pages = f"{run('page ')}{field('PAGE', '1')}{run(' of ')}{field('NUMPAGES', '1')}"
    inner = f"{run(edge, style='Edge')}<w:r><w:tab/></w:r>{pages}"
    return f"{HEAD}<w:ftr {NAMESPACES}>{paragraph(inner, 'Footer')}</w:ftr>"


def section(columns: int = 1, *, between: int = 0) -> str:
    """Write the end of a stretch of text that stands in so many columns, and goes on where the last ended."""
    cols = f'<w:cols w:num="{columns}" w:space="{between}"/>' if columns > 1 else ""
    foot = '<w:footerReference w:type="default" r:id="rIdFooter"/>'
    return f'<w:sectPr>{foot}<w:type w:val="continuous"/>{PAGE}{cols}</w:sectPr>'
