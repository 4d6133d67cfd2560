"""A folder of files: a broken one is named and skipped, and a run that was cut off goes on."""

from __future__ import annotations

import datetime as dt
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from jirga.reading.folder import read_folder

DAY = dt.date(2025, 3, 8)
SAID = (
    "Afghan officials accused Pakistan of shutting the gate. On Friday gunmen killed two soldiers in Bannu.\n"
)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "in"
    folder.mkdir()
    made = [folder / f"article{number}.txt" for number in range(6)]
    for number, one in enumerate(made):
        one.write_text(SAID * (number + 1), encoding="utf-8")
    return made


def test_every_file_gets_its_proposals_and_a_second_run_keeps_them(files: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert {one.state for one in read_folder(files, out, DAY, workers=1)} == {"read"}
    assert {one.state for one in read_folder(files, out, DAY, workers=1)} == {"kept"}
    first = json.loads((out / "article0.json").read_text(encoding="utf-8"))
    assert first["statements"][0]["act"] == "accuse"
    assert first["incidents"][0]["casualties"][0]["killed"] == 2


def test_another_day_or_other_bytes_are_read_again(files: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "out"
    read_folder(files, out, DAY, workers=1)
    files[2].write_text("Other words.", encoding="utf-8")
    (out / "article4.json").write_text('{"read": ', encoding="utf-8")
    states = [one.state for one in read_folder(files, out, DAY, workers=1)]
    assert states == ["kept", "kept", "read", "kept", "read", "kept"]
    assert {one.state for one in read_folder(files, out, dt.date(2025, 3, 9), workers=1)} == {"read"}


def test_a_broken_file_is_named_and_the_rest_is_read(files: list[Path], tmp_path: Path) -> None:
    files[1].write_bytes(b"\xff\xfe\x00bad")
    files[3].unlink()
    found = read_folder(files, tmp_path / "out", DAY, workers=1)
    assert [one.state for one in found] == ["read", "broken", "read", "broken", "read", "read"]
    assert found[1].why == "it is not text in UTF-8"
    assert "No such file" in found[3].why


def fails(file: Path) -> str:
    """Take the text out of a file, but fail on one as only a fault of ours would."""
    if file.stem == "article2":
        raise ZeroDivisionError("an unforeseen fault")
    return file.read_text(encoding="utf-8")


def test_a_fault_of_ours_costs_only_its_file(files: list[Path], tmp_path: Path) -> None:
    found = read_folder(files, tmp_path / "out", DAY, opener=fails, workers=1)
    assert [one.state for one in found].count("broken") == 1
    assert found[2].why == "the reader failed on it (ZeroDivisionError: an unforeseen fault)"


def test_files_of_one_name_do_not_overwrite_each_other(tmp_path: Path) -> None:
    some = [tmp_path / name / "report.txt" for name in ("a", "b")]
    for one in some:
        one.parent.mkdir()
        one.write_text(SAID, encoding="utf-8")
    read_folder(some, tmp_path / "out", DAY, workers=1)
    assert len(list((tmp_path / "out").glob("*.json"))) == 2


@pytest.mark.slow
def test_two_processes_read_the_same_as_one(files: list[Path], tmp_path: Path) -> None:
    told: list[Path] = []
    files[1].write_bytes(b"\xff")
    found = read_folder(files, tmp_path / "two", DAY, workers=2, told=lambda one: told.append(one.file))
    read_folder(files, tmp_path / "one", DAY, workers=1)
    assert [one.state for one in found].count("broken") == 1
    assert sorted(told) == sorted(files)
    for one in (tmp_path / "one").glob("*.json"):
        assert one.read_bytes() == (tmp_path / "two" / one.name).read_bytes()


RUN = """
import datetime as dt, sys
from pathlib import Path
from jirga.reading.folder import read_folder
if __name__ == "__main__":
    files = sorted(Path(sys.argv[1]).glob("*.txt"))
    for one in read_folder(files, Path(sys.argv[2]), dt.date(2025, 3, 8), workers=int(sys.argv[3])):
        print(one.state)
"""


@pytest.mark.slow
def test_a_kill_in_the_middle_leaves_only_whole_files_and_the_next_run_goes_on(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    for number in range(150):
        (folder / f"a{number:03}.txt").write_text(SAID * 8, encoding="utf-8")
    command = [sys.executable, "-c", RUN, str(folder), str(out), "1"]
    going = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    while len(list(out.glob("*.json"))) < 20:
        assert going.poll() is None, "it ended before it could be killed"
        time.sleep(0.01)
    os.kill(going.pid, signal.SIGKILL)
    going.wait()
    (out / "half.json.1.part").write_text("{", encoding="utf-8")
    written = list(out.glob("*.json"))
    assert 20 <= len(written) < 150
    assert all(json.loads(one.read_text(encoding="utf-8"))["read"] for one in written)
    again = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert (again.count("kept"), again.count("read")) == (len(written), 150 - len(written))
    assert len(list(out.glob("*.json"))) == 150
    assert not list(out.glob("*.part"))


DIES = """
import datetime as dt, os, sys
from pathlib import Path
from jirga.reading.folder import read_folder
def ends(file):
    if file.stem == "article3":
        os._exit(9)
    return file.read_text(encoding="utf-8")
if __name__ == "__main__":
    files = sorted(Path(sys.argv[1]).glob("*.txt"))
    for one in read_folder(files, Path(sys.argv[2]), dt.date(2025, 3, 8), opener=ends, workers=2):
        print(one.state, one.why)
"""


@pytest.mark.slow
def test_a_file_that_ends_its_process_is_named(files: list[Path], tmp_path: Path) -> None:
    script = tmp_path / "dies.py"
    script.write_text(DIES, encoding="utf-8")
    command = [sys.executable, str(script), str(files[0].parent), str(tmp_path / "out")]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert [line.split()[0] for line in lines].count("broken") == 1
    assert lines[3] == "broken reading it ended its process"
