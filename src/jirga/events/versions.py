"""Which release a file is, by the name its maker gave it."""

from __future__ import annotations

import re

from jirga.events.kinds import Kind

GED_NAME = re.compile(r"GEDEvent_v([0-9]{2}(?:_[0-9]{1,2}){1,3})", re.IGNORECASE)
GED_SHORT = re.compile(r"(?<![a-z])ged([0-9]{2})([0-9])(?![0-9])", re.IGNORECASE)
GTD_NAME = re.compile(r"(?:globalterrorismdb|gtd)_([0-9]{4})dist", re.IGNORECASE)


def version_of(kind: Kind, name: str) -> str:
    """Read the release from a file's name; empty if it does not say.

    Examples
    --------
    >>> from jirga.events.kinds import ACLED, GED
    >>> version_of(GED, "GEDEvent_v25_1.csv"), version_of(GED, "ged251.csv")
    ('25.1', '25.1')
    >>> version_of(GED, "GEDEvent_v25_01_25_06.csv"), version_of(GED, "GEDEvent_v25_0_6.csv")
    ('25.01.25.06', '25.0.6')
    >>> version_of(ACLED, "export.csv")
    ''
    """
    if kind.id == "ged" and (found := GED_NAME.search(name)):
        return found[1].replace("_", ".")
    if kind.id == "ged" and (found := GED_SHORT.search(name)):
        return f"{found[1]}.{found[2]}"
    if kind.id == "gtd" and (found := GTD_NAME.search(name)):
        return found[1]
    return ""
