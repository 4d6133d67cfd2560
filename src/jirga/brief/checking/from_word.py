"""Reading a brief back from a Word file, also from one that another word processor has saved again."""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from jirga.brief.checking.blocks import Block, Segment
from jirga.brief.checking.copies import Copy, Stretch
from jirga.brief.checking.word_notes import Footnotes
from jirga.brief.content.lines import Note
from jirga.brief.writing.carried import LARGEST

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TAKEN_OUT = {f"{W}del", f"{W}moveFrom"}
PUT_IN = {f"{W}ins", f"{W}moveTo"}
UNREAD = {
    f"{W}{one}"
    for one in ("pPr", "rPr", "drawing", "pict", "object", "instrText", "delText", "sdtPr", "tblPr")
}
SPACES = {f"{W}tab", f"{W}br", f"{W}cr"}
HEADING = re.compile("Heading|BottomHeading|Title|Subtitle")
FIELD = re.compile(r"\s*(?:NOTEREF|REF|PAGEREF)\s+(\S+)")


class Reading:
    """The text of a Word file, read once from its beginning to its end.

    Attributes
    ----------
    stretches : list of Stretch
        What was read so far.
    tracked : bool
        Whether changes are marked in it.
    """

    def __init__(self, names: Collection[str], headings: Collection[str], notes: Footnotes) -> None:
        self.names, self.headings, self.notes = names, headings, notes
        self.stretches: list[Stretch] = []
        self.tracked = False
        self._block, self._under = Block(), ""
        self._open: dict[str, str] = {}
        self._field: str | None = None
        self._heads = False

    def read(self, element: ET.Element) -> None:
        """Read an element and what is in it."""
        tag = element.tag
        self.tracked |= tag in TAKEN_OUT or tag in PUT_IN or (tag == f"{W}pPr" and marked(element))
        if tag == f"{W}p":
            style = element.find(f"{W}pPr/{W}pStyle")
            self._heads = style is not None and bool(HEADING.match(style.get(f"{W}val", "")))
        if tag == f"{W}instrText":
            self._field = (self._field or "") + (element.text or "")
        if tag in TAKEN_OUT or tag in UNREAD or tag.endswith("}Fallback"):
            return
        if tag == f"{W}bookmarkStart" and element.get(f"{W}name") in self.names:
            self._open[element.get(f"{W}id", "")] = element.get(f"{W}name", "")
        elif tag == f"{W}bookmarkEnd":
            self._open.pop(element.get(f"{W}id", ""), None)
        elif tag == f"{W}r":
            self._run(element)
        elif tag == f"{W}hyperlink" and (label := self.notes.behind(element.get(f"{W}anchor", ""))):
            self._segment().labels.append(label)
        else:
            for one in element:
                self.read(one)
        if tag == f"{W}p":
            self._end()

    def _segment(self) -> Segment:
        return self._block.segment(next(reversed(self._open.values()), ""))

    def _run(self, element: ET.Element) -> None:
        """Read a run: words, or what leads to notes."""
        raised = self.notes.raised(element)
        for one in element:
            kind = one.get(f"{W}fldCharType", "") if one.tag == f"{W}fldChar" else ""
            if kind == "begin":
                self._field = ""
            elif kind == "end":
                self._field = None
            elif one.tag == f"{W}footnoteReference":
                self._segment().labels.append(self.notes.led(one))
                if one.get(f"{W}customMarkFollows") in {"1", "true", "on"}:
                    return
            elif one.tag == f"{W}t":
                self._words(one.text or "", raised=raised)
            elif one.tag in SPACES:
                self._segment().words += " "
            elif one.tag == f"{W}noBreakHyphen":
                self._segment().words += "-"
            elif one.tag == f"{W}instrText" or one.tag.endswith("}AlternateContent"):
                self.read(one)

    def _words(self, words: str, *, raised: bool) -> None:
        """Keep words; those of a reference lead where it leads, raised ones are labels."""
        led = FIELD.match(self._field or "")
        if led and (label := self.notes.behind(led[1]) or (words.strip() if raised else "")):
            self._segment().labels.append(label)
        elif raised:
            self._segment().labels.extend(words.replace(",", " ").split())
        else:
            self._segment().words += words

    def _end(self) -> None:
        """Keep a paragraph."""
        words = self._block.words
        if words in self.headings:
            self._under = words
        self.stretches += (one for one in self._block.stretches() if one.name or not self._heads)
        self._block = Block(self._under)


def marked(element: ET.Element) -> bool:
    """Whether the end of a paragraph is marked as put in or taken out."""
    return any(one.tag in TAKEN_OUT | PUT_IN for one in element.iter())


def from_word(
    content: bytes, names: Collection[str], headings: Collection[str], known: Sequence[Note]
) -> Copy:
    """Read a Word file back."""
    with ZipFile(io.BytesIO(content)) as file:
        roots = {name: ET.fromstring(file.read(name)) for name in parts(file)}  # noqa: S314
    document = roots["word/document.xml"]
    notes = Footnotes(roots.get("word/footnotes.xml"), roots.get("word/styles.xml"), document, known)
    reading = Reading(names, headings, notes)
    reading.read(document)
    return Copy(tuple(reading.stretches), notes.shown, tuple(remarks(roots, tracked=reading.tracked)))


def parts(file: ZipFile) -> list[str]:
    """Name the parts that are read."""
    some = {f"word/{one}.xml" for one in ("document", "footnotes", "styles", "comments")}
    return [one.filename for one in file.infolist() if one.filename in some and one.file_size < LARGEST]


def remarks(roots: Mapping[str, ET.Element], *, tracked: bool) -> Iterator[str]:
    """Say what else is in the file."""
    if tracked:
        yield "Changes are tracked in it; it was read as if all were accepted. Settle them before it goes."
    comments = roots.get("word/comments.xml")
    count = len(comments.findall(f"{W}comment")) if comments is not None else 0
    if count:
        yield "A comment is left in it." if count == 1 else f"{count} comments are left in it."
