"""The verbs of the record, as somebody at a command line meets them."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest

from faces.shell import Ended, one_line, run
from recorded import TEXT, proposed, written


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case with the starter and a document called news."""
    assert run("new", tmp_path / "talks/").code == 0
    path = written(tmp_path, name="news.txt")
    assert (
        run(
            "add", tmp_path / "talks", path, "--publisher", "The Paper", "--date", "2025-03", "--by", "me"
        ).code
        == 0
    )
    return tmp_path / "talks"


def ended_well(ended: Ended) -> str:
    """What a verb printed that ended well and complained of nothing."""
    assert (ended.code, ended.err) == (0, ""), ended
    return ended.out


def refused(ended: Ended, path: Path) -> None:
    """It ended with 2 and said in one line, once, where, what and what to try."""
    assert (ended.code, ended.out) == (2, "")
    one_line(ended.err.rstrip("\n"), path)


def test_new_makes_a_case_or_a_file(tmp_path: Path) -> None:
    """A name without .yaml, or with a slash at its end, is a case; the rest is a file as before."""
    assert "Made the case" in ended_well(run("new", tmp_path / "talks"))
    assert {one.name for one in (tmp_path / "talks").iterdir()} >= {
        "case.db",
        "documents",
        "conflict.yaml",
        "datasets",
        "briefs",
    }
    assert "Made the case" in ended_well(run("new", f"{tmp_path}/odd.yaml/"))
    assert (tmp_path / "odd.yaml" / "case.db").is_file()
    assert "Wrote" in ended_well(run("new", tmp_path / "file.yml"))
    refused(run("new", tmp_path / "talks"), tmp_path / "talks")


def test_the_starter_in_a_case_is_answered(case: Path) -> None:
    """check, solve, explain and compare take the case."""
    for verb in (["check"], ["solve"], ["solve", "--json"], ["compare"], ["explain", "mutual truce"]):
        assert ended_well(run(verb[0], case, *verb[1:]))


@pytest.mark.parametrize("name", ["report.txt", "Mission.txt", "observers.txt", "sources.txt"])
def test_no_document_clashes_with_the_starter(name: str, case: Path, tmp_path: Path) -> None:
    """Whatever a document is called, it is not taken for the starter's source."""
    ended_well(run("add", case, written(tmp_path, name=name)))
    assert "error" not in ended_well(run("check", case))


def test_add_tells_what_became_of_each_file(case: Path, tmp_path: Path) -> None:
    """A file twice, a near-copy and a broken file are each told on a line; the broken one makes it exit 1."""
    near = written(tmp_path, TEXT + " And more.", "near.txt")
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"no")
    ended = run("add", case, tmp_path / "news.txt", near, broken)
    assert ended.code == 1
    assert "is there already, as news" in ended.out
    assert "% of the shorter is also in news" in ended.out
    one_line(ended.err.rstrip("\n"), broken)
    listed = json.loads(ended_well(run("documents", case, "--json")))
    assert [one["name"] for one in listed] == ["near", "news"]
    assert listed[1]["published"]["start"] == "2025-03-01"


def test_search_shows_where(case: Path) -> None:
    """Search prints the mark to cite and the words; with --json the same as data."""
    assert ended_well(run("search", case, "TORKHAM")).startswith("news#S1  “The Torkham crossing")
    (hit,) = json.loads(ended_well(run("search", case, "torkham", "--json")))
    assert (hit["document"], hit["ref"], hit["kind"]) == ("news", "S1", "passage")
    assert ended_well(run("search", case, "nothing", "like", "it")) == "Nothing has all of these words.\n"


def test_verify_exits_1_if_something_was_changed(case: Path) -> None:
    """A whole record is whole, with the hash to note; a changed file is named and exits 1."""
    head = json.loads(ended_well(run("verify", case, "--json")))["head"]
    assert f"Head: {head}" in ended_well(run("verify", case, "--head", head[:12]))
    assert run("verify", case, "--head", "f" * 64).code == 1
    next((case / "documents").iterdir()).write_bytes(b"x")
    ended = run("verify", case)
    assert (ended.code, ended.err) == (1, "")
    assert "does not fit: the file of news was changed" in ended.out


