"""The page in a real browser: it fits, complains of nothing, asks nobody, and its links lead to the words."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

import jirga
from jirga import api, examples
from jirga.brief.page import page as brief
from jirga.conflict.file import read_text

pytestmark = pytest.mark.slow
KHYBER = "khyber_kabul_2025"
WIDTHS = [1280, 375]
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
URDU, PASHTO = "خیبر سے کابل تک جرگہ", "د سولې جرګه"
RIGHT_TO_LEFT = f"""
title: {URDU}
question: {PASHTO}
parties:
  a: {{name: {PASHTO}, options: {{x: {{says: {URDU}}}}}, prefers: [{{want: x, why: {PASHTO}}}]}}
status_quo: []
outcomes: {{{PASHTO}: [x]}}
"""
LONG = f"""
title: {"Unbrokentitle" * 20}
asks: [{{about: x, says: {"anunbrokenask" * 20}}}]
sources: {{s: {{title: t, address: "https://example.org/{"path" * 40}", passages: {{p: {"unbroken" * 40}}}}}}}
parties:
  a:
    name: {"Unbrokenparty" * 20}
    options: {{x: {"unbroken" * 20}, {"y" * 60}: y}}
    prefers:
      - {{want: x, cite: s#p, basis: stated, quote: {"unbroken" * 40}, why: {"unbroken" * 30}}}
      - {{want: "{"y" * 60} and {"y" * 60} and {"y" * 60}"}}
status_quo: []
outcomes: {{{"Unbrokenoutcome" * 12}: [x], nothing: []}}
variants: {{{"Unbrokenvariant" * 12}: [{{drop: a.1}}]}}
"""
CROWDED = """() => [...document.querySelectorAll(".charts svg")].flatMap(svg => {
    const words = [...svg.querySelectorAll("text")];
    const boxes = words.map(one => [one.textContent, one.getBoundingClientRect()]);
    return boxes.flatMap(([said, a], place) => boxes.slice(place + 1).filter(([, b]) =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 5).map(([other]) => said + " | " + other));
})"""
LINKS = """() => [...document.querySelectorAll("a[href^='#']")].map(link => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return {href: link.hash, quote: link.title, words: target && target.textContent.replace(/\\s+/g, " ")};
})"""
DRAWINGS = """() => [...document.querySelectorAll("svg")].map(one => ({
    role: one.getAttribute("role"),
    title: one.querySelector(":scope > title")?.textContent.trim(),
    desc: one.querySelector(":scope > desc")?.textContent.trim(),
}))"""


def bargain_of_many() -> str:
    """A bargain of twelve issues and six parties, with names of any length and script."""
    names = [
        URDU,
        "Unbrokenparty" * 6,
        "The Joint Commission of the Upper Valley",
        "Army",
        "水資源委員会の代表団",
        "F",
    ]
    parties = {f"p{n}": {"name": name} for n, name in enumerate(names)}
    parties["p0"] |= {"options": {"talk": "talk"}, "prefers": ["talk"]}
    issues, positions = {}, []
    for number in range(12):
        settled = [f"settlement {n} in words" for n in range(2 + number)]
        scale = {"scale": {"0": "unbroken" * 12, "100": PASHTO}}
        issues[f"issue_{number}"] = {
            "says": f"{PASHTO} " * number,
            **({"settlements": settled} if number % 2 else scale),
        }
        for place, party in enumerate(parties):
            end = (17 * place + 29 * number) % 80
            line = {"min": [end, end + 5, end + 20]} if (place + number) % 2 else {"max": end}
            positions.append(
                {"party": party, "issue": f"issue_{number}", "ideal": [end, end, 99], "accept": line}
            )
    speaker = {"who": "unbroken" * 20, "speaks_for": "p0", "at_table": True, "promises": ["issue_0"]}
    approvals = [{"of": party, "what": f"{URDU} " * 9, "status": "refused"} for party in parties]
    file = {"title": "t", "parties": parties, "issues": issues, "positions": positions, "status_quo": []}
    packages = {"all and everything " * 4: list(issues)}
    return json.dumps(file | {"mandates": [speaker | {"approvals": approvals}], "packages": packages})


@dataclass
class Opened:
    """A page, what it asked for and what it complained of."""

    page: Page
    address: str
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, as the system has it."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.fail("These tests need Chromium; on Debian: apt install chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=ARGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def khyber(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The brief of the demo."""
    path = tmp_path_factory.mktemp("page") / "brief.html"
    path.write_text(brief(jirga.example(KHYBER).analysis), encoding="utf-8")
    return path


def shown(browser: Browser, path: Path, width: int) -> Opened:
    """Open a page at some width, and note what it asks for and complains of."""
    opened = Opened(browser.new_page(viewport={"width": width, "height": 800}), path.as_uri())
    opened.page.on("request", lambda request: opened.asked.append(request.url))
    opened.page.on("console", lambda message: opened.complaints.append(message.text))
    opened.page.on("pageerror", lambda error: opened.complaints.append(str(error)))
    opened.page.goto(opened.address)
    return opened


def overflow(page: Page) -> int:
    """By how many pixels the document is wider than the window."""
    return int(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))


