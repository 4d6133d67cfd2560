"""A zip file without a clock: the same content is the same bytes, and tells nobody when it was made."""

from __future__ import annotations

import io
import re
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

LONG_AGO = (1980, 1, 1, 0, 0, 0)
CORE = "docProps/core.xml"
DATES = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")


def without_clock(content: bytes) -> bytes:
    """Write a zip file anew: every part of one old day, in its own order, without dates of making.

    Examples
    --------
    >>> def made(day):
    ...     out = io.BytesIO()
    ...     with ZipFile(out, "w") as book:
    ...         book.writestr(ZipInfo("a", (day, 5, 6, 0, 0, 0)), "words")
    ...     return out.getvalue()
    >>> made(2001) == made(2002), without_clock(made(2001)) == without_clock(made(2002))
    (False, True)
    """
    out = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for one in before.infolist():
            part = before.read(one)
            about = ZipInfo(one.filename, LONG_AGO)
            about.compress_type = ZIP_DEFLATED
            about.external_attr = 0o600 << 16
            after.writestr(about, DATES.sub(b"", part) if one.filename == CORE else part)
    return out.getvalue()
