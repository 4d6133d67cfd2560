"""Many hands at once, and hands that are killed: nothing accepted is lost, nothing half-written stays."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from random import Random
from time import sleep

import pytest

from jirga.case import Case, new_case, open_case
from jirga.errors import JirgaError
from recorded import ME, added, attacks, proposed, written

WRITER = """
import sys
from jirga.case import open_case
case, start = open_case(sys.argv[1]), int(sys.argv[2])
(claim,) = case.claims(kind="figure")
for number in range(start, start + 1000):
    now = claim.claim.model_copy(update={"value": number})
    case.review(claim.id, "corrected", by="writer", at=f"t{number}", after=now)
    print(number, flush=True)
"""
ADDER = """
import sys
from pathlib import Path
from jirga.case import open_case
for path, one in open_case(sys.argv[1]).add([Path(sys.argv[2])], by="adder", at="t"):
    print(path.name, flush=True)
"""


def running(script: str, *args: object) -> subprocess.Popen[str]:
    """Run a script that says what it has done."""
    command = [sys.executable, "-c", script, *map(str, args)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


@pytest.fixture
def with_claim(tmp_path: Path) -> Case:
    """A case in a file, with one figure."""
    case = new_case(tmp_path / "case")
    added(case, written(tmp_path))
    case.propose([attacks()], document="report", **ME)
    return case


def killed(case: Case, start: int, after: int) -> int:
    """Let somebody write until so many are said to be kept, and kill -9; gives the last that was said."""
    with running(WRITER, case.folder, start) as process:
        assert process.stdout is not None
        said = [int(process.stdout.readline()) for _ in range(after)]
        process.send_signal(signal.SIGKILL)
        said += [int(line) for line in process.stdout.read().split()]
    return said[-1]


@pytest.mark.slow
def test_killed_ten_times(with_claim: Case) -> None:
    """Whatever was said to be kept is there after kill -9, in order, with the log whole; writing goes on."""
    (claim,) = with_claim.claims()
    chance, kept = Random(5), 0
    for start in range(0, 10_000, 1000):
        last = killed(with_claim, start, chance.randint(1, 60))
        history = open_case(with_claim.folder).history(claim.id)[1:]
        numbers = [one.after["value"] for one in history if one.after]
        now = [number for number in numbers if number >= start]
        assert now in ([*range(start, last + 1)], [*range(start, last + 2)])
        assert len(numbers) == kept + len(now)
        kept = len(numbers)
        case = open_case(with_claim.folder)
        assert case.verify().troubles == ()
        assert case.claims()[0].claim.value == now[-1]  # type: ignore[union-attr]


@pytest.mark.slow
def test_killed_while_adding(tmp_path: Path) -> None:
    """Killed between files or in one, the documents that were said to be added are there, whole."""
    case = new_case(tmp_path / "case")
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(60):
        written(folder, f"Report {number}. " + "The border is shut. " * number, f"r{number:02}.txt")
    for after in (1, 7, 20):
        with running(ADDER, case.folder, folder) as process:
            assert process.stdout is not None
            said = [process.stdout.readline().strip() for _ in range(after)]
            process.kill()
        there = {one.file_name for one in case.documents()}
        assert set(said) <= there
        troubles = case.verify().troubles
        assert all("belongs to no document" in one for one in troubles)
        assert len(troubles) <= 1
    assert len(list(case.add([folder], **ME))) == 60
    assert len(case.documents()) == 60
    assert case.verify().troubles == ()


def test_one_writes_while_another_reads(with_claim: Case) -> None:
    """A reader sees whole states only, never waits for the writer, and sees more as time goes on."""
    (claim,) = with_claim.claims()
    seen: list[int] = []
    with running(WRITER, with_claim.folder, 1) as process:
        assert process.stdout is not None
        process.stdout.readline()
        while len(set(seen)) < 10 and process.poll() is None:
            now = with_claim.claim(claim.id)
            history = with_claim.history(claim.id)
            seen.append(now.claim.value)  # type: ignore[union-attr, arg-type]
            assert now.state == "corrected"
            assert history[-1].after is not None
            assert history[-1].after["value"] >= seen[-1]
            sleep(0.01)
        process.kill()
    assert seen == sorted(seen)
    assert len(set(seen)) >= 10
    assert with_claim.verify().troubles == ()


@pytest.mark.slow
def test_two_write_at_once(with_claim: Case) -> None:
    """Two writers take turns: each judgement of both is kept once, and the log is whole."""
    (claim,) = with_claim.claims()
    both = [running(WRITER, with_claim.folder, start) for start in (1000, 5000)]
    for process in both:
        assert process.stdout is not None
        for _ in range(40):
            assert process.stdout.readline()
    for process in both:
        process.kill()
        process.communicate()
    values = [one.after["value"] for one in with_claim.history(claim.id)[1:] if one.after]
    first = sum(one < 5000 for one in values)
    assert sorted(values) == [*range(1000, 1000 + first), *range(5000, 5000 + len(values) - first)]
    assert with_claim.verify().troubles == ()


def test_an_act_is_whole_or_nothing(filled: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """If something goes wrong in the middle of proposing, nothing of it is kept."""
    from jirga.record import claims

    def broken(*_: object) -> None:
        raise JirgaError("the disk is full")

    before = filled.verify()
    monkeypatch.setattr(claims, "index_claims", broken)
    with pytest.raises(JirgaError, match="disk"):
        proposed(filled)
    monkeypatch.undo()
    assert filled.verify() == before
    assert filled.claims() == ()
    assert len(proposed(filled)) == 3
