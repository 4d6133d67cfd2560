"""`jirga review` at a real terminal: one key each, undone at will, and fast enough for a hundred."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from cases_made import many_figures, small_case
from faces.shell import run
from jirga.case import Case, new_case, open_case
from keyboard import terminal


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """A wire, and a blog that copies it."""
    return small_case(tmp_path / "talks")


def states(case: Case) -> dict[str, str]:
    """Give the state of each claim by its words."""
    return {one.claim.main.quote: one.state for one in open_case(case.folder).claims()}


def test_a_sitting(case: Case) -> None:
    """Accept, correct, reject, leave for later, take back, stop: each by one key, each kept at once."""
    with terminal("review", case.folder, "--document", "wire", "--by", "ana") as screen:
        first = screen.until("q quit")
        assert "1 of 4  figure  wire#S1  The Wire, 2025-03-02" in first
        assert "[More than 600 attacks] were carried out by the TTP" in " ".join(first.split())
        assert "claimant   UN team  (stated “a UN team”)" in " ".join(first.split("\n"))
        assert "2 of 4" in screen.press("a", "accepted: “More than 600 attacks”")
        assert states(case)["More than 600 attacks"] == "accepted"
        assert "3 of 4" in screen.press("r", "rejected: “55 civilians”")
        assert "2 of 4" in screen.press("z", "taken back: rejected")
        assert "Correct which field?" in screen.press("c", "q leave it as it was")
        screen.press("1", "amount (- for not known)")
        assert "at least 55" in screen.press("at least 55\r", "Enter keep all as it is now")
        screen.press("1", "amount (- for not known)")
        assert "'many' is no amount" in screen.press("many\r", "is no amount")
        assert "3 of 4" in screen.press("\r", "corrected: “55 civilians”")
        assert "4 of 4" in screen.press("u", "unsure: “47 soldiers”")
        screen.press("x", "no key of these")
        ended = screen.press("q", "Judged: ") + screen.rest()
        assert "1 accepted, 1 corrected, 1 unsure; 4 proposals still wait" in ended
    assert states(case) | {"600 attacks": ""} == {
        "More than 600 attacks": "accepted",
        "55 civilians": "corrected",
        "47 soldiers": "unsure",
        "about $43,000 a month": "proposed",
        "600 attacks": "",
        "$43,000 every month": "proposed",
        "57 civilians": "proposed",
    }
    assert open_case(case.folder).verify().troubles == ()


@pytest.mark.slow
def test_a_key_held_down_accepts_one(case: Case) -> None:
    """A key that is held down counts once: nobody accepts what was not there long enough to be read."""
    with terminal("review", case.folder, "--by", "ana") as screen:
        screen.until("q quit")
        screen.press("a", "2 of 7")
        for _ in range(20):
            os.write(screen.handle, b"a")
            time.sleep(0.02)
        assert "Judged: 1 accepted" in screen.press("q", "Judged: ")
    assert list(states(case).values()).count("accepted") == 1


@pytest.mark.slow
def test_stopped_by_control_c_and_by_the_end(case: Case) -> None:
    """Control-C stops it, keeps what was judged, and gives the screen back; no key accepts several."""
    with terminal("review", case.folder, "--by", "ana") as screen:
        screen.until("q quit")
        screen.press("A", "accepted: ")
        shown = screen.press("\x03", "Judged: 1 accepted") + screen.rest()
        assert "Traceback" not in shown
        assert "\x1b[?1049h" in screen.said
        assert "\x1b[?1049l" in screen.said
    assert sorted(states(case).values()).count("accepted") == 1


@pytest.mark.slow
@pytest.mark.parametrize(("rows", "columns"), [(24, 80), (16, 50)])
def test_it_fits_the_screen(case: Case, rows: int, columns: int) -> None:
    """A proposal with all its fields stands on the screen as a whole, however small that is."""
    with terminal("review", case.folder, "--by", "ana", rows=rows, columns=columns) as screen:
        lines = screen.until("q quit").split("\n")
        assert len(lines) <= rows
        assert max(map(len, lines)) <= columns
        assert "[More than 600 attacks]" in "\n".join(lines)
        screen.press("q", "Judged: nothing")


def sit(case: Case, many: int) -> tuple[float, float]:
    """Judge many proposals by one key each; gives the seconds a key took on average, and at most."""
    took = []
    with terminal("review", case.folder, "--by", "ana") as screen:
        screen.until("q quit")
        for number in range(many):
            start = time.monotonic()
            screen.press("ar"[number % 2], f"{number + 2} of {many}" if number + 1 < many else "Judged: ")
            took.append(time.monotonic() - start)
    return sum(took) / many, max(took)


@pytest.mark.slow
def test_a_key_is_answered_at_once(tmp_path: Path) -> None:
    """Each of 25 proposals takes one key, and the next stands there in less than a fifth of a second."""
    case = new_case(tmp_path / "talks")
    many_figures(case, tmp_path, 25)
    mean, _ = sit(case, 25)
    assert mean < 0.2
    assert sorted(states(case).values()).count("accepted") == 13


@pytest.mark.slow
def test_a_hundred_proposals(tmp_path: Path) -> None:
    """A hundred take a hundred keys and seconds of waiting: of 15 minutes nearly all is left for reading."""
    case = new_case(tmp_path / "talks")
    many_figures(case, tmp_path, 100)
    mean, most = sit(case, 100)
    print(f"\na key: {1000 * mean:.0f} ms on average, {1000 * most:.0f} ms at most")
    assert 100 * mean < 30
    assert run("review", case.folder).out.startswith("Nothing waits to be judged.")
