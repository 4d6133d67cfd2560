"""Reading a brief back from HTML, also from a page that another program has saved again."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from html.parser import HTMLParser

from jirga.brief.checking.blocks import Block
from jirga.brief.checking.copies import NOTE, Copy, Stretch, alike
from jirga.brief.checking.word_notes import led
from jirga.brief.content.lines import Note
from jirga.brief.writing.as_html import anchor

BLOCKS = {
    "p",
    "li",
    "td",
    "th",
    "div",
    "section",
    "h1",
    "h2",
    "h3",
    "h4",
    "ul",
    "ol",
    "table",
    "tr",
    "br",
    "figure",
}
BLOCKS |= {
    "header",
    "footer",
    "main",
    "body",
    "thead",
    "tbody",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "pre",
    "caption",
}
HEADINGS = {"h1", "h2", "h3", "h4"}
UNSEEN = {"script", "style", "svg", "head", "title", "del", "template"}
VOID = {"br", "img", "hr", "meta", "link", "input", "col", "wbr"}


class Page(HTMLParser):
    """A page, read into stretches and notes.

    Attributes
    ----------
    names : collection of str
        The short names that lines have.
    known : collection of str
        The labels that notes have.
    """

    def __init__(self, names: Collection[str], known: Collection[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.names = names
        self.known = {NOTE + anchor(one): one for one in known}
        self.stretches: list[Stretch] = []
        self.notes: dict[str, str] = {}
        self.heading = ""
        self.struck = False
        self._open: list[tuple[str, str]] = []
        self._block = Block()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element; a block ends what was read before."""
        given = {name: value or "" for name, value in attrs}
        role = given.get("id", "")
        if tag in BLOCKS:
            self._end()
        self.struck |= tag in {"ins", "del"}
        if tag not in VOID:
            self._open.append((tag, role))
        if tag == "a" and self._inside("sup") and given.get("href", "").startswith(f"#{NOTE}"):
            self._open[-1] = ("a", given["href"][1:])

    def handle_endtag(self, tag: str) -> None:
        """End an element and all that it holds."""
        if tag in BLOCKS:
            self._end()
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place][0] == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        """Keep words where they belong: a heading, a note, a line, or what somebody put in."""
        if self._inside(*UNSEEN):
            return
        if self._inside(*HEADINGS):
            self.heading = data.strip() or self.heading
        note = next((role for tag, role in self._open if tag == "li" and role.startswith(NOTE)), "")
        if note:
            label = self.known.get(note, note.removeprefix(NOTE))
            self.notes[label] = self.notes.get(label, "") + self._noted(data)
            return
        name = next((role for _, role in reversed(self._open) if role in self.names), "")
        if self._inside("sup"):
            self._label(name, data)
        else:
            self._block.segment(name).words += data

    def _label(self, name: str, data: str) -> None:
        """Keep a label; where it leads to another note than it shows, that note's, too."""
        target = next((role for tag, role in reversed(self._open) if tag == "a" and role), "")
        some = [data.strip()] if target else data.replace(",", " ").split()
        led = self.known.get(target, target.removeprefix(NOTE))
        some += [led] if target and led not in some else []
        self._block.segment(name).labels.extend(one for one in some if one)

    def _noted(self, data: str) -> str:
        """Give the words of a note; quotations stand in quotation marks, the way back is left out."""
        if self._inside("a"):
            return ""
        return f' "{data}"' if self._inside("q") else data

    def _inside(self, *tags: str) -> bool:
        return any(tag in tags for tag, _ in self._open)

    def _end(self) -> None:
        """Keep what was read of a block."""
        heads = self._inside(*HEADINGS)
        self.stretches += (one for one in self._block.stretches() if one.name or not heads)
        self._block = Block(self.heading)

    def close(self) -> None:
        """Keep what is left when the page ends."""
        super().close()
        self._end()


def from_html(text: str, names: Collection[str], known: Sequence[Note]) -> Copy:
    """Read a page back; notes that lost their places are known again by where they lead."""
    page = Page(names, [one.label for one in known])
    page.feed(text)
    page.close()
    remark = "Some of it is marked as put in or taken out; it was read with all of that accepted."
    for note in known:
        one = next((each for each in page.stretches if not each.name and is_note(each, note)), None)
        if note.label not in page.notes and one is not None:
            page.notes[note.label] = one.words
            page.stretches.remove(one)
    return Copy(tuple(page.stretches), page.notes, (remark,) if page.struck else ())


def is_note(one: Stretch, note: Note) -> bool:
    """Whether words begin with a note's label and lead where it leads."""
    words = alike(one.words)
    return words.startswith(alike(note.label)) and led(note, words)
