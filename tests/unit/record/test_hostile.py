"""Files that would do harm: each is refused in one line, with little memory and soon."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest

from jirga.errors import FileTrouble
from jirga.record import extracting
from jirga.record.extraction import extractor


def pdf(*objects: str) -> bytes:
    """Make a PDF of objects, the first of which is its catalogue."""
    body, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{one}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Root 1 0 R/Size {size}>>\n"
    return body + f"{end}startxref\n{len(body)}\n%%EOF\n".encode()


CATALOGUE = "<</Type/Catalog/Pages 2 0 R>>"
STREAM = "BT /F1 12 Tf 72 700 Td (Kabul said no.) Tj ET"
PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
HONEST = pdf(
    CATALOGUE,
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    PAGE,
    f"<</Length {len(STREAM)}>>stream\n{STREAM}\nendstream",
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
)
LOOPS = pdf(CATALOGUE, "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>")
SELF = pdf(CATALOGUE, "<</Type/Pages/Kids[3 0 R]/Count 1>>", PAGE, "4 0 R", "5 0 R")
MANY = pdf(CATALOGUE, f"<</Type/Pages/Kids[{'3 0 R ' * 300_000}]/Count 300000>>", PAGE, "4 0 R", "5 0 R")


def bomb(path: Path) -> None:
    """A Word file that would unpack to a gigabyte."""
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed,
        packed.open("word/document.xml", "w") as out,
    ):
        for _ in range(100):
            out.write(bytes(10**6))


def leading_out(path: Path) -> None:
    """A Word file that holds ../evil."""
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("../../evil.txt", "x")


def laughing(path: Path) -> None:
    """A Word file whose text would grow a thousand million times."""
    grows = "".join(f'<!ENTITY a{one + 1} "{f"&a{one};" * 10}">' for one in range(9))
    text = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "ha">{grows}]><d>&a9;</d>'
    with zipfile.ZipFile(path, "w") as packed:
        for name in ("word/document.xml", "[Content_Types].xml", "_rels/.rels"):
            packed.writestr(name, text)


def nested(path: Path) -> None:
    """A page of a million elements, each inside the one before."""
    path.write_bytes(b"<div>" * 1_000_000)


def huge_page(path: Path) -> None:
    """A page of 50 MB."""
    path.write_bytes(b"<html><body>" + b"<p>words and words</p>" * 2_300_000)


HOSTILE: dict[str, Callable[[Path], object]] = {
    "bomb.docx": bomb,
    "out.docx": leading_out,
    "laughing.docx": laughing,
    "loop.pdf": lambda path: path.write_bytes(LOOPS),
    "self.pdf": lambda path: path.write_bytes(SELF),
    "many.pdf": lambda path: path.write_bytes(MANY),
    "cut.pdf": lambda path: path.write_bytes(HONEST[:90]),
    "page.html": huge_page,
    "nested.html": nested,
    "null.txt": lambda path: path.write_bytes(b"some\0text"),
    "null.html": lambda path: path.write_bytes(b"<p>some\0text"),
    "null.docx": lambda path: path.write_bytes(bytes(100)),
    "null.pdf": lambda path: path.write_bytes(bytes(100)),
    "empty.txt": lambda path: path.write_bytes(b""),
    "blank.txt": lambda path: path.write_bytes(b" \n\t\n"),
    "latin.txt": lambda path: path.write_bytes("Größe".encode("latin-1")),
    "half.txt": lambda path: path.write_bytes("ä".encode()[:1]),
    "..%2f..%2fevil\n.txt": lambda path: path.write_bytes(b"\0"),
}


@pytest.mark.parametrize("name", HOSTILE, ids=repr)
def test_each_is_refused_in_one_line(name: str, tmp_path: Path) -> None:
    """A hostile file is refused with its name and what to try; the next honest one is read."""
    path = tmp_path / name
    HOSTILE[name](path)
    honest = tmp_path / "honest.txt"
    honest.write_text("All is well.", encoding="utf-8")
    began = monotonic()
    with extractor() as reader:
        with pytest.raises(FileTrouble) as trouble:
            reader.text(path)
        assert reader.text(honest).text == "All is well."
    assert monotonic() - began < 20
    said = str(trouble.value)
    assert len(said.splitlines()) == 1
    assert len(said) < 400 + len(str(path))
    assert "Hint: " in said


def test_a_reader_that_never_ends_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that takes for ever is refused when its time is up."""
    (tmp_path / "page.html").write_bytes(b"<p>" + b"<table><tr><td>x" * 200_000)
    with extractor(seconds=0.05) as reader:
        with pytest.raises(FileTrouble, match="takes more than"):
            reader.text(tmp_path / "page.html")
        reader.seconds = 15
        (tmp_path / "a.txt").write_text("x", encoding="utf-8")
        assert reader.text(tmp_path / "a.txt").text == "x"


def test_memory_is_limited(tmp_path: Path) -> None:
    """The process that reads may not use more than its share, nor write a file."""
    path = tmp_path / "a.txt"
    path.write_text("x", encoding="utf-8")
    with extractor() as reader:
        reader.text(path)
        assert reader.process is not None
        limits = Path(f"/proc/{reader.process.pid}/limits").read_text(encoding="utf-8")
    data = next(line for line in limits.splitlines() if line.startswith("Max data size"))
    written = next(line for line in limits.splitlines() if line.startswith("Max file size"))
    assert str(extracting.MEMORY) in data
    assert extracting.MEMORY <= 256 * 2**20
    assert written.split()[3] == "0"


def test_honest_files_are_read(tmp_path: Path) -> None:
    """A page without its menus, a Word file with its table, a PDF page by page."""
    import docx

    made = docx.Document()
    made.add_paragraph("Torkham is shut.")
    made.add_table(1, 2).cell(0, 1).text = "55"
    made.save(str(tmp_path / "a.docx"))
    page = "".join(
        f"<p>Officials said for the {n}th time that the border crossing has been shut.</p>" for n in range(9)
    )
    html = (
        f"<html><head><title>Shut</title></head><body><nav>Menu</nav><article>{page}</article></body></html>"
    )
    (tmp_path / "a.html").write_text(html, encoding="utf-8")
    (tmp_path / "a.pdf").write_bytes(HONEST)
    (tmp_path / "a.txt").write_text("\ufeffکابل", encoding="utf-16")
    with extractor() as reader:
        word, html_, pdf, text = (
            reader.text(tmp_path / f"a.{kind}") for kind in ("docx", "html", "pdf", "txt")
        )
    assert word.text == "Torkham is shut.\n\t55"
    assert (html_.said["title"], "Menu" in html_.text) == ("Shut", False)
    assert html_.text.count("border crossing") == 9
    assert pdf.text.split() == ["Kabul", "said", "no."]
    assert pdf.marks == (("p1", 0, 14),)
    assert text.text.lstrip("\ufeff") == "کابل"
