"""`jirga read FILES --into CASE` killed in the middle: run again it goes on, and nothing is there twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import text

from jirga.case import Case, new_case, open_case

MANY = 50
LINE = (
    "On 2 March {0} soldiers were killed in an attack in Bajaur, police said. The TTP claimed {1} attacks in "
    "Khyber Pakhtunkhwa in February 2025, according to a United Nations report. Islamabad condemned Kabul. "
)


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles that each say something else, among them files that cannot be read."""
    folder, chance = tmp_path_factory.mktemp("articles"), Random(3)
    for number in range(MANY):
        lines = (LINE.format(chance.randint(2, 90), chance.randint(100, 900)) for _ in range(8))
        (folder / f"a{number:02}.txt").write_text("\n\n".join(lines), encoding="utf-8")
    (folder / "a10_broken.pdf").write_bytes(b"%PDF-1.4 and no more")
    (folder / "a30_null.txt").write_bytes(b"null\0bytes")
    return folder


@pytest.fixture(scope="module")
def undisturbed(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    """What a case holds after a run that nobody disturbed."""
    case = new_case(tmp_path_factory.mktemp("calm") / "case")
    ended = reading(articles, case)
    said, complaints = ended.communicate()
    assert ended.returncode == 1
    assert f"{MANY} read, 2 skipped" in said
    assert sum("a10_broken.pdf" in line or "a30_null.txt" in line for line in complaints.splitlines()) == 2
    return held(case)


def reading(articles: Path, case: Case) -> subprocess.Popen[str]:
    """Begin to read the articles into a case."""
    command = [sys.executable, "-m", "jirga", "read", articles, "--into", case.folder]
    options = ["--published", "2025-03-07", "--by", "me"]
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [*map(str, command), *options], stdout=pipe, stderr=pipe, text=True, process_group=0
    )


def held(case: Case) -> dict[str, int]:
    """How often the log says of each document and claim that it came into the case."""
    with open_case(case.folder).ledger.reading() as connection:
        rows = connection.execute(text("SELECT what, about FROM log")).all()
    assert {what for what, _ in rows} <= {"document.added", "claim.proposed"}
    return Counter(about for _, about in rows)


def killed(process: subprocess.Popen[str]) -> None:
    """Kill -9 the process alone, and see that none that it has begun is left."""
    process.send_signal(signal.SIGKILL)
    process.communicate()
    end = time.monotonic() + 20
    with suppress(ProcessLookupError):
        while time.monotonic() < end:
            os.killpg(process.pid, 0)
            time.sleep(0.02)
        raise AssertionError("processes that read for it live on")


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
def test_killed_at_several_moments(
    seed: int, articles: Path, undisturbed: dict[str, int], tmp_path: Path
) -> None:
    """Killed after some documents, some claims, or anywhere, the next run ends as an undisturbed one does."""
    case, chance, before = new_case(tmp_path / "case"), Random(seed), 0
    for _ in range(4):
        process = reading(articles, case)
        wanted = before + chance.randint(1, sum(undisturbed.values()) // 6)
        while sum(held(case).values()) < wanted:
            assert process.poll() is None, "it ended before it could be killed"
            time.sleep(0.005)
        time.sleep(chance.random() / 50)
        killed(process)
        now = held(case)
        before = sum(now.values())
        assert set(now.values()) == {1}
        assert now.keys() <= undisturbed.keys()
        troubles = open_case(case.folder).verify().troubles
        assert len(troubles) <= 1
        assert all("belongs to no document" in one for one in troubles)
    assert before < sum(undisturbed.values())
    process = reading(articles, case)
    said, _ = process.communicate()
    assert "read before, 2 skipped" in said
    assert held(case) == undisturbed
    assert case.verify().troubles == ()
    again, _ = reading(articles, case).communicate()
    assert f"{MANY} read before, 2 skipped: 0 new proposals" in again
    assert held(case) == undisturbed


def test_what_a_kill_left_half_copied_is_swept(articles: Path, tmp_path: Path) -> None:
    """A half copy of long ago goes with the next file added; a new one may be somebody's, and stays."""
    case = new_case(tmp_path / "case")
    old, new = (case.files / f".coming.{name}" for name in ("old", "new"))
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (0, 0))
    ((_, _),) = case.add([articles / "a00.txt"], by="me", at="2025-03-07T00:00:00Z")
    assert (old.exists(), new.exists()) == (False, True)
    assert case.verify().troubles == ()
