"""HTML, SVG and XML: text as it is read, every attribute, comment and instruction, and what is embedded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import unquote_to_bytes
from xml.parsers import expat

from jirga.handling.reopened.data import json_places
from jirga.handling.reopened.place import Place, closed, values

APART = {
    *("p", "br", "tab", "cr", "tc", "tr", "td", "th", "table", "div", "li", "ul", "ol", "section"),
    *("article", "aside", "main"),
    *(
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "title",
        "desc",
        "text",
        "si",
        "row",
        "c",
        "is",
        "caption",
        "figure",
    ),
    *(
        "figcaption",
        "dt",
        "dd",
        "summary",
        "details",
        "option",
        "script",
        "style",
        "sp",
        "txBody",
        "footnote",
    ),
    *("endnote", "comment", "key", "node", "edge", "data", "blockquote", "pre", "header", "footer", "nav"),
}
TELLING = {
    *("id", "name", "href", "title", "alt", "value", "content", "for", "label", "summary", "src", "cite"),
    *(
        "placeholder",
        "descr",
        "target",
        "tag",
        "alias",
        "attr.name",
        "source",
        "aria-label",
        "author",
        "initials",
    ),
    *("aria-describedby", "aria-labelledby", "userid", "sheet", "display", "tooltip", "location", "anchor"),
}
VALUED = {"graphml", "gexf", "worksheet", "sst", "workbook", "Properties", "coreProperties"}


class Said:
    """What a marked-up text says, collected on the way.

    Notes
    -----
    Where elements begin and end inside a line, the text is kept both joined and parted: a name may be split
    over two of them, and two that belong apart may touch.
    """

    def __init__(self) -> None:
        self.joined: list[str] = []
        self.parted: list[str] = []
        self.beside: list[str] = []
        self.telling: list[str] = []
        self.texts: list[str] = []
        self.root = ""

    def boundary(self, name: str) -> None:
        """Note that an element begins or ends."""
        local = name.rpartition(":")[2]
        self.root = self.root or local
        self.joined.append("\n" if local in APART else "")
        self.parted.append("\n")

    def data(self, text: str) -> None:
        """Note some text."""
        self.joined.append(text)
        self.parted.append(text)
        self.texts.append(text.strip())

    def attribute(self, name: str, value: str) -> None:
        """Note an attribute."""
        local = name.rpartition(":")[2].lower()
        telling = local in TELLING or local.startswith("data-")
        (self.telling if telling else self.beside).append(value)

    def places(self, part: str) -> Iterator[Place]:
        """Give what was collected."""
        yield Place(part, "".join(self.joined))
        yield Place(part, "".join(self.parted))
        yield Place(f"{part}, beside the text", "\n".join(self.beside))
        yield from values(f"{part}, an attribute", self.telling)
        if self.root in VALUED:
            yield from values(part, self.texts)


def xml_places(content: bytes, part: str, _: int = 0) -> Iterator[Place]:
    """Give what XML says.

    Raises
    ------
    CannotLookInto
        It cannot be read as XML.
    """
    said, parser = Said(), expat.ParserCreate()
    parser.buffer_text = True

    def start(name: str, attributes: dict[str, str]) -> None:
        said.boundary(name)
        said.beside.append(name)
        for key, value in attributes.items():
            said.beside.append(key)
            said.attribute(key, value)

    parser.StartElementHandler = start
    parser.EndElementHandler = said.boundary
    parser.CharacterDataHandler = said.data
    parser.CommentHandler = said.beside.append
    parser.ProcessingInstructionHandler = lambda target, text: said.beside.append(f"{target} {text}")
    parser.EntityDeclHandler = lambda *told: said.beside.extend(one for one in told if isinstance(one, str))
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError):
        raise closed(part, "it should be XML, and cannot be read") from None
    yield from said.places(part)
    yield Place(f"{part}, as it is written", content.decode("utf-8", "replace"))


class Html(HTMLParser):
    """Reads HTML into what it says."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said = Said()
        self.code: list[str] = []
        self.within = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where an element begins, and its attributes."""
        self.said.boundary(tag)
        kinds = dict(attrs)
        self.within = f"{tag} {kinds.get('type') or ''}" if tag in {"script", "style"} else ""
        for name, value in attrs:
            self.said.attribute(name, value or "")

    def handle_endtag(self, tag: str) -> None:
        """Note where an element ends."""
        self.said.boundary(tag)
        self.within = ""

    def handle_data(self, data: str) -> None:
        """Note text; of a script with data, that it is one."""
        if self.within.startswith("script") and "json" in self.within:
            self.code.append(data)
        (self.said.beside.append if self.within else self.said.data)(data)

    def handle_comment(self, data: str) -> None:
        """Note a comment."""
        self.said.beside.append(data)

    def handle_decl(self, decl: str) -> None:
        """Note a declaration."""
        self.said.beside.append(decl)

    def handle_pi(self, data: str) -> None:
        """Note an instruction."""
        self.said.beside.append(data)

    def unknown_decl(self, data: str) -> None:
        """Note a section that is neither."""
        self.said.beside.append(data)


def html_places(text: str, part: str) -> Iterator[Place]:
    """Give what HTML says."""
    reader = Html()
    reader.feed(text)
    reader.close()
    yield from reader.said.places(part)
    yield Place(f"{part}, as it is written", text)
    for code in reader.code:
        yield from json_places(code, f"{part}, a script")


EMBEDDED = re.compile(r"data:([\w.+/-]*)((?:;[\w.=+-]+)*),([^\"'\s)<>]+)")


def embedded(text: str) -> Iterator[tuple[str, bytes]]:
    """Give what is embedded in a text by data addresses and not in base64, with its ending."""
    for kind, how, body in EMBEDDED.findall(text):
        if ";base64" not in how:
            yield kind.rpartition("/")[2].partition("+")[0] or "txt", unquote_to_bytes(body)
