"""`jirga link`, and what the other verbs do with linked conflicts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import jirga
from faces.shell import TINY, one_line, run, written_to
from jirga import examples
from jirga.api import Linked


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """The packaged linked conflicts in a folder of their own."""
    path = tmp_path / "tables.yaml"
    assert run("new", path, "--example", "khyber_two_tables").code == 0
    return path


def test_new_writes_the_tables_too(tables: Path) -> None:
    """Beside the file, word for word; and not where one of them is already."""
    assert {one.name for one in tables.parent.iterdir()} == {
        *("tables.yaml", "khyber_home.yaml", "khyber_abroad.yaml")
    }
    assert tables.read_text(encoding="utf-8") == examples.text("khyber_two_tables")
    ended = run("new", tables.with_name("more.yaml"), "--example", "khyber_two_tables")
    assert ended.code == 2
    one_line(ended.err, tables.with_name("khyber_home.yaml"))
    assert not tables.with_name("more.yaml").exists()


def test_link(tables: Path) -> None:
    """The answer says what carries what, who would leave by which move, and who says so, in 80 columns."""
    ended = run("link", tables)
    assert (ended.code, ended.err) == (0, "")
    assert max(map(len, ended.out.splitlines())) <= 80
    words = " ".join(ended.out.split())
    assert "“backed jirga” (home) does not hold by itself. The military would leave" in words
    assert "Linked, it holds by threat together with “torkham only” (abroad)." in words
    assert "once there is an opening [argued, article S19]" in words
    assert "article S19: “while working on opportunities to resolve the issue”" in words


def test_json(tables: Path) -> None:
    """`--json` is what Python returns, and each table's part is what `solve --json` prints of its file."""
    printed = json.loads(run("link", tables, "--json").out)
    found = jirga.linked(tables)
    assert isinstance(found, Linked)
    assert printed == json.loads(found.solve().to_json())
    assert printed["carried"] == [
        {"table": "home", "outcome": "backed jirga", "together_with": ["torkham only"]}
    ]
    assert printed["pairs"]["backed jirga + torkham only"] == {
        "home": "backed jirga",
        "abroad": "torkham only",
    }
    for table, name in {"home": "khyber_home", "abroad": "khyber_abroad"}.items():
        alone = json.loads(run("solve", tables.with_name(f"{name}.yaml"), "--json").out)
        assert printed["tables"][table] == alone
    assert printed["whole"] == json.loads(run("solve", tables, "--json").out)


def test_fewer_together(tables: Path) -> None:
    """With two parties moving together, three of them no longer get there in one step."""
    assert "can be got to" in run("link", tables, "--together", "1").out
    alone = json.loads(run("link", tables, "--json", "--together", "1").out)
    assert alone["whole"]["outcomes"]["backed jirga + torkham only"]["attainable"]["together"] is False


def test_other_verbs(tables: Path) -> None:
    """`check` runs what is expected of the whole; `solve` and `explain` take both tables as one conflict."""
    assert "5 of 5 expectations stand." in run("check", tables).out
    explained = run("explain", tables, "backed jirga + torkham only")
    assert explained.code == 0
    assert "resume construction of posts on disputed border areas (abroad)" in " ".join(explained.out.split())
    assert jirga.load(tables).model == jirga.linked(tables).whole.model
    assert list(jirga.linked(tables).tables) == ["home", "abroad"]


def test_a_missing_table(tables: Path) -> None:
    """A table that is not there is one line and code 2, and `check` lists it."""
    tables.with_name("khyber_home.yaml").unlink()
    ended = run("link", tables)
    assert ended.code == 2
    assert len(ended.err.splitlines()) == 1
    assert ended.err.startswith(f"jirga: {tables}:")
    assert "khyber_home.yaml cannot be read" in ended.err
    assert run("solve", tables).err == ended.err
    checked = run("check", tables)
    assert (checked.code, "khyber_home.yaml" in checked.out) == (2, True)


def test_a_mistake_in_a_table(tables: Path) -> None:
    """It is said of the table's file."""
    home = tables.with_name("khyber_home.yaml")
    home.write_text(home.read_text(encoding="utf-8").replace("want: not jirga", "want: not jrga"), "utf-8")
    ended = run("link", tables)
    assert ended.code == 2
    one_line(ended.err, home)
    assert "did you mean 'jirga'?" in ended.err


def test_one_conflict_is_not_two(tmp_path: Path) -> None:
    """A conflict file is refused by `link`, with the verb that reads it."""
    path = written_to(tmp_path, TINY)
    ended = run("link", path)
    assert ended.code == 2
    one_line(ended.err, path)
    assert "jirga solve" in ended.err


def test_a_fallen_expectation(tables: Path) -> None:
    """`check` ends with code 1 if something expected of the whole falls."""
    text = tables.read_text(encoding="utf-8")
    tables.write_text(text.replace("holds: no track + crossing shut", "holds_not: no track + crossing shut"))
    ended = run("check", tables)
    assert ended.code == 1
    assert "4 of 5 expectations stand." in ended.out


def test_unknown_example() -> None:
    """An unknown example names the linked ones, too."""
    ended = run("new", "none.yaml", "--example", "khyber_two_table")
    assert ended.code == 2
    assert "khyber_two_tables" in ended.err
