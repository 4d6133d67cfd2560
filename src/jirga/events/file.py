"""A file of event data, before anybody asks what its cells mean: its digest, its text, its rows."""

from __future__ import annotations

import codecs
import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from jirga.errors import FileTrouble

BLOCK = 1 << 20
SAVE_AS = "unpack it, save the sheet as CSV in UTF-8, or download it again"
# Bytes that mean nothing in Windows-1252; a file that has one is read as Latin-1.
NOT_WINDOWS = b"\x81\x8d\x8f\x90\x9d"
BEGINNINGS = {
    b"PK\x03\x04": "is a zip archive or an Excel sheet",
    b"PAR1": "is a Parquet file",
    b"\xff\xfe": "is UTF-16 text",
    b"\xfe\xff": "is UTF-16 text",
    b"\x1f\x8b": "is compressed",
    b"%PDF": "is a PDF",
}


@dataclass(frozen=True)
class Seen:
    """What a first pass over a file's bytes shows.

    Attributes
    ----------
    sha256 : str
        Their digest.
    wrong_line : int
        The first line that is not UTF-8; 0 if all are.
    windows : bool
        Whether they could be Windows-1252.
    """

    sha256: str
    wrong_line: int
    windows: bool


def looked_at(path: Path) -> Seen:
    """Read a file's bytes once.

    Raises
    ------
    FileTrouble
        It cannot be opened, is empty, is no text, or holds null bytes.
    """
    if path.is_dir():
        raise FileTrouble(str(path), "is a folder", "name a file of event data in it")
    try:
        with path.open("rb") as opened:
            return passed_over(str(path), iter(partial(opened.read, BLOCK), b""))
    except (OSError, ValueError) as trouble:
        if isinstance(trouble, FileTrouble):
            raise
        reason = getattr(trouble, "strerror", None) or str(trouble)
        raise FileTrouble(str(path), f"cannot be read: {reason}", "check the name and the folder") from None


def passed_over(name: str, blocks: Iterator[bytes]) -> Seen:
    """Digest blocks of bytes, and look whether they are text."""
    digest, decoder = hashlib.sha256(), codecs.getincrementaldecoder("utf-8")()
    lines, wrong, windows, first = 1, 0, True, True
    for block in blocks:
        if first:
            refuse_what_is_no_text(name, block)
            first = False
        if b"\0" in block:
            raise FileTrouble(name, "holds null bytes, so it is no text", SAVE_AS)
        if len(block) == BLOCK and b"\n" not in block and b"\r" not in block:
            raise too_long(name, lines)
        digest.update(block)
        if not wrong and (at := not_utf8(decoder, block)) is not None:
            wrong = lines + block.count(b"\n", 0, at)
        lines += block.count(b"\n") if not wrong else 0
        windows = windows and not any(byte in block for byte in NOT_WINDOWS)
    if first:
        raise FileTrouble(name, "is empty", "download it again")
    if not wrong and decoder.getstate()[0]:
        wrong = lines
    return Seen(digest.hexdigest(), wrong, windows)


def too_long(name: str, line: int) -> FileTrouble:
    """Say that a line has no end, or none that is near."""
    what = f"line {line:,} is longer than {BLOCK:,} bytes"
    return FileTrouble(name, what, "is it the right file? " + SAVE_AS)


def not_utf8(decoder: codecs.IncrementalDecoder, block: bytes) -> int | None:
    """Say at which byte of a block the text stops being UTF-8."""
    try:
        decoder.decode(block)
    except UnicodeDecodeError as trouble:
        return trouble.start
    return None


def refuse_what_is_no_text(name: str, block: bytes) -> None:
    """Stop at a file whose first bytes say that it is something else."""
    for beginning, what in BEGINNINGS.items():
        if block.startswith(beginning):
            raise FileTrouble(name, f"{what}, not a file of comma- or tab-separated text", SAVE_AS)


class Row(NamedTuple):
    """One row of the file: where it begins, its cells, or why it has none."""

    line: int
    cells: list[str]
    wrong: str = ""


def rows_of(path: Path, delimiter: str, encoding: str) -> Iterator[Row]:
    """Read rows, with line breaks inside quoted cells; lines that are blank are none.

    Raises
    ------
    FileTrouble
        A quotation mark is opened and not closed, so that nobody can say where rows end.
    """
    with path.open(encoding=encoding, newline="") as opened:
        reader = csv.reader(opened, delimiter=delimiter, strict=True)
        while True:
            line = reader.line_num + 1
            try:
                for cells in reader:
                    if cells:
                        yield Row(line, cells)
                    line = reader.line_num + 1
            except csv.Error as trouble:
                if reader.line_num > line or "expected after" not in str(trouble):
                    raise unclosed(f"{path}:{line}") from None
                yield Row(line, [], "a quotation mark closes in the middle of a cell")
                continue
            return


def unclosed(where: str) -> FileTrouble:
    """Say that it cannot be known where rows end."""
    what = "a quotation mark is opened here and not closed, so where the rows after it end is not known"
    return FileTrouble(where, what, "was the file cut off? Download it again, or mend that row")