@pytest.mark.parametrize("width", WIDTHS)
def test_fits(browser: Browser, khyber: Path, width: int) -> None:
    """On a screen and on a telephone, nothing has to be scrolled sideways but drawings and tables."""
    opened = shown(browser, khyber, width)
    assert overflow(opened.page) <= 0
    assert opened.page.evaluate("window.innerWidth") == width


@pytest.mark.parametrize("width", WIDTHS)
def test_asks_nobody_and_complains_of_nothing(browser: Browser, khyber: Path, width: int) -> None:
    """The page asks for nothing but itself, writes nothing to the console, and runs no script."""
    opened = shown(browser, khyber, width)
    opened.page.wait_for_timeout(200)
    assert opened.asked == [opened.address]
    assert opened.complaints == []
    assert opened.page.locator("script").count() == 0


@pytest.mark.parametrize("width", WIDTHS)
def test_bottom_line_comes_first(browser: Browser, khyber: Path, width: int) -> None:
    """The bottom line is seen without scrolling, and is the first section."""
    page = shown(browser, khyber, width).page
    heading = page.get_by_role("heading", name="Bottom line")
    assert heading.is_visible()
    box = heading.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 800
    assert page.locator("main h2").first.text_content() == "Bottom line"
    assert "fewer attacks" in (page.locator("main section").first.text_content() or "").lower()


@pytest.mark.parametrize("name", examples.solvable())
def test_links_lead_to_the_words(browser: Browser, tmp_path: Path, name: str) -> None:
    """Every mark of a source leads to something on the page, which holds the words quoted."""
    path = tmp_path / "brief.html"
    path.write_text(brief(jirga.example(name).analysis), encoding="utf-8")
    page = shown(browser, path, 1280).page
    links = page.evaluate(LINKS)
    assert [link["href"] for link in links if link["words"] is None] == []
    led: dict[str, list[str]] = {}
    for link in links:
        led.setdefault(link["quote"], []).append(link["words"])
    missed = [quote for quote, words in led.items() if not any(spaced(quote) in one for one in words)]
    assert missed == []
    if name == KHYBER:
        assert len(links) > 30
        assert len(led) > 5


def test_marks_under_wants_lead_to_the_words(browser: Browser, khyber: Path) -> None:
    """Under a want stand the words it rests on, and its links lead to a passage that holds them."""
    page = shown(browser, khyber, 1280).page
    wants = page.evaluate(
        """() => [...document.querySelectorAll("ol > li")].map(one => ({
            quote: one.querySelector("q")?.textContent,
            words: [...one.querySelectorAll("a")].map(
                link => document.getElementById(link.hash.slice(1)).textContent.replace(/\\\\s+/g, " ")),
        }))"""
    )
    quoted = [want for want in wants if want["quote"]]
    assert len(quoted) == sum(bool(want.quote) for want in jirga.example(KHYBER).model.wants.values())
    for want in quoted:
        assert any(spaced(want["quote"]) in words for words in want["words"]), want["quote"]


def spaced(text: str) -> str:
    """Text with single blanks, as a browser shows it."""
    return " ".join(text.split())


def test_link_jumps(browser: Browser, khyber: Path) -> None:
    """A click on a mark brings the passage into view and sets it off."""
    page = shown(browser, khyber, 375).page
    link = page.locator("main section").first.locator("a[href^='#']").first
    target = page.locator(f"[id='{(link.get_attribute('href') or '#')[1:]}']")
    assert not within_view(page, target)
    link.click()
    assert within_view(page, target)
    assert target.evaluate("one => one.matches(':target')")


def within_view(page: Page, target) -> bool:
    """Whether an element's top stands in the window."""
    box = target.bounding_box()
    return box is not None and -1 <= box["y"] < page.evaluate("window.innerHeight")


def test_drawings_can_be_heard(browser: Browser, khyber: Path) -> None:
    """Every drawing is an image to a screen reader, with a title and a description in words."""
    drawings = shown(browser, khyber, 1280).page.evaluate(DRAWINGS)
    assert len(drawings) == 2 + 7 + 1  # outcomes and ways, seven issues, the chain behind the speakers
    for one in drawings:
        assert one["role"] == "img"
        assert one["title"]
        assert len(one["desc"]) > 40


def test_drawn_words_stay_inside(browser: Browser, khyber: Path) -> None:
    """No word of a drawing reaches over its edge."""
    assert drawn_outside(shown(browser, khyber, 1280).page) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_a_bargain_of_many_long_names_fits(browser: Browser, tmp_path: Path, width: int) -> None:
    """Twelve issues, settlements and names of any length and script: all inside, none over another."""
    path = tmp_path / "brief.html"
    path.write_text(brief(api.Conflict(read_text(bargain_of_many())).analysis), encoding="utf-8")
    opened = shown(browser, path, width)
    assert overflow(opened.page) <= 0
    assert opened.complaints == []
    assert drawn_outside(opened.page) == []
    assert opened.page.locator(".charts svg").count() == 12
    assert opened.page.evaluate(CROWDED) == []


