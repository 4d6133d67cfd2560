"""Writing a brief to a file: the ending decides, the bytes are the same each time, anywhere."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefs import URDU, one_of_everything
from jirga.brief.writing import KINDS, kind_of, write_brief, written
from jirga.brief.writing.as_json import as_json
from jirga.brief.writing.carried import carried_form
from jirga.errors import FileTrouble

TESTS = Path(__file__).parents[3]
DIGEST = (
    "import hashlib, sys; from briefs import one_of_everything; from jirga.brief.writing import written;"
    "print(hashlib.sha256(written(one_of_everything(), sys.argv[1]).content).hexdigest())"
)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_brief_gives_the_same_bytes_in_another_process(kind: str) -> None:
    """Neither the order of hashing nor the time of day comes into it."""
    here = hashlib.sha256(written(one_of_everything(), kind).content).hexdigest()
    assert here == hashlib.sha256(written(one_of_everything(), kind).content).hexdigest()
    env = os.environ | {"PYTHONHASHSEED": "7", "PYTHONPATH": str(TESTS), "TZ": "Asia/Karachi"}
    run = subprocess.run(
        [sys.executable, "-c", DIGEST, kind], env=env, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == here


@pytest.mark.parametrize("name", ["b.html", "b.HTM", "b.docx", "b.pdf", "b.json"])
def test_a_written_brief_is_known_again(name: str, tmp_path: Path) -> None:
    """Each kind carries the form by which it is known."""
    write_brief(one_of_everything(), tmp_path / name)
    found = carried_form(tmp_path / name)
    assert found["title"] == "A jirga"
    assert [one["key"] for one in found["main"][1]["lines"]] == [
        "judged.1",
        "judged.2",
        "judged.3",
        "judged.4",
    ]


@pytest.mark.parametrize("name", ["b.odt", "b", "b.html.bak"])
def test_another_ending_is_refused(name: str) -> None:
    """There is a kind for each of a few endings only."""
    with pytest.raises(FileTrouble, match="no ending that a brief is written to"):
        kind_of(name)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b'{"a": 1}',
        b"PK\x03\x04",
        b"%PDF-1.7\n",
        b"<html></html>",
        b"\xff\xfe",
        b"PK\x05\x06" + bytes(18),
    ],
)
def test_what_is_no_brief_is_none(content: bytes, tmp_path: Path) -> None:
    """Broken and foreign files carry nothing, and break nothing."""
    (tmp_path / "x").write_bytes(content)
    assert carried_form(tmp_path / "x") is None


def test_json_holds_everything_as_it_was_said() -> None:
    """Words are not escaped, drawings are there, each line has its id, its key, its words and its parts."""
    text = as_json(one_of_everything())
    assert URDU in text
    form = json.loads(text)
    line = form["main"][0]["lines"][0]
    assert (line["key"], line["words"]) == ("bottom.1", "Kabul will not turn on the TTP.")
    assert line["parts"][1] == {"kind": "cited", "basis": "argued", "notes": ["1"], "retracted": False}
    assert form["annexes"][0]["drawing"]["svg"].startswith("<svg ")
    assert form["notes"][0]["quotes"] == ["without demanding major concessions"]
