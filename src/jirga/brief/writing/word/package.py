"""What a Word file says of itself: the kinds of its parts, how they belong together, title and date."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape

from jirga.brief.content.lines import Brief
from jirga.brief.writing.carried import CARRIED
from jirga.brief.writing.laid_out import day
from jirga.brief.writing.pieces import plain
from jirga.brief.writing.word.elements import HEAD

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
FONT = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
KINDS = {
    "/word/document.xml": f"{WORD}.document.main+xml",
    "/word/styles.xml": f"{WORD}.styles+xml",
    "/word/settings.xml": f"{WORD}.settings+xml",
    "/word/numbering.xml": f"{WORD}.numbering+xml",
    "/word/footnotes.xml": f"{WORD}.footnotes+xml",
    "/word/footer1.xml": f"{WORD}.footer+xml",
    "/word/fontTable.xml": f"{WORD}.fontTable+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "/customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
}
APPLICATION = (
    f'{HEAD}<Properties xmlns="{OFFICE}/extended-properties"><Application>Jirga</Application></Properties>'
)


def related(some: Sequence[tuple[str, str, str]]) -> str:
    """Write how parts belong together: by an id, of a kind, to a target."""
    roots = {"officeDocument": f"{OFFICE}/relationships/", "package": f"{PACKAGE}/relationships/"}
    inner = ""
    for id_, kind, target in some:
        root, _, name = kind.partition(":")
        inner += f'<Relationship Id="{id_}" Type="{roots[root]}{name}" Target="{target}"/>'
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def content_types() -> str:
    """Write of what kind each part is."""
    inner = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in KINDS.items())
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Default Extension="odttf" ContentType="{FONT}"/>{inner}</Types>'
    )


def core(brief: Brief) -> str:
    """Write what the file says of itself: title, language and date; no author."""
    date = day(brief.as_of)
    written = "" if date is None else f"{date[0]:04}-{date[1]:02}-{date[2]:02}T00:00:00Z"
    dates = "".join(
        f'<dcterms:{one} xsi:type="dcterms:W3CDTF">{written}</dcterms:{one}>'
        for one in ("created", "modified")
    )
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(plain(brief.title))}</dc:title><dc:creator></dc:creator><dc:language>en-GB</dc:language>"
        f"{dates if written else ''}</cp:coreProperties>"
    )


def item_about() -> str:
    """Write what the carried form says of itself."""
    name = str(uuid5(NAMESPACE_URL, CARRIED)).upper()
    return (
        f'{HEAD}<ds:datastoreItem ds:itemID="{{{name}}}" xmlns:ds="{OFFICE}/customXml"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{CARRIED}"/></ds:schemaRefs></ds:datastoreItem>'
    )
