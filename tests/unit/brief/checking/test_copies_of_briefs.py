"""Briefs edited as people edit them, in HTML, Word and JSON; what a word processor does is no fault."""

from __future__ import annotations

import io
import json
import re
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pytest

import jirga
from jirga.answer.analysis import Analysis
from jirga.brief.checking.flags import Checked, Flag
from jirga.brief.checking.whole import check
from jirga.brief.content.lines import Brief
from jirga.brief.content.whole import brief
from jirga.brief.writing import written
from jirga.conflict.file import read_text
from jirga.conflict.retracted import marked
from jirga.errors import FileTrouble

CASES = ("khyber_kabul_2025", "doha_2020", "colombia_2016", "ttp_pakistan_2021")
SAID = "KP would leave “rogue jirga” and “rogue deal”"


@cache
def made_of(case: str) -> Brief:
    """The brief of a packaged case."""
    return brief(jirga.example(case).analysis)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """The brief of the worked case as every kind of file."""
    made = made_of("khyber_kabul_2025")
    return {kind: written(made, kind).content for kind in (".html", ".docx", ".json")}


def of(content: bytes | str, kind: str, folder: Path) -> Checked:
    """Check a file of some content."""
    path = folder / f"copy{kind}"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return check(path)


def page(files: dict[str, bytes], *edits: tuple[str, str]) -> str:
    """The HTML page with something else in its visible part."""
    shown, mark, carried = files[".html"].decode().partition('<script type="application/json"')
    return replaced(shown, edits) + mark + carried


def replaced(text: str, edits: tuple[tuple[str, str], ...]) -> str:
    """Make every edit once; each must find its place."""
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def word(
    files: dict[str, bytes], *edits: tuple[str, str], part: str = "word/document.xml", more: str = ""
) -> bytes:
    """The Word file with something else in one of its parts, and perhaps comments."""
    kept = io.BytesIO()
    with ZipFile(io.BytesIO(files[".docx"])) as old, ZipFile(kept, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, replaced(content.decode(), edits) if name == part else content)
        if more:
            new.writestr("word/comments.xml", more)
    return kept.getvalue()


def kinds(found: Checked) -> list[str]:
    """Of what kind each flag is."""
    return [one.kind for one in found.flags]


def only(found: Checked) -> Flag:
    """The one flag there is."""
    assert len(found.flags) == 1, found.flags
    return found.flags[0]


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("kind", [".html", ".docx", ".json"])
def test_an_untouched_file_passes(case: str, kind: str, tmp_path: Path) -> None:
    made = made_of(case)
    found = of(written(made, kind).content, kind, tmp_path)
    assert found.flags == ()
    assert found.compared == len(made.lines)


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("accepts at least 60", "accepts at least 80", "number"),
        ("KP would leave", "TTP would leave", "name"),
        ("but cannot be got to", "and can be got to", "negation"),
        ("holds only by a threat", "holds", "quantity"),
        ("would leave “rogue", "will leave “rogue", "modality"),
        (" (argued)", " (stated)", "basis"),
    ],
)
def test_an_edit_is_found_in_a_page_and_in_word(
    files: dict[str, bytes], tmp_path: Path, old: str, new: str, kind: str
) -> None:
    assert kinds(of(page(files, (old, new)), ".html", tmp_path)) == [kind]
    assert kinds(of(word(files, (old, new)), ".docx", tmp_path)) == [kind]


def test_titles_and_headings_may_be_reworded(files: dict[str, bytes], tmp_path: Path) -> None:
    edits = (">Judgements<", ">What we think of Kabul in 2025<")
    assert of(page(files, edits), ".html", tmp_path).flags == ()
    assert of(word(files, edits), ".docx", tmp_path).flags == ()


def test_a_flag_says_where_what_and_what_to_do(files: dict[str, bytes], tmp_path: Path) -> None:
    flag = only(of(page(files, ("accepts at least 60", "accepts at least 80")), ".html", tmp_path))
    assert flag.under in ("Judgements", "Positions and red lines")
    assert flag.what == "number: “at least 60” is now “at least 80”"
    assert "accepts at least 60" in flag.said
    assert "accepts at least 80" in flag.words
    assert flag.cites[0].quotes
    assert flag.cites[0].where.startswith("article, S")
    assert flag.hint


def test_what_a_word_processor_does_is_no_fault(files: dict[str, bytes], tmp_path: Path) -> None:
    """Other spaces and quotation marks, runs cut in pieces, a sign that a page was broken there."""
    edits = (
        (SAID, SAID.replace("“", '"').replace("”", '"').replace(" ", "\u00a0")),
        (
            "By themselves",
            'By</w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t xml:space="preserve"> themselves',
        ),
        ("<w:body>", '<w:body><w:bookmarkStart w:id="9999" w:name="_GoBack"/><w:bookmarkEnd w:id="9999"/>'),
    )
    assert of(word(files, *edits), ".docx", tmp_path).flags == ()


