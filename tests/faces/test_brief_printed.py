"""Briefs as other programs see them: LibreOffice opens the Word file, a browser prints the page."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import sync_playwright

from briefs import URDU, one_of_everything
from jirga.brief.content.lines import Brief
from jirga.brief.writing import write_brief, written
from jirga.examples import path
from jirga.handing import to_hand_over

pytestmark = pytest.mark.slow
FOUR = ["khyber_kabul_2025", "colombia_2016", "doha_2020", "ttp_pakistan_2021"]


def brief(name: str) -> Brief:
    return to_hand_over(path(name)).brief


def pages(content: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def through_libreoffice(made: Brief, tmp_path: Path) -> list[str]:
    """Write a Word file, let LibreOffice print it with a profile of its own, and give the pages."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.fail("soffice is missing; .ci/run installs libreoffice-writer")
    write_brief(made, tmp_path / "b.docx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    words = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "b.docx"]
    subprocess.run(words, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    return pages((tmp_path / "b.pdf").read_bytes())


def before(some: list[str], heading: str) -> int:
    """Count the pages before the one with a heading."""
    return next(n for n, text in enumerate(some) if heading in text.splitlines())


@pytest.mark.parametrize("name", FOUR)
def test_the_word_file_prints_two_pages_and_annexes(name: str, tmp_path: Path) -> None:
    """The main part of each packaged case fits two pages in LibreOffice, notes and all."""
    made = brief(name)
    some = through_libreoffice(made, tmp_path)
    assert before(some, "Annexes") <= 2
    text = "".join("".join(some).split())
    for note in made.notes:
        assert all("".join(quote.split()) in text for quote in note.quotes[:1])


@pytest.mark.parametrize("name", FOUR)
def test_the_pdf_prints_two_pages_in_reading_order(name: str) -> None:
    """The main part of each packaged case fits two pages, and its headings come in their order."""
    made = brief(name)
    found = written(made, ".pdf")
    some = pages(found.content)
    assert found.pages == before(some, "Annexes") <= 2
    text = "\n".join(some)
    places = [text.index(f"{one.heading}\n") for one in made.main]
    assert places == sorted(places)


def test_urdu_survives_the_way_through_libreoffice(tmp_path: Path) -> None:
    """The letters of an Urdu quotation are in what LibreOffice prints."""
    text = "".join(through_libreoffice(one_of_everything(), tmp_path))
    assert set("".join(URDU.split())) <= set(text)


def test_a_note_led_to_twice_is_one_note_in_libreoffice(tmp_path: Path) -> None:
    """The second lead shows the number of the first note, and makes no other."""
    text = "".join("".join(through_libreoffice(one_of_everything(), tmp_path)).split())
    assert text.count("withoutdemandingmajorconcessions") == 1
    assert "Itgoesonbuilding2,1." in text


@pytest.mark.parametrize("name", FOUR)
def test_a_browser_prints_the_page_on_two_pages_and_complains_of_nothing(name: str, tmp_path: Path) -> None:
    """The main part fits two printed pages; the browser asks nobody for anything."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.fail("chromium is missing; .ci/run installs it")
    made = brief(name)
    write_brief(made, tmp_path / "b.html")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        told: list[str] = []
        page.on("console", lambda one: told.append(one.text))
        page.on("request", lambda one: told.append(one.url) if not one.url.startswith("file:") else None)
        page.goto((tmp_path / "b.html").as_uri())
        some = pages(page.pdf(prefer_css_page_size=True))
        wide = page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        browser.close()
    assert told == []
    assert wide
    assert before(some, "Notes") <= 2
    assert all((f"as of {made.as_of}" if made.as_of else "page ") in text for text in some)
