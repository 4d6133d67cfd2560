"""Everything works with the cable out."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from faces.shell import Ended, run


@pytest.fixture
def cable_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever opens a socket or looks a name up fails."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("somebody asked for the network")

    for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname", "socketpair"):
        monkeypatch.setattr(socket, name, refuse)


@pytest.mark.usefixtures("cable_out")
def test_every_verb_works_offline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every verb works where no socket can be opened, and the demo writes its page."""
    monkeypatch.chdir(tmp_path)
    worked(run("demo"))
    worked(run("new", "talks.yaml"))
    worked(run("check", "talks.yaml"))
    worked(run("schema"))
    worked(run("solve", "talks.yaml", "--brief", "talks.html"))
    worked(run("solve", "talks.yaml", "--json", "--all-states"))
    worked(run("explain", "talks.yaml", "mutual truce"))
    worked(run("compare", "talks.yaml"))
    assert {one.name for one in tmp_path.iterdir()} == {"brief.html", "talks.yaml", "talks.html"}


@pytest.mark.usefixtures("cable_out")
def test_the_cable_is_out() -> None:
    """The fixture does refuse."""
    with pytest.raises(AssertionError, match="network"):
        socket.socket()


def test_pages_name_nobody_elsewhere(tmp_path: Path) -> None:
    """A page loads nothing from anywhere: no style sheet, picture, frame, font or script."""
    worked(run("new", tmp_path / "talks.yaml"))
    worked(run("solve", tmp_path / "talks.yaml", "--brief", tmp_path / "talks.html"))
    page = (tmp_path / "talks.html").read_text(encoding="utf-8").lower()
    for loads in ("<script", "<link", "<img", "<iframe", "<object", "@import", "@font-face", "url(", " src="):
        assert loads not in page


def worked(ended: Ended) -> None:
    """It ended well and complained of nothing."""
    assert (ended.code, ended.err) == (0, "")
    assert ended.out