def test_bookmarks_may_be_lost(files: dict[str, bytes], tmp_path: Path) -> None:
    """A sentence without its bookmark is known again by its words."""
    shown = ZipFile(io.BytesIO(files[".docx"])).read("word/document.xml").decode()
    bare = re.sub(r'<w:bookmarkStart w:id="\d+" w:name="L_[^"]*"/>', "", shown)
    assert bare != shown
    assert of(word(files, (shown, bare)), ".docx", tmp_path).flags == ()
    edited = bare.replace("accepts at least 60", "accepts at least 80", 1)
    assert kinds(of(word(files, (shown, edited)), ".docx", tmp_path)) == ["number"]


def test_a_paragraph_may_be_broken_in_two_or_joined(files: dict[str, bytes], tmp_path: Path) -> None:
    broken = '</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">By themselves'
    assert of(word(files, ("By themselves", broken)), ".docx", tmp_path).flags == ()
    assert (
        of(
            page(files, ("By themselves", "</bdi></span></li><li><bdi>By themselves")), ".html", tmp_path
        ).flags
        == ()
    )
    end, start = r'(<w:bookmarkEnd w:id="\d+"/>)</w:p>', '<w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr>'
    joined = re.compile(end + start)
    shown = ZipFile(io.BytesIO(files[".docx"])).read("word/document.xml").decode()
    assert joined.search(shown)
    assert of(word(files, (shown, joined.sub(r"\1", shown))), ".docx", tmp_path).flags == ()


def test_a_sentence_taken_out_is_no_fault(files: dict[str, bytes], tmp_path: Path) -> None:
    shown = files[".html"].decode().partition("<script")[0]
    line = re.search(
        r"<li[^>]*><span class=\"line\"[^>]*data-key=\"judged\.room\.1\">.*?</span></li>", shown, re.DOTALL
    )
    whole = re.search(r"<li[^>]*>(?:(?!<li).)*?data-key=\"holds\.1\">.*?</li>", shown, re.DOTALL)
    for one in (line, whole):
        if one is not None:
            assert of(page(files, (one[0], "")), ".html", tmp_path).flags == ()


def test_tracked_changes_are_read_as_accepted(files: dict[str, bytes], tmp_path: Path) -> None:
    run = '<w:r><w:t xml:space="preserve">'
    out = '</w:t></w:r><w:del w:id="1" w:author="a"><w:r><w:delText>60</w:delText></w:r></w:del>'
    put = f'<w:ins w:id="2" w:author="a">{run}70</w:t></w:r></w:ins>{run}'
    found = of(word(files, ("accepts at least 60", f"accepts at least {out}{put}")), ".docx", tmp_path)
    assert only(found).what == "number: “at least 60” is now “at least 70”"
    assert "tracked" in found.remarks[0]
    same = f'</w:t></w:r><w:del w:id="1" w:author="a"><w:r><w:delText>70</w:delText></w:r></w:del>{run}60'
    assert of(word(files, ("accepts at least 60", f"accepts at least {same}")), ".docx", tmp_path).flags == ()


def test_comments_left_in_are_told(files: dict[str, bytes], tmp_path: Path) -> None:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    comments = f'<w:comments xmlns:w="{space}"><w:comment w:id="0"/></w:comments>'
    found = of(word(files, more=comments), ".docx", tmp_path)
    assert found.flags == ()
    assert found.remarks == ("A comment is left in it.",)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("<li>Moscow was asked to mediate on 3 May.</li>", ["source"]),
        ("<li>This is a hard choice for everybody.</li>", []),
        ('<li>Kabul will not move without concessions<sup><a href="#note-1">1</a></sup>.</li>', []),
        ('<li>Kabul wants 3 concessions<sup><a href="#note-1">1</a></sup>.</li>', ["number", "negation"]),
        ('<li>Paris is unlikely to move without them<sup><a href="#note-1">1</a></sup>.</li>', ["name"]),
        ('<li>This is as it stands<sup><a href="#note-99">99</a></sup>.</li>', ["marker"]),
        ('<li>TTP carried out more than 600 attacks<sup><a href="#note-12">12</a></sup>.</li>', []),
    ],
)
def test_a_sentence_put_in(files: dict[str, bytes], tmp_path: Path, words: str, kind: list[str]) -> None:
    found = of(page(files, ("<li><span", f"{words}<li><span")), ".html", tmp_path)
    assert kinds(found) == kind


