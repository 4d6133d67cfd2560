"""The checker: whatever is planted in a file is found, wherever and however it is written there."""

from __future__ import annotations

from pathlib import Path

import pytest

from jirga.errors import CannotLookInto, FileTrouble, LeakFound
from jirga.handling.leaks import Leak, leaks, leaks_in
from jirga.handling.protected import Protected, Secret
from jirga.handling.writing import write_checked
from planting import CLEAN, LATIN, PLANTS, docx, packed, pdf, png

NAME = "Noor Jan Afridi"
SCRIPT = "نور جان آفریدی"
ONE = Protected((Secret("name", NAME),), "green")
EVERY = PLANTS | LATIN


@pytest.mark.parametrize("plant", EVERY)
def test_a_planted_name_is_found(plant: str) -> None:
    """In every place of every kind of file."""
    name, content = EVERY[plant](NAME)
    assert {(one.what, one.sign) for one in leaks_in(content, name, ONE)} == {("name", "N")}


@pytest.mark.parametrize("plant", PLANTS)
@pytest.mark.parametrize("other", ["نور جان آفريدى", "نُور\u200cجان آفریدی", "نورجان افریدی"])
def test_a_name_in_arabic_script_is_found(plant: str, other: str) -> None:
    """With other letters that look alike, with vowel signs, with joiners and without spaces."""
    name, content = PLANTS[plant](other)
    assert leaks_in(content, name, Protected((Secret("name", SCRIPT),)))


@pytest.mark.parametrize("plant", EVERY)
def test_a_clean_file_is_passed(plant: str) -> None:
    """The same files without what is protected have no leak."""
    name, content = EVERY[plant]("Tomorrow morning")
    assert leaks_in(content, name, ONE) == ()


@pytest.mark.parametrize("plant", sorted(set(EVERY) - {"html parted", "docx runs"}))
def test_a_short_name_is_found_as_a_word(plant: str) -> None:
    """Four letters are found where they are a word, and not inside others."""
    short = Protected((Secret("name", "Saif"),))
    name, content = EVERY[plant]("Saif Khan, elder")
    other, clean = EVERY[plant]("the saifuddins and Hasaif")
    assert (bool(leaks_in(content, name, short)), leaks_in(clean, other, short)) == (True, ())


@pytest.mark.parametrize(
    "text",
    [
        *("told by NOOR JAN  AFRIDI", "noor\u00a0jan\u2011afridi", "Noor_Jan_Afridi.docx", "NoorJanAfridi"),
        *(
            "Noor Jan Afridi’s cousin",
            "Nóór Ján Áfrídí",
            "N o o r J a n A f r i d i",
            "Ｎｏｏｒ Ｊａｎ Ａｆｒｉｄｉ",
        ),
        *("Noor Jan Afri\u00addi", "\u202eNoor\u202c Jan \u2066Afridi\u2069", "noor.jan.afridi@example.org"),
        *(
            "Noor%20Jan%20Afridi",
            "Noor&nbsp;Jan&#32;Afridi",
            r"Noor\u0020Jan\x20Afridi",
            "Noor=20=4Aan Afridi",
        ),
        *(
            "4e6f6f72204a616e20416672696469",
            "Tm9vciBKYW4gQWZyaWRp",
            "Noor Jan Af-\nridi",
            "&amp;#78;oor Jan Afridi",
        ),
        *(
            "Tm9vciBK\nYW4gQWZyaWRp",
            "xx Tm9vciBKYW4gQWZyaWRp xx",
            "N\0o\0o\0r\0 \0J\0a\0n\0 \0A\0f\0r\0i\0d\0i\0",
        ),
    ],
)
def test_a_name_is_found_however_it_is_written(text: str) -> None:
    """Case, marks, invisible signs, spacing, escapes and encodings do not hide it."""
    assert leaks_in(text.encode(), "a.txt", ONE)


@pytest.mark.parametrize("text", ["Hasan", "has an option", "UN", "a run", "Kabulistan", "the borderline"])
def test_other_words_do_not_block(text: str) -> None:
    """Letters that only happen to follow one another are no leak."""
    some = ("Nasah", "Hasa", "Un", "Kabu", "border")
    held = Protected(tuple(Secret("name", one) for one in some))
    assert leaks_in(text.encode(), "a.txt", held) == ()


