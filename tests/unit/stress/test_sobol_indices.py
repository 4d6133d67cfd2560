"""Sobol indices against the analytic values of a known function, and against SALib."""

from __future__ import annotations

import numpy as np
import pytest

from jirga.stress.sobol import indices, sample

A, B = 7.0, 0.1


def ishigami(points: np.ndarray) -> np.ndarray:
    """Ishigami and Homma's function, of three inputs from 0 to 1."""
    x = np.pi * (2 * points - 1)
    return np.sin(x[:, 0]) + A * np.sin(x[:, 1]) ** 2 + B * x[:, 2] ** 4 * np.sin(x[:, 0])


def test_ishigami() -> None:
    """First and total indices are the analytic ones, and as near as they say they are."""
    one = (1 + B * np.pi**4 / 5) ** 2 / 2
    two = A**2 / 8
    three = B**2 * np.pi**8 * (1 / 18 - 1 / 50)
    whole = one + two + three
    found = indices(ishigami(sample(3, 4096)), 3)
    assert found.variance == pytest.approx(whole, rel=0.02)
    assert found.first == pytest.approx([one / whole, two / whole, 0], abs=0.02)
    assert found.total == pytest.approx([(one + three) / whole, two / whole, three / whole], abs=0.02)
    assert (found.first_within < 0.05).all()
    assert (found.total_within > 0).all()


def test_beside_salib() -> None:
    """From the same values, SALib estimates the same indices."""
    pytest.importorskip("SALib", reason="SALib is not installed")
    from SALib.analyze import sobol

    values = ishigami(sample(3, 512))
    other = sobol.analyze({"num_vars": 3, "names": ["x", "y", "z"]}, values, calc_second_order=False, seed=1)
    found = indices(values, 3)
    assert found.first == pytest.approx(other["S1"], abs=1e-12)
    assert found.total == pytest.approx(other["ST"], abs=1e-12)
    assert found.first_within == pytest.approx(other["S1_conf"], rel=0.35)


def test_nothing_varies() -> None:
    """Where the result never varies, nothing goes by any input."""
    found = indices(np.ones(16 * 4), 2)
    assert (found.variance, found.first.tolist(), found.total.tolist()) == (0.0, [0, 0], [0, 0])


def test_the_same_seed_the_same_points() -> None:
    """Points hang on the seed alone, and each differs from the first of its block in one input."""
    points = sample(2, 8, seed=3)
    assert np.array_equal(points, sample(2, 8, seed=3))
    assert not np.array_equal(points, sample(2, 8, seed=4))
    block = points[:4]
    assert block[1, 1] == block[0, 1]
    assert block[2, 0] == block[0, 0]
    assert block[1, 0] == block[3, 0]
    assert block[2, 1] == block[3, 1]
