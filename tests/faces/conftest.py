"""Conflict files in a folder of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from faces.shell import TINY, packaged, written_to


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A small conflict with a variant."""
    return written_to(tmp_path, TINY)


@pytest.fixture
def prisoners(tmp_path: Path) -> Path:
    """The packaged prisoner's dilemma, which has no status quo."""
    return packaged(tmp_path, "prisoners")
