"""Books of sheets: what they look like, what comes back of them, and what is refused, with its place."""

from __future__ import annotations

import datetime as dt
import difflib
import shutil
import subprocess
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from exchanged import TALKS, brought_back, cell, edited, file_in, troubles
from jirga import examples
from jirga.conflict.file import parse_text
from jirga.errors import CaseTrouble, FileTrouble
from jirga.exchange.handing import hand_out, take_in

ONE = {
    "Stakeholders": ["a", "b"],
    "Options": ["go", "pay", "host"],
    "Wants": ["A1", "A2", "a.3", "b.1", "b.2", "b.3"],
}

DATE = "holds a date (2025-03-04), which Excel may have made of something else"
POSTS = TALKS[TALKS.index("  - {party: a, issue: posts") :].partition("\n")[0]


def diff(before: str, after: str) -> list[str]:
    """The lines that differ, each with its sign."""
    found = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in found if line[:1] in "+-" and line[:3] not in ("---", "+++")]


def changed(folder: Path, change: Any) -> list[str]:
    """The lines of TALKS that a changed book changes."""
    return diff(TALKS, brought_back(folder, file_in(folder), change).text)


def test_what_a_book_looks_like(tmp_path: Path) -> None:
    """A head that stays, filters, wrapped words, and a first sheet that says what each column holds."""
    path, book = file_in(tmp_path), tmp_path / "book.xlsx"
    assert hand_out(path, book) == {"party": 2, "option": 3, "want": 6, "position": 2}
    opened = load_workbook(book)
    assert opened.sheetnames == ["Read me", "Stakeholders", "Options", "Wants", "Positions"]
    said = {(row[0].value, row[1].value) for row in opened["Read me"].iter_rows()}
    for page in opened.worksheets[1:]:
        heads = [one.value for one in page[1]]
        assert {(page.title, head) for head in heads} <= said
        assert all(one.font.bold for one in page[1])
        assert page.freeze_panes.endswith("2")
        assert page.auto_filter.ref == page.dimensions
        assert page.cell(2, heads.index("check") + 1).alignment.wrap_text
        assert all(page.column_dimensions[one.column_letter].width >= 9 for one in page[1])
        assert page.row_dimensions[2].height >= 15
    for name, ids in ONE.items():
        keys = [one.value for one in opened[name]["C" if name == "Wants" else "A"][1:]]
        assert keys == ids
    assert cell(opened, "Positions", 2, "max").value == 30.5
    assert cell(opened, "Wants", 2, "place").value == 1
    assert cell(opened, "Wants", 2, "why").number_format == "@"


@pytest.mark.parametrize("name", ["khyber_kabul_2025", "korea_2017", "eu_council", "prisoners"])
def test_unchanged_it_changes_nothing(tmp_path: Path, name: str) -> None:
    """Laid out and brought back, also once saved by another program, the file is the same byte for byte."""
    path, book = file_in(tmp_path, examples.text(name)), tmp_path / "book.xlsx"
    hand_out(path, book)
    again = tmp_path / "again.xlsx"
    hand_out(path, again)
    assert again.read_bytes() == book.read_bytes()
    for _ in range(2):
        found = take_in(book, path)
        assert (found.nothing, found.changes, found.notes, found.text) == (True, (), (), path.read_text())
        load_workbook(book).save(book)


