"""A brief as a PDF: tagged and accessible, real footnotes, fonts brought along, no words read as markup."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from hypothesis import given, settings

from briefs import BRIEFS, MARKUP, URDU, one_of_everything
from jirga.brief.content.lines import Brief, Line, Part
from jirga.brief.writing import pages_of_main
from jirga.brief.writing.as_json import form
from jirga.brief.writing.as_pdf import as_pdf
from jirga.brief.writing.carried import carried_form


def opened(brief: Brief) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(as_pdf(brief).content))


def without_blanks(text: str) -> str:
    return "".join(text.split())


def elements(node: object, found: list[pypdf.generic.DictionaryObject]) -> None:
    """Walk the tree of tags."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for one in node:
            elements(one, found)
    elif isinstance(node, dict):
        if "/S" in node:
            found.append(node)
        if "/K" in node:
            elements(node["/K"], found)


def tags(file: pypdf.PdfReader) -> list[pypdf.generic.DictionaryObject]:
    found: list[pypdf.generic.DictionaryObject] = []
    elements(file.trailer["/Root"]["/StructTreeRoot"], found)
    return found


def test_it_is_tagged_and_claims_to_be_accessible() -> None:
    """Tags for headings, table heads, notes, links and figures; a title, a language; PDF/UA-1 claimed."""
    file = opened(one_of_everything())
    root = file.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith("en")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    kinds = {one["/S"] for one in tags(file)}
    assert {"/H1", "/H2", "/TH", "/TD", "/Note", "/Link", "/Figure", "/LI"} <= kinds
    assert b"pdfuaid:part" in file.xmp_metadata.stream.get_data() if file.xmp_metadata else False
    assert file.metadata.title == "A jirga"
    assert not file.metadata.author


def test_drawings_are_told() -> None:
    """Each figure has its text alternative."""
    told = [one.get("/Alt") for one in tags(opened(one_of_everything())) if one["/S"] == "/Figure"]
    assert told == [f"{one}. {one} shows one box." for one in ("A drawing", "Chart a", "Chart b")]


def test_footnotes_are_made_once_and_led_to_again() -> None:
    """Four notes, each with its label, the second lead to one making no second note."""
    file = opened(one_of_everything())
    assert len([one for one in tags(file) if one["/S"] == "/Note"]) == 4
    text = without_blanks("".join(page.extract_text() for page in file.pages))
    assert text.count("withoutdemandingmajorconcessions") == 1
    assert "rathernot(assumed)." in text
    assert "retracted:theagencywithdrewit" in text


def test_main_ends_before_the_annexes() -> None:
    """The annexes begin a page of their own, and the pages before it are counted."""
    brief = one_of_everything()
    assert pages_of_main(brief) == 1
    line = Line("x", ("words " * 60,))
    longer = replace(brief, main=(*brief.main, Part("long", "Long", (line,) * 40)))
    pages = as_pdf(longer).pages
    texts = [page.extract_text() for page in opened(longer).pages]
    assert pages > 1
    assert [n for n, text in enumerate(texts) if "Annexes" in text] == [pages]
    assert all("GREEN - as of 2025-03-07" in text for text in texts)


def test_urdu_is_shown_with_the_fonts_that_are_brought_along() -> None:
    """Nothing is asked of the machine: the font is in the file, and the words can be searched."""
    made = as_pdf(one_of_everything())
    assert made.unshown == ""
    file = pypdf.PdfReader(io.BytesIO(made.content))
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in file.pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert any("NotoNaskhArabic" in font for font in fonts)
    assert all("NotoNaskhArabic" in font or "Libertinus" in font for font in fonts)


def test_signs_without_a_font_are_said() -> None:
    """A sign that no font has does not stop the brief; the file no longer claims to be accessible."""
    odd = "\U00012000\u0378"
    made = as_pdf(one_of_everything(odd))
    assert made.unshown
    file = pypdf.PdfReader(io.BytesIO(made.content))
    assert "/StructTreeRoot" in file.trailer["/Root"]
    assert b"pdfuaid" not in made.content


@given(BRIEFS)
@settings(max_examples=12, deadline=None)
def test_any_brief_is_printed(brief: Brief) -> None:
    """Whatever the words are, they are laid out, each label leads to a note, and the notes are there."""
    made = as_pdf(brief)
    file = pypdf.PdfReader(io.BytesIO(made.content))
    used = {label for line in brief.lines for one in line.markers for label in one.labels}
    assert len([one for one in tags(file) if one["/S"] == "/Note"]) == len(used)
    assert 1 <= made.pages <= len(file.pages)


@pytest.mark.parametrize("words", MARKUP)
def test_markup_of_every_kind_is_text(words: str) -> None:
    """What would be markup for Typst or HTML stands in the PDF as it was written."""
    brief = one_of_everything()
    part = Part("p", words, (Line("x", (words,)),))
    text = "".join(page.extract_text() for page in opened(replace(brief, main=(brief.main[0], part))).pages)
    assert without_blanks(text).count(without_blanks(words)) == 2


def test_the_form_is_carried_and_read_back(tmp_path: Path) -> None:
    """A file attached to the PDF holds the whole brief but for its drawings."""
    brief = one_of_everything()
    (tmp_path / "b.pdf").write_bytes(as_pdf(brief).content)
    assert carried_form(tmp_path / "b.pdf") == form(brief, svg=False)


def test_urdu_is_in_the_text_of_the_pdf() -> None:
    """The letters of a quotation can be copied out, in whatever order a reader lays them."""
    text = "".join(page.extract_text() for page in opened(one_of_everything()).pages)
    assert set(without_blanks(URDU)) <= set(text)
