"""A case with a few proposals in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cases_made import small_case
from jirga.case import Case


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """A wire, and a blog that copies it."""
    return small_case(tmp_path / "talks")
