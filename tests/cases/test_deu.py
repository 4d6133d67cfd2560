"""The record of every rule on DEU III: measured again where the data are there, and refused on any other."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from jirga.solve.positions import track_record

ROOT = Path(__file__).parents[2]


def loaded() -> ModuleType:
    """The benchmark, as a module."""
    if "deu" not in sys.modules:
        spec = importlib.util.spec_from_file_location("deu", ROOT / "benchmarks/deu.py")
        assert spec is not None
        assert spec.loader is not None
        sys.modules["deu"] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules["deu"])
    return sys.modules["deu"]


deu = loaded()
at_hand = pytest.mark.skipif(not deu.DATA.is_file(), reason="DEU III is not beside the project")


def test_the_record_names_its_data() -> None:
    """The record was measured on the data that the benchmark asks for."""
    assert track_record.CHECKSUM == deu.CHECKSUM
    assert len(track_record.MISSES) == deu.POINTS
    assert list(track_record.MISSES) == sorted(track_record.MISSES)


def test_without_the_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Ends with 2, and says what to give."""
    assert deu.main([str(tmp_path / "no.csv")]) == 2
    assert "give the path of deu3_clean.csv" in capsys.readouterr().err


def test_other_data_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One changed byte is other data."""
    other = tmp_path / "deu3_clean.csv"
    other.write_text("prnrnmc,isnrnmc\n1,1\n")
    assert deu.main([str(other)]) == 2
    assert "is not the file the record was measured on" in capsys.readouterr().err


def test_leverage_by_treaty() -> None:
    """Votes before Nice, votes under Nice, inhabitants since; Commission and Parliament as the largest."""
    actors = ["de", "lu", "com"]
    found = [
        deu.leverage({"finact_fixed": date, "intro_fixed": "2000-01-01"}, actors).round(1).tolist()
        for date in ("2003-12-31", "2004-01-01", "2015-01-01", "")
    ]
    assert found == [[100, 20, 100], [100, 13.8, 100], [100, 0.7, 100], [100, 20, 100]]


@at_hand
def test_the_issues() -> None:
    """351 issues with an outcome and three actors or more."""
    assert len(deu.issues()) == track_record.ISSUES == 351


@at_hand
@pytest.mark.slow
def test_measured_again() -> None:
    """Every figure within 0.3 of the earlier research, and the record is what comes out today."""
    decided = deu.issues()
    found = deu.measured(decided)
    earlier = {
        "compromise": 22.99,
        "salience-weighted mean": 23.64,
        "median of actors": 28.37,
        "election": 23.14,
        "spatial": 24.77,
        "middle": 27.96,
    }
    for rule, figure in earlier.items():
        assert found.off_by[rule] == pytest.approx(figure, abs=0.3), rule
    assert found.crps <= 16.1
    assert 0.77 <= found.covered <= 0.83
    assert {rule: pytest.approx(off, abs=0.1) for rule, off in track_record.OFF_BY.items()} == {
        rule: found.off_by[rule] for rule in track_record.OFF_BY
    }
    assert pytest.approx(found.covered, abs=0.01) == track_record.COVERED
    assert deu.record(decided, found).count("\n") == deu.RECORD.read_text(encoding="utf-8").count("\n")
