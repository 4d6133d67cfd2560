"""Lines of JSON: all is in them, every key is described, and what comes back is taken in or refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cases_made import ANA
from exchanged import TALKS, case_in, file_in
from jirga import examples
from jirga.conflict.file import parse_text
from jirga.errors import FileTrouble, ManyTroubles
from jirga.exchange.handing import hand_out, take_in
from jirga.exchange.jsonl_page import page
from jirga.exchange.kinds import LINE_KINDS, PARTS
from jirga.exchange.taken import Taken
from jirga.schema.conflict import Conflict

DOCS = Path(__file__).parents[3] / "docs" / "jsonl.md"
Line = dict[str, Any]


def lines_of(folder: Path, path: Path) -> list[Line]:
    """What is handed out, line by line."""
    out = folder / "all.jsonl"
    out.unlink(missing_ok=True)
    hand_out(path, out)
    return [json.loads(one) for one in out.read_text(encoding="utf-8").split("\n")[:-1]]


def back(folder: Path, path: Path, change: Callable[[list[Line]], object]) -> Taken:
    """What changed lines would change."""
    some = lines_of(folder, path)
    change(some)
    out = folder / "all.jsonl"
    out.write_text("".join(json.dumps(one) + "\n" for one in some))
    return take_in(out, path)


def of(some: list[Line], kind: str, **said: object) -> Line:
    """The one line that says this."""
    (found,) = (one for one in some if one["kind"] == kind and said.items() <= one.items())
    return found


@pytest.mark.parametrize("name", examples.names())
def test_unchanged_it_changes_nothing(tmp_path: Path, name: str) -> None:
    """Every packaged conflict comes back as it is, and every part of it is on some line."""
    path = file_in(tmp_path, examples.text(name))
    found = back(tmp_path, path, lambda _: None)
    assert (found.nothing, found.changes, found.refused, found.notes) == (True, (), (), ())
    conflict = parse_text(path.read_text())
    kinds = [one["kind"] for one in lines_of(tmp_path, path)]
    for part, kind in (
        ("variants", "variant"),
        ("expect", "expectation"),
        ("bodies", "body"),
        ("views", "view"),
    ):
        assert kinds.count(kind) == len(getattr(conflict, part))
    assert kinds.count("want") == len(conflict.wants)


def test_of_a_case_everything(tmp_path: Path) -> None:
    """Documents, passages, claims, what was made of them and names; and nothing of it changes."""
    case = case_in(tmp_path)
    case.register("party", "TTP", ["تحریک طالبان پاکستان"], **ANA)
    some = lines_of(tmp_path, case.folder)
    kinds = [one["kind"] for one in some]
    assert (kinds.count("document"), kinds.count("claim"), kinds.count("review"), kinds.count("name")) == (
        2,
        7,
        7,
        1,
    )
    assert kinds.count("passage") == sum(len(case.passages(one.name)) for one in case.documents())
    assert len({one["check"] for one in some[1:]}) == len(some) - 1
    assert set(of(some, "source")["passages"]) == {"p1", "p2"}
    found = back(tmp_path, case.folder, lambda _: None)
    assert (found.nothing, found.refused) == (True, ())


def test_every_key_is_described(tmp_path: Path) -> None:
    """The page is that of the types, and no line has a key that its section does not list."""
    text = DOCS.read_text(encoding="utf-8")
    assert text == page()
    case = case_in(tmp_path, examples.text("khyber_kabul_2025"))
    some = lines_of(tmp_path, case.folder)
    sections = {one.partition("\n")[0]: one for one in text.split("\n## ")}
    for line in some[1:]:
        for key in line.keys() - {"kind", "check"}:
            assert f"| `{key}` |" in sections[line["kind"]], (line["kind"], key)
    for key in some[0].keys() - {"kind"}:
        assert f"`{key}`" in text.partition("\n## ")[0]
    assert "|  |" not in text
    assert set(PARTS) <= set(Conflict.model_fields)
    assert len(LINE_KINDS) == len(sections) - 3


def test_what_can_be_taken_in(tmp_path: Path) -> None:
    """A party, an option, a want and a position, new or changed; the rest of the file stays."""

    def change(some: list[Line]) -> None:
        of(some, "party", id="a")["name"] = "Ardania"
        of(some, "party", id="b")["options"]["pay_too"] = {"says": "pay, too"}
        of(some, "want", id="A2")["place"] = 1
        of(some, "position", issue="posts")["ideal"] = {"low": 1, "mode": 2, "high": 3}
        some.append({"kind": "want", "party": "b", "place": 4, "want": "pay_too"})
        some.append(
            {"kind": "position", "party": "b", "issue": "posts", "ideal": {"low": 7, "mode": 7, "high": 7}}
        )

    found = back(tmp_path, file_in(tmp_path), change)
    conflict = parse_text(found.text)
    assert conflict.parties["a"].name == "Ardania"
    assert conflict.options["pay_too"].says == "pay, too"
    assert [one.id for one in conflict.parties["a"].prefers] == ["A2", "A1", "a.3"]
    assert [(one.ideal.low, one.ideal.mode) for one in conflict.positions] == [
        (1, 2),
        ("open", "open"),
        (7, 7),
    ]
    assert conflict.parties["b"].prefers[3].want == "pay_too"
    assert "# the north first" in found.text
    assert found.refused == ()


def test_claims_and_names(tmp_path: Path) -> None:
    """A changed claim is a correction, a new one a proposal, a new name or alias enters the register."""
    case = case_in(tmp_path)
    case.register("party", "TTP", **ANA)

    def change(some: list[Line]) -> None:
        claim = next(one for one in some if one["kind"] == "claim" and one["claim"]["value"] == 55)
        claim["claim"]["value"] = 56
        new = json.loads(json.dumps(claim))
        new |= {"id": "", "state": "proposed"}
        new["claim"] |= {"value": 47, "counted": "people"}
        some.append({key: value for key, value in new.items() if key != "check"})
        name = of(some, "name")
        name["aliases"] = ["تحریک طالبان"]

    found = back(tmp_path, case.folder, change)
    found.write(by="bo", at=ANA["at"])
    assert [one.state for one in case.claims()].count("corrected") == 1
    assert len(case.claims()) == 8
    assert case.names()[0].aliases == ("تحریک طالبان",)
    assert case.verify().troubles == ()


def test_the_rest_is_refused_by_its_line(tmp_path: Path) -> None:
    """A changed issue, readings, document, review or state stay out; what can be taken in is."""
    case = case_in(tmp_path)

    def change(some: list[Line]) -> None:
        of(some, "issue", id="posts")["says"] = "something else"
        of(some, "want", id="A1")["readings"] = [{"want": "go"}]
        of(some, "document", name="wire")["title"] = "Another"
        next(one for one in some if one["kind"] == "review")["by"] = "nobody"
        next(one for one in some if one["kind"] == "claim")["state"] = "accepted"
        of(some, "party", id="a")["name"] = "Ardania"

    found = back(tmp_path, case.folder, change)
    assert found.changes == ("party a, name: 'Ardan' -> 'Ardania'",)
    some = lines_of(tmp_path, case.folder)
    numbers = [1 + some.index(one) for one in some]
    assert len(numbers) == len(some)
    said = [str(one).partition(", ")[2] for one in found.refused]
    assert [one.partition(": ")[2].partition(". Hint")[0] for one in said] == [
        "changes readings, which is not taken in from here",
        "says another issue than is there",
        "says another document than is there",
        "is accepted in the file and proposed here",
        "says another review than is there",
    ]
    first = next(n for n, one in enumerate(some, start=1) if one.get("id") == "A1")
    assert said[0].startswith(f"line {first}: ")


def test_what_cannot_be_read_stops_everything(tmp_path: Path) -> None:
    """Each line is named with what is wrong with it."""
    path, out = file_in(tmp_path), tmp_path / "all.jsonl"
    some = lines_of(tmp_path, path)
    of(some, "want", id="A2")["place"] = 1
    del of(some, "want", id="A1")["party"]
    lines = [json.dumps(one) for one in some]
    lines[2:2] = [
        "{",
        "[1]",
        '{"kind": "wnt"}',
        '{"kind": "issue", "id": "x", "say": 1}',
        '{"kind": "offer", "says": NaN}',
    ]
    lines.append(lines[7])
    out.write_text("\n".join(lines))
    with pytest.raises(ManyTroubles) as raised:
        take_in(out, path)
    said = [str(one).removeprefix(f"{out}, ") for one in raised.value.troubles]
    for words in (
        "line 3: is no JSON",
        "line 4: is no record with a kind",
        "line 5: 'wnt' is no kind of line. Hint: did you mean 'want'?",
        "line 6, say: ",
        "line 7: is no JSON: NaN is no number of JSON",
        "'party' is missing",
        f"line {len(lines)}: says the same ",
    ):
        assert any(one.startswith(words) or words in one for one in said), (words, said)
    assert path.read_text() == TALKS


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\xff\xfe", "is not UTF-8"),
        (b'{"kind": "jirga", "format": 2}', "is of the format 2"),
    ],
)
def test_what_is_no_file_of_lines(tmp_path: Path, content: bytes, said: str) -> None:
    """It is refused in one line."""
    out = tmp_path / "no.jsonl"
    out.write_bytes(content)
    with pytest.raises((FileTrouble, ManyTroubles), match=said):
        take_in(out, file_in(tmp_path))


def test_what_the_file_has_changed_since_is_not_undone(tmp_path: Path) -> None:
    """A line nobody touched is left; one that both have changed is refused."""
    path, out = file_in(tmp_path), tmp_path / "all.jsonl"
    some = lines_of(tmp_path, path)
    path.write_text(TALKS.replace("name: Ardan", "name: Ardania"))
    found = take_in(out, path)
    assert (found.nothing, len(found.notes)) == (True, 1)
    of(some, "party", id="a")["name"] = "Arda"
    out.write_text("\n".join(map(json.dumps, some)))
    with pytest.raises(ManyTroubles, match="was changed here, and since the export"):
        take_in(out, path)
