"""Footnotes: the first lead to a note makes it, later ones refer to it."""

from __future__ import annotations

from jirga.brief.content.lines import Brief, Note
from jirga.brief.writing.pieces import led_to, note_where, plain, rightwards
from jirga.brief.writing.word.elements import HEAD, NAMESPACES, REFERENCE, bookmark, field, paragraph, run

SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
    'w:lineRule="auto"/></w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
    'w:lineRule="auto"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)
BEYOND = 100_000
"""Bookmarks of notes are numbered from here; those of lines from one."""


class Footnotes:
    """The footnotes of one brief, made as they are led to.

    Attributes
    ----------
    order : list of str
        The labels in the order in which they are led to.
    """

    def __init__(self, brief: Brief) -> None:
        self.notes = {one.label: one for one in brief.notes}
        self.order = [label for label in led_to(brief) if label in self.notes]
        numbers = [label for label in self.order if label.isdigit()]
        self.counted = (
            set(numbers) if numbers == [str(one + 1) for one in range(len(numbers))] else set[str]()
        )
        self._made: list[str] = []

    def lead(self, label: str, *, struck: bool) -> str:
        """Write what leads to a note: the footnote itself the first time, then a reference to it."""
        if label in self._made:
            return self._again(label)
        self._made.append(label)
        number, own = self.order.index(label) + 1, label not in self.counted
        follows = ' w:customMarkFollows="1"' if own else ""
        mark = f"<w:t>{run_text(label)}</w:t>" if own else ""
        strike = "<w:strike/>" if struck else ""
        inner = (
            f'<w:r><w:rPr><w:rStyle w:val="{REFERENCE}"/>{strike}</w:rPr>'
            f'<w:footnoteReference{follows} w:id="{number}"/>{mark}</w:r>'
        )
        return bookmark(self._name(label), BEYOND + number, inner)

    def _again(self, label: str) -> str:
        if label in self.counted:
            return field(f"NOTEREF {self._name(label)} \\f \\h", label, style=REFERENCE)
        return f'<w:hyperlink w:anchor="{self._name(label)}">{run(label, style=REFERENCE)}</w:hyperlink>'

    def _name(self, label: str) -> str:
        return f"_RefNote{self.order.index(label) + 1}"

    def part(self) -> str:
        """Write the part of the file that holds the footnotes that were led to."""
        made = sorted(self._made, key=self.order.index)
        return f"{HEAD}<w:footnotes {NAMESPACES}>{SEPARATORS}{''.join(map(self._note, made))}</w:footnotes>"

    def _note(self, label: str) -> str:
        own = label not in self.counted
        inner = f"<w:t>{run_text(label)}</w:t>" if own else "<w:footnoteRef/>"
        mark = f'<w:r><w:rPr><w:rStyle w:val="{REFERENCE}"/></w:rPr>{inner}</w:r>'
        number = self.order.index(label) + 1
        return f'<w:footnote w:id="{number}">{note_paragraphs(self.notes[label], mark)}</w:footnote>'


def run_text(words: str) -> str:
    """Write a mark as the text of a run."""
    from xml.sax.saxutils import escape

    return escape(plain(words))


def note_paragraphs(note: Note, mark: str) -> str:
    """Write a note; quotations that are read from right to left stand in paragraphs of their own."""
    inner = mark + run(" ") + run(note_where(note), struck=bool(note.retracted))
    inner += run(f"; retracted: {note.retracted}") if note.retracted else ""
    inner += "".join(run(f" \u201c{quote}\u201d") for quote in note.quotes if not rightwards(quote))
    turned = [quote for quote in note.quotes if rightwards(quote)]
    own = (paragraph(run(f"\u201c{quote}\u201d"), "FootnoteText", right=True) for quote in turned)
    return paragraph(inner, "FootnoteText") + "".join(own)