def test_an_id_that_is_a_word_counts_where_it_stands_alone() -> None:
    """In prose `backing` is a word; as a key it is the id. One with a sign in it counts anywhere."""
    ids = Protected((Secret("id", "backing"), Secret("id", "back_channel"), Secret("id", "A1")))
    prose = leaks_in(b"with the backing of A1 elders", "a.txt", ids)
    keys = leaks_in(b'{"backing": "A1"}', "a.json", ids)
    composite = leaks_in(b"by the back_channel", "a.txt", ids)
    assert ([one.sign for one in keys], prose, len(composite)) == (["A", "b"], (), 1)


def test_cells_of_a_workbook_have_names_of_their_own() -> None:
    """A1 and B7 are places in a sheet, and no ids."""
    name, content = PLANTS["xlsx cell"](CLEAN)
    assert leaks_in(content, name, Protected((Secret("id", "A1"), Secret("id", "B7")))) == ()


def test_five_words_of_a_quotation_are_found() -> None:
    """Some words in a row are enough, over line ends and hyphens; three are not."""
    said = "They will never open the road before the feast, so the elders told us in the guest house"
    held = Protected((Secret("quotation", said),))
    assert leaks_in(b"that <i>open the road be-\nfore the feast</i> so", "a.html", held)
    assert leaks_in(b"the elders told", "a.txt", held) == ()


def test_a_formula_counts_as_a_whole_value() -> None:
    """What is made of words that are kept counts only where it is all that stands there."""
    held = Protected((Secret("formula", "halt and border"),))
    assert leaks_in(b"with halt and border taken", "a.txt", held) == ()
    assert leaks_in(b'{"want": "halt  AND border"}', "a.json", held)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        *(
            ("a.exe", b"MZ"),
            ("a", b"text"),
            ("a.db", b"SQLite format 3\0"),
            ("a.json", b"{"),
            ("a.xml", b"<a>"),
        ),
        *(
            ("a.docx", b"PK\x03\x04 and no more"),
            ("a.pdf", b"%PDF-1.7 and no more"),
            ("a.txt", b"\xff\xfe\xff"),
        ),
        ("a.docx", docx(**{"word/vbaProject.bin": b"\xd0\xcf"})),
        ("a.zip", b"first" + packed({"a.txt": CLEAN})),
        ("a.zip", packed({"a.txt": CLEAN}) + b"last"),
        ("a.png", png()[:-20]),
        ("a.pdf", pdf(CLEAN, "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H >>")),
    ],
)
def test_what_cannot_be_searched_is_refused(name: str, content: bytes) -> None:
    """A kind nobody here knows, a damaged file, hidden bytes, a font without letters: none is passed."""
    with pytest.raises(CannotLookInto):
        leaks_in(content, name, ONE)


def test_a_leak_is_told_without_telling_it() -> None:
    """The kind, the part and the first sign; not even a part whose name holds it is named."""
    (one,) = leaks_in(packed({f"{NAME}.txt": CLEAN.encode() + NAME.encode()}), "a.zip", ONE)
    assert "oor" not in str(one)
    assert Leak("name", "word/document.xml", "N").where in str(Leak("name", "word/document.xml", "N"))


def test_a_file_with_a_leak_is_not_written(tmp_path: Path) -> None:
    """Nothing is left, and what stood there before stands there still."""
    path = tmp_path / "brief.txt"
    path.write_text("before")
    with pytest.raises(LeakFound, match=r"brief\.txt: it would hold .* level green: a name .* 'N'"):
        write_checked(path, lambda coming: coming.write_text(f"by {NAME}"), ONE)
    assert ([one.name for one in tmp_path.iterdir()], path.read_text()) == (["brief.txt"], "before")


def test_a_clean_file_is_written(tmp_path: Path) -> None:
    """It takes its place whole, and nothing else is left."""
    path = tmp_path / "brief.txt"
    write_checked(path, lambda coming: coming.write_text(coming.name), ONE)
    assert ([one.name for one in tmp_path.iterdir()], path.read_text()) == (["brief.txt"], "brief.txt")


def test_a_failing_writer_leaves_nothing(tmp_path: Path) -> None:
    """What goes wrong while writing is not swallowed, and nothing half written stays."""
    with pytest.raises(ZeroDivisionError):
        write_checked(tmp_path / "brief.txt", lambda _: 1 / 0, ONE)
    with pytest.raises(FileTrouble):
        write_checked(tmp_path / "no" / "brief.txt", lambda _: None, ONE)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """It is said which, and what to try."""
    with pytest.raises(FileTrouble, match="cannot be read"):
        leaks(tmp_path / "none.txt", ONE)