def test_nothing_tells_when_it_was_made(tmp_path: Path) -> None:
    """No part of a book has a day of its own, and its properties none either."""
    book = tmp_path / "book.xlsx"
    hand_out(file_in(tmp_path), book)
    with ZipFile(book) as parts:
        assert {one.date_time for one in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms" not in parts.read("docProps/core.xml").split(b">", 2)[2]


@pytest.mark.parametrize(
    ("sheet", "row", "column", "value", "lines"),
    [
        (
            "Stakeholders",
            "a",
            "name",
            "Ardan: the north",
            ["-    name: Ardan", "+    name: 'Ardan: the north'"],
        ),
        ("Wants", "A1", "basis", "argued", ["-        basis: stated", "+        basis: argued"]),
        ("Wants", "A1", "cite", "note#p1", ["-        cite: [note#p1, note#p2]", "+        cite: note#p1"]),
        ("Wants", "A1", "why", "two\nlines", ["+        why: |-", "+          two", "+          lines"]),
        ("Options", "pay", "says", "pay", ["-      pay: pay for it", "+      pay: pay"]),
        (
            "Stakeholders",
            "a",
            "leverage",
            25,
            ["-leverage: {a: [10, 20, 30]}", "+leverage: {a: [10, 25, 30]}"],
        ),
        (
            "Wants",
            "A2",
            "red line",
            "yes",
            [
                '-      - {want: not pay, id: A2, why: "it says: never"}',
                '+      - {want: not pay, id: A2, why: "it says: never", red_line: true}',
            ],
        ),
        ("Wants", "a.3", "why", "so", ["-      - not go", "+      - {want: not go, why: so}"]),
    ],
)
def test_a_cell_changes_just_that(
    tmp_path: Path, sheet: str, row: str, column: str, value: object, lines: list[str]
) -> None:
    """Only the lines that say it, and no comment, blank line or quotation mark elsewhere."""
    assert changed(tmp_path, lambda book: setattr(cell(book, sheet, row, column), "value", value)) == lines


def test_a_position_in_brackets_over_two_lines(tmp_path: Path) -> None:
    """Its line end stays where it was, although the writer would put all of it on one line."""

    def change(book: Any) -> None:
        cell(book, "Positions", 2, "max").value = 25
        cell(book, "Positions", 3, "ideal").value = "as before"

    assert changed(tmp_path, change) == [
        f"-{POSTS}",
        f"+{POSTS.replace('30.5', '25')}",
        "-    ideal: open   # its word",
        "+    ideal: as before   # its word",
    ]


def test_a_want_moves_with_its_comments(tmp_path: Path) -> None:
    """The others make way; one without a name keeps the name that its place had given it."""
    found = brought_back(
        tmp_path, file_in(tmp_path), lambda book: setattr(cell(book, "Wants", "b.2", "place"), "value", 1)
    )
    conflict = parse_text(found.text)
    assert [(one.id, one.want) for one in conflict.parties["b"].prefers] == [
        ("b.2", "not host"),
        ("b.1", "host and go"),
        ("b.3", "pay"),
    ]
    found = brought_back(
        tmp_path, file_in(tmp_path), lambda book: setattr(cell(book, "Wants", "A2", "place"), "value", 1)
    )
    assert found.text.index("# doubtful\n      - {want: not pay") < found.text.index(
        "want: go and host   # its word"
    )
    assert sorted(found.text.splitlines()) == sorted(TALKS.splitlines())


def test_new_rows_are_added(tmp_path: Path) -> None:
    """A party with its option and wants, a want in the middle, a position; in whatever order they stand."""

    def change(book: Any) -> None:
        rows = {
            "Wants": [
                {"party": "c", "place": 2, "want": "not watch"},
                {"party": "c", "place": 1, "want": "go and watch", "id": "C1", "why": "=cmd|' /C calc'!A0"},
                {"party": "b", "place": 2, "want": "go"},
            ],
            "Positions": [{"party": "c", "issue": "gate", "ideal": "open", "min": "shut", "salience": 7}],
            "Options": [{"party": "c", "option": "watch", "says": "watch over it"}],
            "Stakeholders": [{"party": "c", "name": "Cern", "no deal costs": 9}],
        }
        for sheet, some in rows.items():
            last = book[sheet].max_row
            for number, row in enumerate(some, start=last + 1):
                for column, value in row.items():
                    found = cell(book, sheet, number, column)
                    found.value, found.data_type = value, "s" if isinstance(value, str) else "n"

    found = brought_back(tmp_path, file_in(tmp_path), change)
    conflict = parse_text(found.text)
    assert [(one.id, one.want) for one in conflict.parties["c"].prefers] == [
        ("C1", "go and watch"),
        ("c.2", "not watch"),
    ]
    assert conflict.parties["c"].prefers[0].why == "=cmd|' /C calc'!A0"
    assert list(conflict.parties["c"].options) == ["watch"]
    assert [(one.id, one.want) for one in conflict.parties["b"].prefers] == [
        ("b.1", "host and go"),
        ("b.5", "go"),
        ("b.2", "not host"),
        ("b.3", "pay"),
    ]
    assert conflict.variants == parse_text(TALKS).variants
    assert conflict.positions[-1].accept.min is not None
    assert conflict.cost_of_no_deal["c"].mode == 9
    for comment in (
        "# a working title",
        "# the north first",
        "# its word",
        "# doubtful",
        "# from two rounds",
    ):
        assert comment in found.text


def test_a_missing_row_takes_nothing_away(tmp_path: Path) -> None:
    """It is said, with how to take it away."""
    found = brought_back(tmp_path, file_in(tmp_path), lambda book: book["Wants"].delete_rows(3))
    assert found.nothing
    (note,) = found.notes
    assert note.startswith(
        "1 want is not in the sheet Wants and kept (A2); to take one away, take its lines out"
    )


def wrong_cells(book: Any) -> None:
    """Make one mistake of each kind."""
    cell(book, "Stakeholders", "b", "name").value = None
    cell(book, "Stakeholders", "b", "leverage low").value = 3
    cell(book, "Options", "go", "party").value = "b"
    cell(book, "Wants", "A1", "basis").value = "statd"
    cell(book, "Wants", "A1", "why").value = "=1+1"
    cell(book, "Wants", "A1", "retracted").value = "no"
    cell(book, "Wants", "a.3", "place").value = 9
    cell(book, "Wants", "A2", "unknown").value = "perhaps"
    cell(book, "Wants", "A2", "why").value = dt.datetime(2025, 3, 4)
    cell(book, "Wants", "b.1", "want").value = "hots and go"
    cell(book, "Wants", "b.3", "id").value = "B3"
    cell(book, "Positions", 2, "ideal").value = 0.4
    cell(book, "Positions", 2, "ideal").number_format = "0%"
    cell(book, "Positions", 3, "ideal").value = "opne"
    book["Positions"].merge_cells("L2:L3")


def test_everything_wrong_is_told_at_once(tmp_path: Path) -> None:
    """Each with sheet, row, column, what is wrong and what to try, in the order of the book."""
    path = file_in(tmp_path)
    said = troubles(tmp_path, path, wrong_cells)
    assert [one.partition(". Hint: ")[0] for one in said] == [
        "sheet Options, row 2, column party (B): no option changes its party, which is 'a'",
        "sheet Positions, row 2, column ideal (D): is 0.4 shown as 40 %",
        "sheet Positions, row 2, column salience low (L): is one of the merged cells L2:L3",
        "sheet Positions, row 3, column ideal (D): 'opne' is no value of the issue",
        "sheet Positions, row 3, column salience low (L): is one of the merged cells L2:L3",
        "sheet Stakeholders, row 3, column leverage (F): is empty beside a low or high",
        "sheet Stakeholders, row 3, column name (B): is empty",
        "sheet Wants, row 2, column basis (H): 'statd' is no basis",
        "sheet Wants, row 2, column retracted (M): is only shown here, and cannot be changed",
        "sheet Wants, row 2, column why (K): is a formula (=1+1)",
        "sheet Wants, row 3, column unknown (F): 'perhaps' is neither yes nor no",
        "sheet Wants, row 3, column why (K): " + DATE,
        "sheet Wants, row 4, column place (B): a has 3 wants, and none can stand at place 9",
        "sheet Wants, row 5, column want (D): no option is called 'hots'",
        "sheet Wants, row 7, column id (C): says what 'b.3' said, which is not in the sheet any more",
    ]
    assert all(". Hint: " in one for one in said)
    assert path.read_text() == TALKS


def test_renamed_and_reordered_where_it_is_plain(tmp_path: Path) -> None:
    """Sheets and columns in another order, with titles above, near names, or known by what stands in them."""

    def change(book: Any) -> None:
        book.move_sheet("Wants", -3)
        book["Wants"].title = "Präferenzen"
        page = book["Präferenzen"]
        page["D1"], page["J1"], page["H1"] = "Formel", "quotes", " BASIS "
        page["H2"] = "argued"
        book["Options"].title = "options_"
        book["Stakeholders"].insert_rows(1, 3)
        book["Stakeholders"]["A1"] = "Our parties"
        book["Stakeholders"].insert_cols(1)
        book["Stakeholders"]["A4"] = "my own notes"
        book["Stakeholders"]["A5"] = "ask again"
        book["Positions"].move_range("C1:C3", cols=40)

    found = brought_back(tmp_path, file_in(tmp_path), change)
    assert found.changes == ("want A1, basis: 'stated' -> 'argued'",)
    notes = " ".join(found.notes)
    for words in (
        "'Formel' was read as 'want'",
        "'quotes' was read as 'quote'",
        "'my own notes' is none of ours",
    ):
        assert words in notes


def test_what_is_not_plain_is_refused(tmp_path: Path) -> None:
    """A strange column while one is missing, two of one name, a key that is gone, two rows for one."""

    def change(book: Any) -> None:
        book["Wants"]["K1"], book["Wants"]["K2"] = "remarks", "quite another thing"
        book["Wants"]["K3"] = "and this"
        book["Options"]["C1"] = "undo"
        book["Positions"]["B1"] = None
        book["Stakeholders"]["A3"] = "a"

    said = " | ".join(troubles(tmp_path, file_in(tmp_path), change))
    for words in (
        "sheet Wants, row 1: the column 'remarks' is not known. Hint: if it is 'why', call it so",
        "sheet Options, row 1: two columns are called 'undo'",
        "sheet Positions, row 1: no column is called 'issue'",
        "sheet Stakeholders, row 3, column party (A): a stands here a second time",
    ):
        assert words in said


def test_what_the_file_has_changed_since_is_not_undone(tmp_path: Path) -> None:
    """A row nobody touched is left as the file has it now; one that both have changed is refused."""
    path = file_in(tmp_path)
    book = edited(tmp_path, path, lambda book: setattr(cell(book, "Wants", "A2", "basis"), "value", "argued"))
    path.write_text(TALKS.replace("name: Ardan", "name: Ardania"))
    found = take_in(book, path)
    assert found.changes == ("want A2, basis: nothing -> 'argued'",)
    assert "name: Ardania" in found.text
    assert found.notes == ("Stakeholders: changed in talks.yaml since the export, and left so there (a)",)
    path.write_text(
        TALKS.replace("prefers: [host and go, not host, pay]", "prefers: [host and go, not host]")
    )
    found = take_in(book, path)
    assert len(parse_text(found.text).parties["b"].prefers) == 2
    assert found.notes == ("Wants: changed in talks.yaml since the export, and left so there (b.3)",)
    path.write_text(TALKS.replace("it says: never", "never"))
    with pytest.raises(ValueError, match="row 3: was changed here, and since the export in talks"):
        take_in(book, path)


def test_long_words_are_cut_and_never_lost(tmp_path: Path) -> None:
    """Excel counts signs as UTF-16 does; what was cut stays whole in the file, and cannot be changed here."""
    text = TALKS.replace("it says: never", "🕊" * 20_000)
    path, book = file_in(tmp_path, text), tmp_path / "book.xlsx"
    hand_out(path, book)
    held = cell(load_workbook(book), "Wants", "A2", "why").value
    assert held.endswith(" [cut: the whole is in the file]")
    assert len(held.encode("utf-16-le")) // 2 in (32_766, 32_767)
    assert take_in(book, path).nothing
    (said,) = troubles(tmp_path, path, lambda one: setattr(cell(one, "Wants", "A2", "why"), "value", "short"))
    assert "was too long for a cell" in said


@pytest.mark.parametrize(
    "words", ["=1+1", "+1", "-not this", "@SUM(A1)", "#N/A", "TRUE", "_x0041_", "007", "1e5"]
)
def test_words_stay_words(tmp_path: Path, words: str) -> None:
    """Nothing in a book is a formula, an error, a truth or a number because of how it begins."""
    text = TALKS.replace('"it says: never"', f'"{words}"')
    path, book = file_in(tmp_path, text), tmp_path / "book.xlsx"
    hand_out(path, book)
    found = cell(load_workbook(book), "Wants", "A2", "why")
    assert found.data_type == "s"
    assert found.value.replace("x005F_", "") == words
    assert bool(found.quotePrefix) == (words[0] in "=+-@")
    assert take_in(book, path).nothing
    assert b"<f>" not in b"".join(ZipFile(book).read(one) for one in ZipFile(book).namelist())
    back = brought_back(
        tmp_path, file_in(tmp_path), lambda one: typed(cell(one, "Wants", "A2", "why"), words)
    )
    assert parse_text(back.text).parties["a"].prefers[1].why == words


def typed(at: Any, words: str) -> None:
    """Type words into a text cell."""
    at.value, at.data_type = words, "s"


def test_right_to_left(tmp_path: Path) -> None:
    """A sheet mostly in Urdu runs from right to left, and comes back sign for sign."""
    text = TALKS.replace("name: Ardan", "name: خیبر پختونخوا حکومت").replace(
        "name: Brin", "name: تحریک طالبان"
    )
    path, book = file_in(tmp_path, text), tmp_path / "book.xlsx"
    hand_out(path, book)
    opened = load_workbook(book)
    assert opened["Stakeholders"].sheet_view.rightToLeft
    assert not opened["Wants"].sheet_view.rightToLeft
    assert take_in(book, path).nothing
    assert diff(
        text,
        brought_back(
            tmp_path,
            path,
            lambda one: setattr(cell(one, "Stakeholders", "b", "name"), "value", "طالبان\u200f (۲)"),
        ).text,
    )[1].startswith("+  b: {name: طالبان\u200f (۲), short")


def test_line_ends_and_the_mark_at_the_beginning_stay(tmp_path: Path) -> None:
    """A file from Windows stays one."""
    path = file_in(tmp_path)
    path.write_bytes(b"\xef\xbb\xbf" + TALKS.replace("\n", "\r\n").encode())
    found = brought_back(
        tmp_path, path, lambda one: setattr(cell(one, "Wants", "A2", "basis"), "value", "argued")
    )
    found.write(by="ana", at="2025-03-10T12:00:00Z")
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfjirga: 1\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert b"basis: argued" in content


def test_parts_that_are_one_by_an_anchor(tmp_path: Path) -> None:
    """A change that would change two things is refused."""
    text = TALKS.replace("- {want: not pay, id: A2, why: ", "- &x {want: not pay, why: ").replace(
        "- not go", "- *x"
    )
    path = file_in(tmp_path, text)
    with pytest.raises(CaseTrouble, match="would also change"):
        brought_back(tmp_path, path, lambda one: setattr(cell(one, "Wants", "a.2", "why"), "value", "new"))


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "is empty"), (b"PK nonsense", "is no Excel file"), (None, "cannot be read")],
)
def test_what_is_no_book(tmp_path: Path, content: bytes | None, said: str) -> None:
    """It is refused in one line."""
    path = tmp_path / "no.xlsx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(FileTrouble, match=said):
        take_in(path, file_in(tmp_path))


