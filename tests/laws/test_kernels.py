"""Compiled sweeps and NumPy sweeps find the same."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from conflicts import option_conflicts
from jirga.conflict.board import board
from jirga.schema.conflict import Conflict
from jirga.solve.stability import stability
from jirga.solve.sweeps.movers import Movers

pytest.importorskip("numba")


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(conflict=option_conflicts())
def test_compiled_sweeps_change_nothing(conflict: Conflict) -> None:
    """On conflicts with ties, rules and one-way options both ways, every verdict is the same."""
    laid = board(conflict)
    plain, compiled = stability(Movers(laid, compiled=False)), stability(Movers(laid, compiled=True))
    for standard, verdicts in plain.items():
        assert np.array_equal(verdicts, compiled[standard]), standard