def test_a_chart_is_legible_without_colour(browser: Browser, khyber: Path) -> None:
    """Every chart and chain is drawn in greys alone."""
    page = shown(browser, khyber, 1280).page
    paints = page.evaluate(
        """() => [...document.querySelectorAll("svg *")].flatMap(one => {
            const style = getComputedStyle(one);
            return [style.fill, style.stroke];
        })"""
    )
    numbers = {tuple(re.findall(r"\d+", paint)[:3]) for paint in paints if paint.startswith("rgb")}
    assert numbers
    assert all(len(set(one)) == 1 for one in numbers)


def drawn_outside(page: Page) -> list[str]:
    """The words of drawings that reach over an edge."""
    return page.evaluate(
        """() => [...document.querySelectorAll("svg")].flatMap(svg => {
            const frame = svg.getBoundingClientRect();
            return [...svg.querySelectorAll("text")].filter(one => {
                const box = one.getBoundingClientRect();
                return box.left < frame.left - 1 || box.right > frame.right + 1
                    || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
            }).map(one => one.textContent);
        })"""
    )


def test_headings_and_table_heads(browser: Browser, khyber: Path) -> None:
    """There is one main heading, no level of heading is skipped, and tables have heads."""
    page = shown(browser, khyber, 1280).page
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(one => +one.tagName[1])")
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip([0, *levels], levels, strict=False))
    assert page.locator("table").count() > 0
    assert page.locator("table:not(:has(th[scope=col]))").count() == 0
    assert page.locator("html[lang]").count() == 1
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")
    assert len(ids) == len(set(ids))


def test_prints(browser: Browser, khyber: Path, tmp_path: Path) -> None:
    """It prints to PDF, on paper of the size it asks for."""
    page = shown(browser, khyber, 1280).page
    printed = page.pdf(path=tmp_path / "brief.pdf", prefer_css_page_size=True)
    assert printed.startswith(b"%PDF-")
    assert b"%%EOF" in printed[-64:]
    assert (tmp_path / "brief.pdf").stat().st_size > 20_000
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 690, "height": 1000})  # A4 less its margins, at 96 to the inch
    assert overflow(page) <= 0


def test_right_to_left(browser: Browser, tmp_path: Path) -> None:
    """Words written right to left are shown so, and do not turn the rest of the page round."""
    path = tmp_path / "brief.html"
    path.write_text(brief(api.Conflict(read_text(RIGHT_TO_LEFT)).analysis), encoding="utf-8")
    for width in WIDTHS:
        opened = shown(browser, path, width)
        direction = "one => getComputedStyle(one).direction"
        assert opened.page.locator("h1").evaluate(direction) == "rtl"
        assert opened.page.locator("h1").text_content() == URDU
        assert opened.page.locator(".question").evaluate(direction) == "rtl"
        assert opened.page.locator("h3").first.evaluate(direction) == "rtl"
        assert opened.page.locator("h2").first.evaluate(direction) == "ltr"
        assert opened.page.title() == URDU
        right = opened.page.evaluate(
            """() => { const range = document.createRange(), head = document.querySelector("h1");
                range.selectNodeContents(head);
                return head.getBoundingClientRect().right - range.getBoundingClientRect().right; }"""
        )
        assert abs(right) < 2
        assert overflow(opened.page) <= 0


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", [*examples.solvable(), "long words"])
def test_others_fit(browser: Browser, tmp_path: Path, name: str, width: int) -> None:
    """So does every packaged conflict, and one with words and addresses too long for any line."""
    conflict = api.Conflict(read_text(LONG)) if name == "long words" else jirga.example(name)
    path = tmp_path / "brief.html"
    path.write_text(brief(conflict.analysis), encoding="utf-8")
    opened = shown(browser, path, width)
    assert overflow(opened.page) <= 0
    assert opened.complaints == []
    assert opened.asked == [opened.address]


def test_words_of_a_file_are_no_markup(browser: Browser, tmp_path: Path) -> None:
    """Markup in a file's words is shown as words: no element of theirs comes to be, and no script runs."""
    evil = "<script>window.evil = 1</script><img src=x onerror='window.evil=1'><b id=evil>"
    text = RIGHT_TO_LEFT.replace(URDU, json.dumps(evil)).replace(PASHTO, json.dumps(evil))
    path = tmp_path / "brief.html"
    path.write_text(brief(api.Conflict(read_text(text)).analysis), encoding="utf-8")
    opened = shown(browser, path, 1280)
    opened.page.wait_for_timeout(200)
    assert opened.page.evaluate("window.evil") is None
    assert opened.page.locator("img, script, #evil").count() == 0
    assert opened.asked == [opened.address]
    assert "<script>" in (opened.page.locator("h1").text_content() or "")
