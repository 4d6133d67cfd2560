"""Which files of tests are slow as a whole: the quick run stays under three minutes on two cores."""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).parent
LAWS = (
    *("attainment", "coalitions", "consent_laws", "degrees", "edited_laws", "exchange_laws", "kernels"),
    *("laws", "linked", "raising", "reading_laws", "room", "simultaneous", "unknown", "views", "witnesses"),
)
SLOW = {
    *(HERE / "laws" / f"test_{name}.py" for name in LAWS),
    *(HERE / "faces" / f"test_{name}.py" for name in ("endpoint_into", "fuzz", "readings_cli")),
    *(HERE / "faces" / f"test_{name}.py" for name in ("retraction_marks", "stress_cli", "terminal")),
    HERE / "unit" / "answer" / "stress" / "test_beside_answer.py",
    HERE / "unit" / "brief" / "checking" / "test_copies_of_briefs.py",
    *(HERE / "unit" / "exchange" / f"test_exchange_{name}.py" for name in ("books", "claims", "jsonl")),
    HERE / "unit" / "handling" / "test_clean_copies.py",
    HERE / "unit" / "record" / "test_hostile.py",
    HERE / "unit" / "stress" / "test_two_versions.py",
}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of these files, before anything is left out by its mark."""
    for item in items:
        if item.path in SLOW:
            item.add_marker(pytest.mark.slow)


def pytest_sessionstart() -> None:
    """Refuse to run if a file of the list is gone: it would no longer be told apart."""
    gone = sorted(str(path) for path in SLOW if not path.is_file())
    if gone:
        raise pytest.UsageError(f"tests/conftest.py names files that are not there: {', '.join(gone)}")
