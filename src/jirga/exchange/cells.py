"""A cell's words: what a sheet can hold of them, and when two cells say the same."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping

from jirga.exchange.columns import Column, Sheet

MOST = 32_767  # signs in a cell of Excel, counted as UTF-16 does
YES, NO = {"yes", "y", "true", "1", "x", "ja", "oui"}, {"", "no", "n", "false", "0", "-", "nein", "non"}
CUT = " [cut: the whole is in the file]"
PICTURES = {code: 0x2400 + code for code in range(32) if chr(code) not in "\n\t"} | {0x7F: 0x2421}
NEVER = re.compile("[\ud800-\udfff\ufffe\uffff]")
CITES = re.compile(r"[;\n]")


def visible(text: str) -> str:
    r"""Write a text so that any file of XML can hold it: a control sign becomes its picture.

    >>> visible("page" + chr(12) + "two"), visible("a" + chr(13) + chr(10) + "b")
    ('page␌two', 'a\nb')
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").translate(PICTURES)
    return NEVER.sub("\ufffd", plain)


def fitting(text: str) -> str:
    """Cut a text to what a cell of Excel holds, and say that it was cut."""
    if len(text) * 2 <= MOST or units(text) <= MOST:
        return text
    room, kept = MOST - len(CUT), 0
    for place, sign in enumerate(text):
        kept += units(sign)
        if kept > room:
            return text[:place] + CUT
    return text


def units(text: str) -> int:
    """Count a text as Excel does: signs beyond the first plane count twice."""
    return len(text) + sum(sign > "\uffff" for sign in text)


def in_book(text: str) -> str:
    """Give what a cell of a book says of a text."""
    return fitting(visible(text))


def plain(column: Column, text: str) -> str:
    """Write a cell in the one way that says the same as any other way of writing it.

    Examples
    --------
    >>> number = Column("ideal", "", "number")
    >>> plain(number, "5.0") == plain(number, "5"), plain(number, " open ")
    (True, 'open')
    """
    words = text.replace("\r\n", "\n").replace("x005F_", "").strip()
    if column.kind == "number":
        return as_number(words)
    if column.kind == "yes":
        return "yes" if words.casefold() in YES else "" if words.casefold() in NO else words
    if column.kind == "choice":
        return words.casefold().replace(" ", "_")
    return "; ".join(cites(words)) if column.kind == "cites" else words


def as_number(words: str) -> str:
    """Write a number in one way; what is none stays.

    >>> as_number("1e1"), as_number("٤٢"), as_number("as before")
    ('10', '42', 'as before')
    """
    try:
        found = float(words)
    except ValueError:
        return words
    return f"{found:.12g}" if float(f"{found:.12g}") == found else repr(found)


def cites(text: str) -> tuple[str, ...]:
    """Read citations, parted by semicolons, line ends or blanks.

    >>> cites("article#S1; note#page 3"), cites("article#S1 article#S2")
    (('article#S1', 'note#page 3'), ('article#S1', 'article#S2'))
    """
    parts = [part.strip() for part in CITES.split(text) if part.strip()]
    if len(parts) == 1 and parts[0].count("#") != 1:
        parts = parts[0].replace(",", " ").split()
    return tuple(parts)


def same(column: Column, one: str, other: str) -> bool:
    """Whether two cells of a column say the same."""
    return plain(column, one) == plain(column, other)


def check_of(sheet: Sheet, cells: Mapping[str, str]) -> str:
    """Give the few signs that tell whether a row still says what it said."""
    weighed = [one for one in sheet.columns if one.weighs and one.kind != "check"]
    said = json.dumps([plain(one, in_book(cells.get(one.name, ""))) for one in weighed])
    return hashlib.sha256(said.encode()).hexdigest()[:8]


def mostly_right_to_left(texts: Mapping[str, str] | list[str]) -> bool:
    """Whether more letters of some texts run from right to left than the other way.

    >>> mostly_right_to_left(["خیبر پختونخوا", "KP"])
    True
    """
    ways = [unicodedata.bidirectional(sign) for text in texts for sign in text]
    right = sum(way in {"R", "AL"} for way in ways)
    return right > sum(way == "L" for way in ways)