def test_markers_and_notes_are_followed(files: dict[str, bytes], tmp_path: Path) -> None:
    shown = page(files)
    quote = re.search(r"<q[^>]*>delaying the", shown)
    assert quote
    note = only(of(page(files, (quote[0], quote[0].replace("delaying", "refusing"))), ".html", tmp_path))
    assert (note.kind, note.key) == ("note", "7")
    assert "delaying" in note.said
    whole = re.search(r'<li id="note-5".*?</li>', shown, re.DOTALL)
    assert whole
    gone = of(page(files, (whole[0], "")), ".html", tmp_path)
    assert set(kinds(gone)) == {"marker"}
    assert all("leads to no note" in one.what for one in gone.flags)
    lead = re.search(r'<sup><a href="#note-5".*?</sup>', shown, re.DOTALL)
    assert lead
    assert kinds(of(page(files, (lead[0], "")), ".html", tmp_path)) == ["marker"]


def test_a_footnote_altered_or_taken_out_in_word(files: dict[str, bytes], tmp_path: Path) -> None:
    notes = "word/footnotes.xml"
    found = of(word(files, ("delaying the Terms", "refusing the Terms"), part=notes), ".docx", tmp_path)
    assert (only(found).kind, only(found).key) == ("note", "7")
    shown = ZipFile(io.BytesIO(files[".docx"])).read("word/document.xml").decode()
    lead = re.search(
        r'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="5"/></w:r>',
        shown,
    )
    assert lead
    assert set(kinds(of(word(files, (lead[0], "")), ".docx", tmp_path))) == {"marker"}


def test_words_replaced_in_the_whole_file_are_found(files: dict[str, bytes], tmp_path: Path) -> None:
    """Search and replace in an editor changes what the page carries of the brief, too."""
    found = of(files[".html"].decode().replace("Kabul", "Tehran"), ".html", tmp_path)
    assert "carried" in kinds(found)


def test_json_is_compared_with_itself(files: dict[str, bytes], tmp_path: Path) -> None:
    for field in ("words", "parts"):
        form = json.loads(files[".json"])
        line = form["main"][0]["lines"][3]
        if field == "words":
            line["words"] = line["words"].replace("nobody", "somebody")
        else:
            line["parts"][0] = line["parts"][0].replace("nobody", "somebody")
        found = of(json.dumps(form), ".json", tmp_path)
        assert kinds(found) == ["negation"]


def test_json_changed_in_both_places_is_found(files: dict[str, bytes], tmp_path: Path) -> None:
    text = files[".json"].decode()
    assert kinds(
        of(text.replace("nobody would gain by moving", "somebody would gain by moving"), ".json", tmp_path)
    )


def test_since_then(files: dict[str, bytes], tmp_path: Path) -> None:
    """A source retracted since marks the sentences of an older copy."""
    conflict = jirga.example("khyber_kabul_2025").model
    gone = conflict.sources["article"].model_copy(update={"retracted": "withdrawn by its author"})
    later = conflict.model_copy(update={"sources": {**conflict.sources, "article": gone}})
    path = tmp_path / "b.html"
    path.write_bytes(files[".html"])
    assert check(path, made_of("khyber_kabul_2025")).flags == ()
    found = check(path, brief(Analysis(marked(later))))
    assert any("retracted since: withdrawn by its author" in one.what for one in found.flags)
    assert set(kinds(found)) == {"since"}


def test_right_to_left_names_are_compared(tmp_path: Path) -> None:
    text = """
jirga: 1
title: Two yes
parties:
  a: {name: حکومت بلوچستان, short: بلوچستان, options: {x: do x}, prefers: [x and y, not x]}
  b: {name: قبائلی جرگہ, short: جرگہ, options: {y: do y}, prefers: [x and y, not y]}
status_quo: []
outcomes: {nothing: [], both: [x, y]}
"""
    made = brief(Analysis(read_text(text, "talks").conflict))
    some = [line for line in made.lines if "بلوچستان" in line.words and "جرگہ" not in line.words]
    assert some
    for kind in (".html", ".docx"):
        content = written(made, kind).content
        assert of(content, kind, tmp_path).flags == ()
    shown, mark, carried = (
        written(made, ".html").content.decode().partition('<script type="application/json"')
    )
    edited = re.sub(r">بلوچستان", ">پنجاب", shown, count=1)
    assert edited != shown
    assert kinds(of(edited + mark + carried, ".html", tmp_path)) == ["name"]


@pytest.mark.parametrize("content", [b"", b"not a brief", b"PK\x03\x04 broken", b"{}", b"<html></html>"])
def test_what_is_no_brief_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "some.html"
    path.write_bytes(content)
    with pytest.raises(FileTrouble, match="carries no brief"):
        check(path)


def test_a_form_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "some.json"
    path.write_text('{"jirga_brief": 1, "main": 3}')
    with pytest.raises(FileTrouble, match="cannot be read"):
        check(path)
