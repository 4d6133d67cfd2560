"""Every work that code and pages cite is in the list of references."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LISTED = set(
    re.findall(r"^@\w+\{(\w+),", (ROOT / "docs/references.bib").read_text(encoding="utf-8"), re.MULTILINE)
)
CITING = sorted([*(ROOT / "src").rglob("*.py"), *(ROOT / "docs").rglob("*.md"), ROOT / "README.md"])


@pytest.mark.parametrize("path", CITING, ids=lambda path: path.name)
def test_every_key_is_listed(path: Path) -> None:
    """A citation as [Key]_ or as `Key2001` leads to an entry."""
    cited = set(re.findall(r"\[([A-Z]\w+\d{4}\w*)\]_?", path.read_text(encoding="utf-8")))
    assert cited <= LISTED


def test_no_entry_stands_twice() -> None:
    """Each key means one work."""
    keys = re.findall(
        r"^@\w+\{(\w+),", (ROOT / "docs/references.bib").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert len(keys) == len(set(keys))