def test_retract_and_purge(case: Path) -> None:
    """A retraction is listed and lifted; a purge asks first, and then nothing is left."""
    from jirga.case import open_case

    proposed(open_case(case), "news")
    out = ended_well(run("retract", case, "document", "news", "--why", "withdrawn"))
    assert "3 claims in the case now rest on what was retracted" in out
    assert "retracted: withdrawn" in " ".join(ended_well(run("documents", case)).split())
    ended_well(run("retract", case, "document", "news", "--why", "a mistake", "--lift"))
    assert run("purge", case, "news").code == 1
    assert len(json.loads(ended_well(run("documents", case, "--json")))) == 1
    assert "Purged: news" in ended_well(run("purge", case, "news", "--yes"))
    assert "No documents yet" in ended_well(run("documents", case))
    ended_well(run("verify", case))


def test_purge_says_what_goes_and_what_is_left(case: Path, tmp_path: Path) -> None:
    """Names that nothing else has go too; lines of the conflict file are named, and not touched."""
    ended_well(run("names", case, "person", "Noor Wali Masoud"))
    file = case / "conflict.yaml"
    text = file.read_text(encoding="utf-8").replace("cite: Mission#p3", "cite: news#S1")
    file.write_text(text, encoding="utf-8")
    line = next(number for number, one in enumerate(text.splitlines(), 1) if "news#S1" in one)
    asked = run("purge", case, "news")
    assert asked.code == 1
    assert "Take news, the name Noor Wali Masoud out for good, with all claims?" in asked.out
    assert ended_well(run("purge", case, "news", "--yes")).splitlines() == [
        "Purged: news",
        "Purged: the name Noor Wali Masoud",
        "Not touched, and yours to look after:",
        f"  {file}:{line}: names news#S1",
    ]
    assert file.read_text(encoding="utf-8") == text
    assert "No names yet" in ended_well(run("names", case))


def test_names(case: Path) -> None:
    """Names are put in, suggested, merged and parted again."""
    ended_well(run("names", case, "person", "Noor Wali Masoud", "نور ولی محسود"))
    ended_well(run("names", case, "person", "Ahmad Shah Massoud"))
    assert ended_well(run("suggest", case, "Noor Wali Mehsud")).splitlines() == [
        "Noor Wali Masoud, person: 89 of 100 alike"
    ]
    ended_well(run("merge", case, "Ahmad Shah Massoud", "Noor Wali Masoud"))
    assert "Ahmad Shah Massoud" in ended_well(run("names", case))
    ended_well(run("merge", case, "Ahmad Shah Massoud", "--undo"))
    assert [one["into"] for one in json.loads(ended_well(run("names", case, "--json")))] == ["", ""]
    assert run("merge", case, "Noor Wali Masoud").code == 2


@pytest.mark.parametrize(
    "args",
    [
        ["add", "x.txt"],
        ["documents"],
        ["search", "x"],
        ["verify"],
        ["retract", "claim", "x", "--why", "x"],
        ["purge", "x", "--yes"],
        ["names"],
        ["suggest", "x"],
        ["merge", "x", "y"],
    ],
    ids=lambda args: args[0],
)
def test_every_verb_refuses_what_is_no_case(args: list[str], tmp_path: Path) -> None:
    """A folder that is no case is refused in one line."""
    refused(run(args[0], tmp_path, *args[1:]), tmp_path)


def test_mistakes_are_told_in_one_line(case: Path) -> None:
    """An unknown document, claim, date or name is told with the case and what to try."""
    refused(run("retract", case, "document", "newz", "--why", "x"), case)
    refused(run("retract", case, "claim", "fig_0", "--why", "x"), case)
    refused(run("merge", case, "A", "B"), case)
    refused(run("purge", case, "none", "--yes"), case)


def test_no_socket_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The record needs no network."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("somebody asked for the network")

    for name in ("socket", "create_connection", "getaddrinfo", "socketpair"):
        monkeypatch.setattr(socket, name, refuse)
    folder = tmp_path / "talks"
    ended_well(run("new", folder))
    ended_well(run("add", folder, written(tmp_path, name="news.txt")))
    ended_well(run("search", folder, "torkham"))
    ended_well(run("check", folder))
    ended_well(run("verify", folder))
    ended_well(run("purge", folder, "news", "--yes"))
