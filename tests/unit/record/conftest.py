"""Cases: every test of the record that asks for `case` runs on SQLite and, slowly, on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jirga.case import Case, new_case
from recorded import added, database, has_server, server, written


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A PostgreSQL server from Debian's packages."""
    if not has_server():
        pytest.skip("PostgreSQL's programs are not here")
    with server(tmp_path_factory.mktemp("server")) as where:
        yield where


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Case:
    """An empty case."""
    if request.param == "sqlite":
        return new_case(tmp_path / "case")
    return new_case(tmp_path / "case", database=database(request.getfixturevalue("running")))


@pytest.fixture
def filled(case: Case, tmp_path: Path) -> Case:
    """A case with the document `report` in it."""
    added(case, written(tmp_path), publisher="The Paper", date="2025-03-07")
    return case
