"""Positions in tables: what comes back unchanged, what is taken in, what is refused, with row and column."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from faces.shell import run, written_to
from jirga import api
from jirga.conflict.bargaining.sheets.merged import read_sheet
from jirga.conflict.file import read_file
from jirga.errors import ConflictTrouble, FileTrouble

TALKS = """\
title: Talks
parties: {a: {name: Ardan}, b: {name: Brin}}
sources: {note: {title: A note, passages: {p1: not beyond thirty, p2: or so}}}
issues:
  posts: posts on the line
  gate: [shut, as before, open]
positions:   # from two rounds of interviews
  # Ardan said it in public
  - {party: a, issue: posts, ideal: 5, accept: {max: [20, 30.5, 40]}, salience: [70, 80, 95], basis: stated,
     cite: [note#p1, note#p2], quote: not beyond thirty}
  - party: b
    issue: gate
    ideal: open   # its word
    accept: {min: as before}
"""
LONG = "party,issue,ideal\n"
MARKED = """\
#O;Roads
#A;Willems;Mr Willems
#A;SP;SP
#P;toll;the toll
#P;when;when
#M;toll;0.5;low
#M;toll;7;high
#/;a remark
#D;Willems;toll;0.5;0.95;1.0
#D;SP;toll;3.75;0.5;0.4
#D;SP;when;75;0.7;0.2
"""
KTAB = """\
Dummy ,"Dummy scenario",2,2,
Actor,Description,Power,Pstn1,Sal1,Pstn2,Sal2,
SActor-00, Random, 100.0, 75.79, 49.53, 6.37, 5.91,
SActor-01, Random, 50.0, 82.72, 30.33, 73.50, 21.22,
"""


def wrong(path: Path, text: str, into: Path | None = None) -> str:
    """What is said of a table that cannot be taken in."""
    path.write_text(text)
    with pytest.raises(FileTrouble) as raised:
        api.import_positions(path, into or path.with_name("new.yaml"))
    return str(raised.value)


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_sheet_comes_back_unchanged(tmp_path: Path, ending: str) -> None:
    """Laid out and taken back in, nothing is written, and the sheet laid out again is the same."""
    path, sheet, again = written_to(tmp_path, TALKS), tmp_path / f"s.{ending}", tmp_path / f"t.{ending}"
    assert api.export_positions(path, sheet) == 2
    found = api.import_positions(sheet, path)
    assert (found.added, found.changed, found.kept) == (0, 0, 0)
    api.export_positions(path, again)
    assert read_sheet(sheet).rows[0].triples == read_sheet(again).rows[0].triples
    assert path.read_text() == TALKS


def test_an_edited_cell_changes_that_and_no_more(tmp_path: Path) -> None:
    """Comments, order and everything else stay as they are written."""
    path, sheet = written_to(tmp_path, TALKS), tmp_path / "s.xlsx"
    api.export_positions(path, sheet)
    book = load_workbook(sheet)
    table = book["positions"]
    columns = {cell.value: cell.column for cell in table[1]}
    assert isinstance(table.cell(2, columns["ideal"]).value, int | float)
    table.cell(2, columns["max"], 25)
    table.cell(3, columns["why"], "it says so")
    book.save(sheet)
    found = api.import_positions(sheet, path)
    assert (found.added, found.changed) == (0, 2)
    found.file.write(path)
    text = path.read_text()
    assert "accept: {max: [20, 25, 40]}" in text
    assert "why: it says so" in text
    for comment in ("# from two rounds of interviews", "# Ardan said it in public", "# its word"):
        assert comment in text
    assert (
        text.replace("25, 40", "30.5, 40").replace("    why: it says so\n", "")
        == api.load(written_to(tmp_path, TALKS, "as_is.yaml")).file.text()
    )


def test_new_positions_are_added_and_others_kept(tmp_path: Path) -> None:
    """What the table does not have stays; a blank cell of a column it has is taken away."""
    path, sheet = written_to(tmp_path, TALKS), tmp_path / "s.csv"
    sheet.write_text("party,issue,ideal low,ideal,ideal high,salience\nb,posts,60,70,90,\na,posts,,5,,\n")
    found = api.import_positions(sheet, path)
    assert (found.added, found.changed, found.kept) == (1, 1, 1)
    conflict = found.file.conflict
    assert len(conflict.positions) == 3
    assert conflict.positions[0].salience is None
    assert conflict.positions[0].quote == "not beyond thirty"
    assert (conflict.positions[2].ideal.low, conflict.positions[2].ideal.high) == (60, 90)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("party,issue,ideel\na,posts,5\n", "row 1, column ideel: is not known. Hint: did you mean 'ideal'?"),
        (LONG + "a,,5\n", "row 2, column issue: is empty"),
        (LONG + "a,posts,5\n,,\na,posts,6\n", "row 4: a stands twice on posts"),
        (LONG + "c,posts,5\n", "row 2, column party: "),
        (LONG + "a,post,5\n", "did you mean 'posts'?"),
        ("party,issue,ideal low\na,posts,5\n", "row 2, column ideal: is empty beside a low or high"),
        ("a,b\n1,2\n", "row 1: is no head of a table of positions"),
    ],
)
def test_mistakes_in_a_long_table(tmp_path: Path, text: str, said: str) -> None:
    """Each is refused with its row and column, and the file is left as it was."""
    path = written_to(tmp_path, TALKS)
    assert said in wrong(tmp_path / "s.csv", text, path)
    assert path.read_text() == TALKS


def test_what_is_off_the_scale_is_no_conflict(tmp_path: Path) -> None:
    """What would come out is checked as any file is."""
    sheet = tmp_path / "s.csv"
    sheet.write_text(LONG + "a,posts,500\n")
    with pytest.raises(ConflictTrouble, match="not from 0 to 100"):
        api.import_positions(sheet, written_to(tmp_path, TALKS))


def test_excel_names_the_sheet(tmp_path: Path) -> None:
    """An error in Excel says which sheet; of several, the one called positions is read."""
    book, sheet = Workbook(), tmp_path / "s.xlsx"
    book.active.title = "notes"
    for row in (["party", "issue", "ideal"], ["z", "posts", 5]):
        book.active.append(row)
    book.save(sheet)
    path = written_to(tmp_path, TALKS)
    with pytest.raises(FileTrouble, match="sheet notes, row 2, column party"):
        api.import_positions(sheet, path)
    book.create_sheet("more")
    book.save(sheet)
    with pytest.raises(FileTrouble, match="no sheet called positions"):
        api.import_positions(sheet, path)
    sheet.write_bytes(b"no zip")
    with pytest.raises(FileTrouble, match="is no Excel file"):
        api.import_positions(sheet, path)


def test_words_that_look_like_formulas_stay_words(tmp_path: Path) -> None:
    """A reason that begins with = is not computed by Excel."""
    text = TALKS.replace("    accept: {min: as before}", "    why: =1+1")
    path, sheet = written_to(tmp_path, text), tmp_path / "s.xlsx"
    api.export_positions(path, sheet)
    assert "=1+1" in {cell.value for cell in load_workbook(sheet)["positions"][3] if cell.data_type == "s"}
    assert api.import_positions(sheet, path).changed == 0


def test_lines_with_marks(tmp_path: Path) -> None:
    """Scales are stretched to 100, salience too, and power becomes leverage by its share of the largest."""
    sheet = tmp_path / "roads.csv"
    sheet.write_text(MARKED)
    found = api.import_positions(sheet, tmp_path / "new.yaml")
    conflict = found.file.conflict
    assert conflict.title == "Roads"
    assert {name: one.name for name, one in conflict.parties.items()} == {"willems": "Mr Willems", "sp": "SP"}
    assert conflict.issues["toll"].scale == {"0": "low", "100": "high"}
    stated = [(one.party, one.issue, one.ideal.mode, one.salience.mode) for one in conflict.positions]
    assert stated == [("willems", "toll", 0, 95), ("sp", "toll", 50, 50), ("sp", "when", 75, 70)]
    leverage = conflict.leverage["sp"]
    assert (leverage.low, leverage.mode, leverage.high) == (20, 40, 40)
    assert "differs by issue for sp" in found.notes[0]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "#D;SP;toll;3.75;0.5;0.4",
            "#D;SPP;toll;3.75;0.5;0.4",
            "row 10, column actor: 'SPP' is not announced",
        ),
        ("3.75", "8", "row 10, column position: 8 is not from 0.5 to 7"),
        ("3.75", "x", "row 10, column position: 'x' is no number"),
        ("0.95", "95", "row 9, column salience: 95 is not from 0 to 1"),
        ("#A;SP;SP", "#A;willems;SP", "would have one id"),
        ("#D;SP;when;75;0.7;0.2", "#D;SP;when", "row 11: a line #D has 6 cells"),
    ],
)
def test_mistakes_in_lines_with_marks(tmp_path: Path, old: str, new: str, said: str) -> None:
    """Each is refused with its row and column."""
    assert said in wrong(tmp_path / "s.csv", MARKED.replace(old, new, 1))


def test_the_other_program_quotes_with_tabs(tmp_path: Path) -> None:
    """Tabs and single quotes read the same as semicolons."""
    sheet = tmp_path / "roads.txt"
    rows = ["\t".join(f"'{cell}'" for cell in line.split(";")) for line in MARKED.splitlines()]
    sheet.write_text("\n".join(rows[1:]))
    assert len(read_sheet(sheet).rows) == 3


def test_ktab(tmp_path: Path) -> None:
    """Two actors on two issues."""
    sheet = tmp_path / "k.csv"
    sheet.write_text(KTAB)
    conflict = api.import_positions(sheet, tmp_path / "new.yaml").file.conflict
    assert conflict.title == "Dummy"
    assert [one.name for one in conflict.parties.values()] == ["SActor-00", "SActor-01"]
    assert conflict.leverage["sactor_01"].mode == 50
    assert (conflict.positions[3].ideal.mode, conflict.positions[3].salience.mode) == (73.5, 21.22)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (",2,2,", ",3,2,", "row 1: says 3, 2 and has 2 actors on 2 issues"),
        ("5.91", "105.91", "row 3, column Pstn2 (salience): 105.91 is not from 0 to 100"),
        (" 73.50, 21.22,", "", "row 4: has 6 cells and needs 7"),
        ("50.0", "-1", "row 4, column power: -1 is not from 0"),
    ],
)
def test_mistakes_in_ktab(tmp_path: Path, old: str, new: str, said: str) -> None:
    """Each is refused with its row and column."""
    assert said in wrong(tmp_path / "k.csv", KTAB.replace(old, new, 1))


def test_a_table_alone_makes_a_file(tmp_path: Path) -> None:
    """Names that are no ids get one, and the file that comes out can be asked."""
    sheet, path = tmp_path / "s.csv", tmp_path / "new.yaml"
    sheet.write_text(LONG + "The North,when to meet,20\nThe South,when to meet,80\n")
    ended = run("import", sheet, path)
    assert (ended.code, ended.err) == (0, "")
    assert "2 positions new" in ended.out
    assert list(read_file(path).conflict.parties) == ["the_north", "the_south"]
    assert "50" in run("positions", path).out


def test_on_the_command_line(tmp_path: Path) -> None:
    """There and back, and what is refused there."""
    path, sheet = written_to(tmp_path, TALKS), tmp_path / "s.xlsx"
    assert "2 positions" in run("export", path, sheet).out
    assert "says the same already" in run("import", sheet, path).out
    assert path.read_text() == TALKS
    again = run("export", path, sheet)
    assert (again.code, again.out) == (2, "")
    assert "is there already" in again.err
    assert "ends in .csv or .xlsx" in run("export", path, tmp_path / "s.ods").err
    assert "cannot be read" in run("import", tmp_path / "no.csv", path).err