def test_a_book_of_others(tmp_path: Path) -> None:
    """A book without a sheet of ours says what it needs."""
    path = tmp_path / "other.xlsx"
    other = Workbook()
    other.active.append(["income", "cost"])
    other.save(path)
    with pytest.raises(FileTrouble, match="has none of our sheets"):
        take_in(path, file_in(tmp_path))


@pytest.mark.slow
def test_another_program_opens_and_saves_it(tmp_path: Path) -> None:
    """Saved anew by LibreOffice, every word is as it was, and nothing changes."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not here")
    odd = "'=1+1' is no formula: 🕊 خیبر _x0041_"
    text = examples.text("khyber_kabul_2025").replace("why: wants attacks down", f'why: "{odd}"')
    path, book = file_in(tmp_path, text), tmp_path / "book.xlsx"
    hand_out(path, book)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    done = subprocess.run(
        [
            office,
            "--headless",
            profile,
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            tmp_path / "out",
            book,
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    if "could not be loaded" in done.stderr + done.stdout:
        pytest.skip("LibreOffice is here without its spreadsheets")
    saved = tmp_path / "out" / "book.xlsx"
    assert saved.is_file(), done
    assert saved.read_bytes() != book.read_bytes()
    found = take_in(saved, path)
    assert (found.nothing, found.changes, found.notes) == (True, (), ())
    assert cell(load_workbook(saved), "Wants", "K2", "why").value == odd
