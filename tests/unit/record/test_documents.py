"""Documents: kept byte for byte, added once, cut into passages, near-copies pointed out."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from jirga.case import Case, open_case
from jirga.errors import CaseTrouble, FileTrouble, UnknownName
from recorded import ME, TEXT, added, written

SEED = Path(__file__).parents[4] / "shared/seed/article.txt"


def test_bytes_and_text_are_kept(case: Case, tmp_path: Path) -> None:
    """The file lies there byte for byte under its digest; the text has every sign, carriage returns too."""
    path = written(tmp_path, "One line.\r\nAnother\u2028line.\r\n")
    document = added(case, path).document
    kept = case.files / f"{document.file_sha256}.txt"
    assert kept.read_bytes() == path.read_bytes()
    assert hashlib.sha256(kept.read_bytes()).hexdigest() == document.file_sha256
    assert case.text("report") == "One line.\r\nAnother\u2028line.\r\n"
    assert {one.name for one in case.files.iterdir()} == {kept.name}


def test_the_same_file_twice_is_one_document(filled: Case, tmp_path: Path) -> None:
    """A file under another name is the same document; what is newly said of it is kept, the rest stays."""
    again = added(filled, written(tmp_path, name="copy.txt"), title="A report")
    assert not again.new
    assert [(one.name, one.title, one.publisher) for one in filled.documents()] == [
        ("report", "A report", "The Paper")
    ]
    assert filled.document("report").published is not None
    assert filled.verify().troubles == ()


def test_near_copies_are_pointed_out(filled: Case, tmp_path: Path) -> None:
    """A copy with a sentence cut stays a document of its own, and is said to be near; another text is not."""
    cut = added(filled, written(tmp_path, TEXT.partition(". ")[2], "copy.txt"))
    assert cut.new
    assert [(name, share > 0.9) for name, share in cut.near] == [("report", True)]
    other = added(filled, written(tmp_path, "Talks about trade went on in Doha for " * 9, "other.txt"))
    assert other.near == ()
    assert len(filled.documents()) == 3


def test_folders(case: Case, tmp_path: Path) -> None:
    """Of a folder every file of a known kind is added in order; links are left alone."""
    folder = tmp_path / "in"
    (folder / "deeper").mkdir(parents=True)
    written(folder / "deeper", "B.", "b.txt")
    written(folder, "A.", "a.txt")
    written(folder, "x", "data.csv")
    (folder / "link.txt").symlink_to(written(tmp_path, "secret"))
    found = list(case.add([folder], **ME))
    assert [path.name for path, _ in found] == ["a.txt", "b.txt"]
    assert [one.name for one in case.documents()] == ["a", "b"]


def test_a_file_that_is_none_is_told(case: Case, tmp_path: Path) -> None:
    """What is not there or of another kind is told in one line, and the rest is added."""
    found = [
        one
        for _, one in case.add(
            [tmp_path / "none.txt", written(tmp_path, "x", "a.csv"), written(tmp_path)], **ME
        )
    ]
    assert [isinstance(one, FileTrouble) for one in found] == [True, True, False]
    assert "is not there" in str(found[0])
    assert "of a kind that is not read" in str(found[1])


def test_names_do_not_lead_out(case: Case, tmp_path: Path) -> None:
    """A file's name is only a label: whatever stands in it, nothing is written outside the folder."""
    odd = tmp_path / "..%2f..\n\u202eevil .txt"
    odd.write_text("Harmless.", encoding="utf-8")
    document = added(case, odd).document
    assert document.name == "document_2f_evil"
    assert {one.parent for one in case.folder.rglob("*.txt")} == {case.files}


def test_dates_keep_their_precision(case: Case, tmp_path: Path) -> None:
    """A month stays a month; what is no date is refused before anything is added."""
    document = added(case, written(tmp_path), date="2025-02").document
    assert document.published is not None
    assert (str(document.published.start), str(document.published.end)) == ("2025-02-01", "2025-02-28")
    assert document.published.precision == "month"
    with pytest.raises(CaseTrouble, match="is no date"):
        list(case.add([written(tmp_path)], **ME, date="last week"))


def test_unknown_documents(filled: Case) -> None:
    """A document that is not there is said to be unknown, in this case, with the nearest name."""
    with pytest.raises(UnknownName, match="reprot") as trouble:
        filled.text("reprot")
    assert str(filled.folder) in str(trouble.value)
    assert "did you mean 'report'" in str(trouble.value)


def test_what_was_kept_is_there_when_opened_again(filled: Case) -> None:
    """Opening a case again gives the same documents, text and passages."""
    again = open_case(filled.folder)
    assert again.documents() == filled.documents()
    assert again.passages("report") == filled.passages("report")
    text = again.text("report")
    assert [text[one.start : one.end] for one in again.passages("report").values()] == [
        one.quote for one in again.passages("report").values()
    ]


@pytest.mark.skipif(not SEED.exists(), reason="the shared seed article is not here")
def test_the_seed_article(case: Case) -> None:
    """The seed has 42 sentences, and each slices back exactly."""
    added(case, SEED)
    text, passages = SEED.read_bytes().decode("utf-8"), case.passages("article")
    assert list(passages) == [f"S{number}" for number in range(1, 43)]
    assert all(text[one.start : one.end] == one.quote for one in passages.values())
    assert all(text[one.start - len(one.prefix) : one.start] == one.prefix for one in passages.values())
    assert "rests with the military establishment" in passages["S15"].quote


def test_a_document_can_be_renamed(filled: Case, tmp_path: Path) -> None:
    """Added again under another name a document is cited by that; a name that another has gets a number."""
    added(filled, written(tmp_path, "Another.", "other.txt"))
    assert added(filled, tmp_path / "report.txt", name="paper").document.name == "paper"
    assert added(filled, tmp_path / "report.txt", name="other").document.name == "other_2"
    assert added(filled, tmp_path / "report.txt", title="T").document.name == "other_2"
    assert filled.verify().troubles == ()
