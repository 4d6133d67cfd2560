"""A brief as a Word file: real footnotes, real headings, marked tables, told drawings, the same bytes."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given, settings

from briefs import BRIEFS, URDU, one_of_everything
from jirga.brief.content.lines import Brief, Line
from jirga.brief.writing.as_json import form
from jirga.brief.writing.carried import carried_form
from jirga.brief.writing.pieces import ids, pieces
from jirga.brief.writing.word.as_word import as_word

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"


def opened(brief: Brief) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(as_word(brief))) as file:
        assert file.testzip() is None
        return {one: file.read(one) for one in file.namelist()}


def shown(body: ET.Element) -> dict[str, str]:
    """Give the words inside each bookmark, raised numbers and fields aside."""
    said: dict[str, str] = {}
    now: dict[str, str] = {}
    for one in body.iter():
        if one.tag == f"{W}bookmarkStart" and one.get(f"{W}name").startswith("L_"):
            now[one.get(f"{W}id")] = one.get(f"{W}name")
            said[one.get(f"{W}name")] = ""
        elif one.tag == f"{W}bookmarkEnd":
            now.pop(one.get(f"{W}id"), None)
        elif one.tag == f"{W}r" and now:
            style = one.find(f"{W}rPr/{W}rStyle")
            if style is None or style.get(f"{W}val") != "FootnoteReference":
                said[next(iter(now.values()))] += "".join(text.text or "" for text in one.iter(f"{W}t"))
    return said


def read(line: Line) -> str:
    return "".join(one.words for one in pieces(line))


@given(BRIEFS)
@settings(max_examples=12, deadline=None)
def test_every_marker_resolves_and_words_come_out_as_written(brief: Brief) -> None:
    """Each label is a footnote or a reference to one that is there; each line stands in its bookmark."""
    parts = opened(brief)
    body, notes = (ET.XML(parts[f"word/{one}.xml"]) for one in ("document", "footnotes"))
    made = {one.get(f"{W}id") for one in notes.iter(f"{W}footnote")}
    used = [one.get(f"{W}id") for one in body.iter(f"{W}footnoteReference")]
    marks = {one.get(f"{W}name") for one in body.iter(f"{W}bookmarkStart")}
    fields = [one.text for one in body.iter(f"{W}instrText")]
    anchors = [one.get(f"{W}anchor") for one in body.iter(f"{W}hyperlink")]
    assert made == {"-1", "0", *used}
    assert len(used) == len(set(used))
    assert {one.split()[1] for one in fields} | set(anchors) <= marks
    labels = [label for line in brief.lines for one in line.markers for label in one.labels]
    assert len(used) + len(fields) + len(anchors) == len(labels)
    said = shown(body)
    for line, name in zip(brief.lines, ids(brief).values(), strict=True):
        assert said[name] == read(line)


def test_parts_belong_together() -> None:
    """Every relationship leads to a part that is there, and every part has a kind."""
    parts = opened(one_of_everything())
    types = ET.XML(parts["[Content_Types].xml"])
    known = {one.get("PartName") for one in types if one.get("PartName")}
    endings = {one.get("Extension") for one in types if one.get("Extension")}
    for name, content in parts.items():
        assert f"/{name}" in known or name.rpartition(".")[2] in endings
        if name.endswith(".rels"):
            folder = Path(name).parent.parent
            for one in ET.XML(content).iter(f"{REL}Relationship"):
                target = (Path("/") / folder / one.get("Target")).resolve()
                assert str(target).lstrip("/") in parts
    assert known <= {f"/{name}" for name in parts}


def test_another_reader_sees_headings_tables_and_title() -> None:
    """Headings are headings, the table's first row is its head, nobody is named as author."""
    file = docx.Document(io.BytesIO(as_word(one_of_everything())))
    said = [(one.style.name, one.text) for one in file.paragraphs if one.text]
    assert said[0] == ("Title", "A jirga")
    assert ("Heading 1", "Judgements") in said
    assert ("Heading 2", "On a") in said
    assert file.tables[0].rows[0]._tr.trPr.find(f"{W}tblHeader") is not None
    about = file.core_properties
    assert (about.title, about.author, about.language) == ("A jirga", "", "en-GB")
    assert about.created == about.modified
    assert (about.created.isoformat()[:10], about.last_modified_by) == ("2025-03-07", "")


