"""A brief as HTML: nothing from elsewhere, every marker resolves, words stay words."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

from hypothesis import given, settings

from briefs import BRIEFS, MARKUP, URDU, one_of_everything
from jirga.brief.content.lines import Brief, Line, Part
from jirga.brief.writing.as_html import as_html
from jirga.brief.writing.as_json import form
from jirga.brief.writing.carried import carried_form
from jirga.brief.writing.pieces import ids, pieces

VOID = {"meta", "link", "br", "img", "input", "hr"}


class Page(HTMLParser):
    """The tags of a page, and the text of each line."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.lines: dict[str, str] = {}
        self._open: list[tuple[str, str | None]] = []
        self._raised = 0
        self.feed(text)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = dict(attrs)
        self.tags.append((tag, about))
        if tag in VOID:
            return
        name = about.get("id") if "data-key" in about else None
        self._open.append((tag, name))
        self._raised += tag == "sup"
        if name:
            self.lines[name] = ""

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag
        self._raised -= tag == "sup"

    def handle_data(self, data: str) -> None:
        name = next((name for _, name in reversed(self._open) if name), None)
        if name and not self._raised:
            self.lines[name] += data


def read(line: Line) -> str:
    """Say what a reader sees of a line, its raised numbers aside."""
    return "".join(one.words for one in pieces(line))


@given(BRIEFS)
@settings(max_examples=12, deadline=None)
def test_every_marker_resolves_and_words_come_out_as_written(brief: Brief) -> None:
    """Each lead goes to a note that is there, each line stands whole under its name, whatever the words."""
    page = Page(as_html(brief))
    names = [about["id"] for _, about in page.tags if about.get("id")]
    hrefs = [about["href"] for tag, about in page.tags if tag == "a"]
    assert set(hrefs) <= {f"#{name}" for name in names}
    markers = [label for line in brief.lines for one in line.markers for label in one.labels]
    leads = [about for tag, about in page.tags if tag == "a" and about.get("role") == "doc-noteref"]
    assert len(leads) == len(markers)
    for line, name in zip(brief.lines, ids(brief).values(), strict=True):
        assert page.lines[name].strip() == read(line).strip()


def test_it_needs_nothing_from_anywhere() -> None:
    """No address, no style sheet, no picture from elsewhere; one script, which is data."""
    text = as_html(one_of_everything())
    page = Page(text)
    scripts = [about for tag, about in page.tags if tag == "script"]
    assert scripts == [{"type": "application/json", "id": "jirga-brief"}]
    assert not {"link", "img", "iframe", "object", "base"} & {tag for tag, _ in page.tags}
    assert not any(key.startswith("on") for _, about in page.tags for key in about)
    assert text.replace("http://www.w3.org/2000/svg", "").count("://") == 0


def test_a_marker_leads_to_the_words_and_back() -> None:
    """Hovering shows the quotation, the note has it too, and leads back to where it was first led to."""
    page = Page(as_html(one_of_everything()))
    lead = next(about for tag, about in page.tags if tag == "a" and about.get("id") == "ref-1")
    assert lead["href"] == "#note-1"
    assert lead["title"] == "article, S38\n\u201cwithout demanding major concessions\u201d"
    back = next(about for tag, about in page.tags if about.get("href") == "#ref-1")
    assert back["role"] == "doc-backlink"
    note = next(about for tag, about in page.tags if about.get("id") == "note-1")
    assert note["data-cite"] == "article#S38"


def test_what_is_assumed_or_retracted_is_seen() -> None:
    """An assumed line has an open circle and says so; a retracted one is struck and says so."""
    page = Page(as_html(one_of_everything()))
    said = set(page.lines.values())
    assert {"It would rather not (assumed).", "They met (reported; retracted)."} <= said
    assert {"Kabul will not turn on the TTP (argued).", "It goes on building.", "Nothing holds."} <= said
    struck = [about["data-key"] for tag, about in page.tags if tag == "s" and "data-key" in about]
    assert struck == ["judged.3"]
    assumed = [about for tag, about in page.tags if tag == "li" and about.get("class") == "assumed"]
    assert len(assumed) == 1


def test_drawings_have_their_words() -> None:
    """Every drawing is told by a title and a description."""
    text = as_html(one_of_everything())
    assert text.count("<svg ") == text.count("<desc>") == 3
    assert "<desc>Chart a shows one box.</desc>" in text


def test_level_and_date_are_on_every_printed_page() -> None:
    """The foot of a page is in the style sheet, where it cannot end it."""
    brief = one_of_everything()
    assert 'content: "GREEN' in as_html(brief)
    odd = Brief("t", "", '"; } </style><b>', brief.main[:1], (), brief.notes)
    text = as_html(odd)
    assert "</style><b>" not in text
    assert text.count("</style>") == 1


def test_the_form_is_carried_and_read_back(tmp_path: Path) -> None:
    """The JSON in the page is the whole brief but for its drawings."""
    brief = one_of_everything(URDU + MARKUP[0])
    (tmp_path / "b.html").write_text(as_html(brief), encoding="utf-8")
    found = carried_form(tmp_path / "b.html")
    assert found == json.loads(json.dumps(form(brief, svg=False)))


def test_parts_with_one_key_and_lines_with_one_key_keep_apart() -> None:
    """Two lines of the same key have names of their own."""
    line = Line("a", ("x",))
    brief = Brief("t", "", "", (Part("p", "P", (line, line)),), (), ())
    assert len(set(ids(brief).values())) == 2
