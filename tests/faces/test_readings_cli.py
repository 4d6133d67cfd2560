"""`jirga ranges`, `without`, `diff`, `spoilers`, `watch` and `compare --parties`, as they are typed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import jirga
from faces.shell import packaged, run, written_to


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    """The talks the project began from."""
    return packaged(tmp_path, "khyber_kabul_2025")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["ranges"], "An open border crossing: yes, under threat, in all 16 readings."),
        (["without"], "The answer rests on one report"),
        (["spoilers"], "TTP (outside the talks) could return to attacks at the old level (violent)"),
        (["watch"], "12 signs to watch"),
        (["compare", "--parties"], "makes nobody worse off than today"),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, list) else "",
)
def test_said_within_80_columns(talks: Path, args: list[str], said: str) -> None:
    """Each verb answers in sentences that fit, and in JSON with figures."""
    verb, *more = args
    ended = run(verb, str(talks), *more)
    assert (ended.code, ended.err) == (0, "")
    assert said in " ".join(ended.out.split())
    assert max(map(len, ended.out.splitlines())) <= 80
    assert json.loads(run(verb, str(talks), *more, "--json").out)["figures"]


def test_diff(talks: Path) -> None:
    """Two files, and which change did what."""
    later = written_to(
        talks.parent, talks.read_text(encoding="utf-8").replace("want: not posts", "want: posts"), "b.yaml"
    )
    ended = run("diff", str(talks), str(later))
    assert (ended.code, ended.err) == (0, "")
    shown = " ".join(ended.out.split())
    assert "because Kabul's A5 reads “posts” instead of “not posts”" in shown
    assert max(map(len, ended.out.splitlines())) <= 80


def test_the_same_as_python(talks: Path) -> None:
    """JSON has what Python gives, on one process or two."""
    here = json.loads(run("ranges", str(talks), "--json", "--draws", "6", "--seed", "2", "--jobs", "1").out)
    again = json.loads(jirga.load(talks).ranges(draws=6, seed=2).to_json())
    assert here == again


def test_mistakes(talks: Path) -> None:
    """One line each: no such sign, no such outcome, nobody at the cluster's address."""
    for args, said in (
        (["watch", str(talks), "--tick", "I99"], "no sign is called 'I99'"),
        (["spoilers", str(talks), "partial dael"], "did you mean 'partial deal'?"),
        (["ranges", str(packaged(talks.parent, "prisoners"))], "nothing of rival readings"),
    ):
        ended = run(*args)
        assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)
        assert said in ended.err


@pytest.mark.slow
def test_ctrl_c_leaves_what_is_done(talks: Path) -> None:
    """Stopped from the keyboard, it prints what it has, says how far it got, and ends with 1."""
    text = talks.read_text(encoding="utf-8")
    for want in ("A3", "M8", "M7", "K4", "F4"):
        text = text.replace(f"id: {want}\n", f"id: {want}\n        places: [1, 5]\n")
    path = written_to(talks.parent, text, "many.yaml")
    command = [
        sys.executable,
        "-m",
        "jirga",
        "ranges",
        str(path),
        "--json",
        "--draws",
        "30000",
        "--jobs",
        "2",
    ]
    started = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # A run in the background would hand down that the signal is to be ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    time.sleep(12)
    os.kill(started.pid, signal.SIGINT)
    out, err = started.communicate(timeout=120)
    assert started.returncode == 1, err.decode()
    assert "stopped on the way" in err.decode()
    found = json.loads(out)["figures"]
    assert found["stopped"]
    assert 0 < found["readings"]["solved"] < found["readings"]["asked"]
