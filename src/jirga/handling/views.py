"""A text in every way in which it may be written: entities, escapes, percent signs, base64."""

from __future__ import annotations

import base64
import binascii
import html
import re
from collections.abc import Iterator
from urllib.parse import unquote

ROUNDS = 3
BACKSLASH = re.compile(r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2}))")
SURROGATES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
BROKEN = re.compile("[-\u2010\u2011\u00ac]\\s*\n\\s*")
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
QUOTED = re.compile(r"(?:=[0-9A-Fa-f]{2}){2,}")
ENCODED = re.compile(r"[A-Za-z0-9+/_-]{8,}(?:[\r\n]+[A-Za-z0-9+/_-]+)*={0,2}")
HEX = re.compile(r"(?<![0-9A-Fa-f])(?:[0-9A-Fa-f]{2}[\s:]?){6,}(?![0-9A-Fa-f])")
UNSEEN = re.compile("[\\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def views(text: str) -> Iterator[str]:
    """Give a text as it stands, and as it reads once what may be escaped in it is not.

    >>> list(views("Sa&#105;f")), list(views(r"\u0053aif"))[-1], list(views("%53aif"))[-1]
    (['Sa&#105;f', 'Saif'], 'Saif', 'Saif')
    """
    yield text
    for _ in range(ROUNDS):
        plain = unescaped(text)
        if plain == text:
            break
        text = plain
        yield text
    if BROKEN.search(text):
        yield BROKEN.sub("", text)
    if RIGHT_TO_LEFT.search(text):
        yield "\n".join(line[::-1] for line in text.split("\n"))


def unescaped(text: str) -> str:
    """Undo entities, backslash escapes, percent signs and quoted-printable, once each."""
    if "&" in text:
        text = html.unescape(text)
    if "\\" in text:
        text = paired(BACKSLASH.sub(sign, text))
    if "%" in text:
        text = unquote(text, errors="replace")
    if "=" in text:
        text = QUOTED.sub(printable, text)
    return text


def sign(found: re.Match[str]) -> str:
    """Read a backslash escape."""
    code = int(next(digits for digits in found.groups() if digits), 16)
    return chr(code) if code <= 0x10FFFF else found[0]


def paired(text: str) -> str:
    """Join the halves of signs that were escaped in two."""
    return SURROGATES.sub(lambda pair: pair[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le"), text)


def printable(found: re.Match[str]) -> str:
    """Read quoted-printable."""
    return bytes.fromhex(found[0].replace("=", "")).decode("utf-8", "replace")


def encoded(text: str) -> Iterator[bytes]:
    """Give what may stand in a text in base64 or in hexadecimal digits; each once."""
    tokens = {found for found in ENCODED.findall(text) if not (found.islower() or found.istitle())}
    for token in sorted(tokens):
        plain = re.sub(r"\s", "", token).rstrip("=").replace("-", "+").replace("_", "/")
        try:
            yield base64.b64decode(plain + "=" * (-len(plain) % 4))
        except (ValueError, binascii.Error):
            continue
    for digits in sorted(set(HEX.findall(text))):
        yield bytes.fromhex(re.sub(r"[\s:]", "", digits))


def written(content: bytes) -> Iterator[str]:
    """Read bytes as text in one byte or two for each sign, in every way that gives one.

    >>> "Saif" in written("Saif".encode("utf-16-be")), list(written(bytes(range(200, 230))))
    (True, [])
    """
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if legible(text) and (encoding == "utf-8" or few_scripts(text)):
            yield text


def legible(text: str) -> bool:
    """Whether a text is of signs that are written."""
    shown = UNSEEN.sub("", text)
    return bool(shown) and shown.isprintable()


def few_scripts(text: str) -> bool:
    """Whether a text keeps to few parts of the table of signs, as bytes by chance would not."""
    return len({ord(one) >> 8 for one in text}) <= max(5, len(text) // 3)