def test_notes_are_numbered_as_in_the_brief() -> None:
    """Numbers count by themselves; m is a mark of its own; a second lead is a field with the number in it."""
    parts = opened(one_of_everything())
    body = parts["word/document.xml"].decode()
    assert body.count("<w:footnoteReference") == 4
    assert '<w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>m</w:t>' in body
    field = re.search(r"NOTEREF _RefNote1 .*?<w:t[^>]*>(.*?)</w:t>", body)
    assert field[1] == "1"
    out_of_order = one_of_everything()
    main = (out_of_order.main[1], out_of_order.main[0], out_of_order.main[2])
    turned = opened(replace(out_of_order, main=main))["word/document.xml"].decode()
    assert turned.count("customMarkFollows") == 4


def test_what_is_read_from_right_to_left_says_so() -> None:
    """A line in Urdu is a paragraph from right to left; so is its quotation; its runs say so too."""
    parts = opened(one_of_everything())
    body, notes = (ET.XML(parts[f"word/{one}.xml"]) for one in ("document", "footnotes"))
    for root in (body, notes):
        turned = [one for one in root.iter(f"{W}p") if one.find(f"{W}pPr/{W}bidi") is not None]
        assert len(turned) == 1
        assert URDU in "".join(one.text or "" for one in turned[0].iter(f"{W}t"))
        runs = [one for one in turned[0].iter(f"{W}r") if any(URDU in (t.text or "") for t in one)]
        assert all(one.find(f"{W}rPr/{W}rtl") is not None for one in runs)


def test_drawings_are_pictures_with_words() -> None:
    """Each drawing is a PNG of 200 dots to the inch at the size it stands, told in full."""
    parts = opened(one_of_everything())
    body = ET.XML(parts["word/document.xml"])
    told = [one.get("descr") for one in body.iter(f"{WP}docPr")]
    assert told == [f"{one}. {one} shows one box." for one in ("A drawing", "Chart a", "Chart b")]
    assert parts["word/media/drawing1.png"][:4] == b"\x89PNG"
    extent = next(body.iter(f"{WP}extent"))
    inches = int(extent.get("cx")) / 914400
    dots = int.from_bytes(parts["word/media/drawing1.png"][16:20], "big")
    assert dots / inches == pytest.approx(200, rel=0.01)


def test_marks_survive_black_and_white() -> None:
    """An assumed line stands in a list of its own, with an open circle; a retracted line is struck."""
    parts = opened(one_of_everything())
    body = ET.XML(parts["word/document.xml"])
    style = f"{W}pPr/{W}pStyle"
    lists = {one.find(style).get(f"{W}val"): one for one in body.iter(f"{W}p") if one.find(style) is not None}
    assert "rather not" in "".join(lists["ListOpen"].itertext())
    struck = [one for one in body.iter(f"{W}r") if one.find(f"{W}rPr/{W}strike") is not None]
    assert "".join("".join(one.itertext()) for one in struck) == "They met (reported; retracted)."
    assert "\u25cb" in parts["word/numbering.xml"].decode()


def test_the_form_is_carried_and_read_back(tmp_path: Path) -> None:
    """A part of the file holds the whole brief but for its drawings."""
    brief = one_of_everything()
    (tmp_path / "b.docx").write_bytes(as_word(brief))
    assert carried_form(tmp_path / "b.docx") == form(brief, svg=False)
    assert carried_form(tmp_path / "none.docx") is None


def test_every_page_says_level_and_date() -> None:
    """The foot of a page has the level, the date and the page's number."""
    foot = "".join(ET.XML(opened(one_of_everything())["word/footer1.xml"]).itertext())
    assert "GREEN - as of 2025-03-07" in foot
    assert " PAGE " in foot
    assert " NUMPAGES " in foot
