"""The font for Arabic letters, put into a Word file that has some, for machines that have none."""

from __future__ import annotations

import re
from importlib.resources import files
from uuid import NAMESPACE_URL, uuid5

from jirga.brief.writing.word.elements import ARABIC_FONT, HEAD, NAMESPACES

KEY = str(uuid5(NAMESPACE_URL, "urn:jirga:font")).upper()
USED = re.compile(f'w:cs="{ARABIC_FONT}"')
HIDDEN = 32
"""How many bytes at the beginning of a font are hidden, as ECMA-376 part 4 has it."""


def font_table(*texts: str) -> tuple[str, bytes | None]:
    """Write the part that names the fonts, and give the font itself where some text uses it."""
    if not any(USED.search(text) for text in texts):
        return f"{HEAD}<w:fonts {NAMESPACES}/>", None
    embedded = f'<w:embedRegular r:id="rIdFont" w:fontKey="{{{KEY}}}"/>'
    about = f'<w:charset w:val="B2"/><w:family w:val="auto"/><w:pitch w:val="variable"/>{embedded}'
    named = f'<w:font w:name="{ARABIC_FONT}">{about}</w:font>'
    return f"{HEAD}<w:fonts {NAMESPACES}>{named}</w:fonts>", put_in()


def put_in() -> bytes:
    """Give the font as it is put in; it is the same in every file, and holds no words of a brief."""
    return hidden(files("jirga.brief.writing").joinpath("fonts", "NotoNaskhArabic-Regular.ttf").read_bytes())


def hidden(font: bytes) -> bytes:
    """Write a font as Word files hold it: its first bytes mixed with a key; the same again gives it back.

    >>> hidden(hidden(bytes(40))) == bytes(40)
    True
    """
    key = bytes.fromhex(KEY.replace("-", ""))[::-1]
    mixed = bytes(one ^ key[place % len(key)] for place, one in enumerate(font[:HIDDEN]))
    return mixed + font[HIDDEN:]
