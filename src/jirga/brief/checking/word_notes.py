"""The footnotes of a Word file: which of the brief's notes each is, whatever number it has now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from xml.etree import ElementTree as ET

from jirga.brief.checking.copies import alike
from jirga.brief.content.lines import Note
from jirga.brief.writing.pieces import note_where

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OUT = {f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr"}
NEW = "new "


class Footnotes:
    """The footnotes of one file.

    Attributes
    ----------
    shown : dict
        What stands in each, by the label that the brief gave it; a note of somebody else's under another.
    """

    def __init__(
        self, root: ET.Element | None, styles: ET.Element | None, document: ET.Element, known: Sequence[Note]
    ) -> None:
        some = [] if root is None else root.findall(f"{W}footnote")
        texts = {one.get(f"{W}id", ""): text(one) for one in some if one.get(f"{W}type") in {None, "normal"}}
        referred = {one.get(f"{W}id", "") for one in seen(document) if one.tag == f"{W}footnoteReference"}
        self._labels = recognised({id_: words for id_, words in texts.items() if id_ in referred}, known)
        self.shown = {label: texts[id_] for id_, label in self._labels.items()}
        self._raised = set() if styles is None else superscript(styles)
        self._behind = dict(marked(document))

    def led(self, reference: ET.Element) -> str:
        """Give the label of the note that a reference leads to."""
        return self._labels.get(reference.get(f"{W}id", ""), "?")

    def behind(self, bookmark: str) -> str:
        """Give the label of the note at a bookmark; empty where there is none."""
        return self._labels.get(self._behind.get(bookmark, ""), "")

    def raised(self, run: ET.Element) -> bool:
        """Whether a run stands raised, as labels do."""
        looks = run.find(f"{W}rPr")
        if looks is None:
            return False
        style, align = looks.find(f"{W}rStyle"), looks.find(f"{W}vertAlign")
        own = align is not None and align.get(f"{W}val") == "superscript"
        return own or (style is not None and style.get(f"{W}val") in self._raised)


def recognised(texts: dict[str, str], known: Sequence[Note]) -> dict[str, str]:
    """Find out which note each footnote is: by where it leads and what it quotes, then by most words."""
    left, labels = list(known), dict[str, str]()
    for fits in (whole, led, partly):
        for id_, words in texts.items():
            hit = next((one for one in left if id_ not in labels and fits(one, words)), None)
            if hit is not None:
                labels[id_] = hit.label
                left.remove(hit)
    return labels | {id_: f"{NEW}{place}" for place, id_ in enumerate(texts, start=1) if id_ not in labels}


def whole(note: Note, words: str) -> bool:
    """Whether all that a note holds stands in some words."""
    return led(note, words) and all(alike(quote) in words for quote in note.quotes)


def led(note: Note, words: str) -> bool:
    """Whether some words lead where a note leads."""
    where = alike(note_where(note))
    return bool(where) and where in words and not words.partition(where)[2][:1].isalnum()


def partly(note: Note, words: str) -> bool:
    """Whether most words of a note stand among some words."""
    own = set(" ".join((note_where(note), *note.quotes)).split())
    return bool(own) and len(own & set(words.split())) * 2 >= len(own)


def text(element: ET.Element) -> str:
    """Give the words of an element without what was taken out."""
    if element.tag in OUT:
        return ""
    inner = element.text or "" if element.tag == f"{W}t" else ""
    inner += " " if element.tag in {f"{W}p", f"{W}tab", f"{W}br"} else ""
    made = inner + "".join(map(text, element))
    return alike(made) if element.tag == f"{W}footnote" else made


def seen(element: ET.Element) -> Iterator[ET.Element]:
    """Give an element and all that is in it but what was taken out, in order."""
    if element.tag in {f"{W}del", f"{W}moveFrom"}:
        return
    yield element
    for one in element:
        yield from seen(one)


def marked(document: ET.Element) -> Iterator[tuple[str, str]]:
    """Give bookmarks with the footnote that each is around."""
    open_: dict[str, str] = {}
    for one in seen(document):
        if one.tag == f"{W}bookmarkStart":
            open_[one.get(f"{W}id", "")] = one.get(f"{W}name", "")
        elif one.tag == f"{W}bookmarkEnd":
            open_.pop(one.get(f"{W}id", ""), None)
        elif one.tag == f"{W}footnoteReference":
            yield from ((name, one.get(f"{W}id", "")) for name in open_.values())


def superscript(styles: ET.Element) -> set[str]:
    """Name the styles in which words stand raised."""
    some: Iterable[ET.Element] = styles.findall(f"{W}style")
    found = {one.get(f"{W}styleId", ""): one.find(f"{W}rPr/{W}vertAlign") for one in some}
    return {name for name, one in found.items() if one is not None and one.get(f"{W}val") == "superscript"}
