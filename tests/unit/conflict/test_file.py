"""The conflict file: what is text, what is YAML 1.2, what is written back, and hostile input."""

from __future__ import annotations

from pathlib import Path

import pytest

from jirga.conflict.file import parse_text, read_file, read_text, text_of, write_text, yaml_document
from jirga.errors import ConflictTrouble, FileTrouble
from jirga.schema.conflict import Conflict
from unit.conflict.texts import STATES, TWO, at, one_party, only_problem, problems, two

COMMENTED = """\
# The whole file
title: Two   # said so
question: 'Will it hold?'
parties:
  b:
    name: "B"
    options:
      z: do z # their only choice
    prefers:
      # first of all
      - not z
      - {want: a_yes, basis: stated}

  a:
    name: A
    options: {a_yes: say yes}
status_quo: [NO_deal]
"""


def test_comments_order_and_quotes_are_kept() -> None:
    """A file read and written is the same text, blank lines and comments and all."""
    text = COMMENTED.replace("NO_deal", "z")
    assert read_text(text).text() == text


def test_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    """A file saved with a byte order mark is read, and its first key is known."""
    path = tmp_path / "f.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + TWO.encode())
    assert read_file(path).conflict == parse_text(TWO)


def test_windows_line_ends_make_no_difference(tmp_path: Path) -> None:
    """A file with carriage returns says the same, and its lines count the same."""
    path = tmp_path / "f.yaml"
    path.write_bytes((TWO + "# end\nstatus_quo: [q]\n").replace("\n", "\r\n").encode())
    with pytest.raises(ConflictTrouble) as caught:
        read_file(path)
    assert at(caught.value.problems[0]) == (12, 14)
    path.write_bytes(TWO.replace("\n", "\r\n").encode())
    assert read_file(path).conflict == parse_text(TWO)


def test_words_that_older_yaml_takes_for_truth_stay_words() -> None:
    """NO, on, yes and off are ids like any other."""
    conflict = one_party("options: {NO: x, on: x, yes: x, off: x}, prefers: [NO and on, not yes, off]")
    assert list(conflict.options) == ["NO", "on", "yes", "off"]
    assert [want.want for want in conflict.wants.values()] == ["NO and on", "not yes", "off"]


def test_dates_and_whole_numbers_are_names() -> None:
    """A date, a time and a number stand as they were written."""
    text = "title: 1917\nas_of: 2025-03-07\nquestion: 12:30\nstates: [1, 2]\n"
    conflict = parse_text(text + "parties: {a: {name: 7, moves: {1: 2}}}")
    assert (conflict.title, conflict.as_of, conflict.question) == ("1917", "2025-03-07", "12:30")
    assert conflict.states == {"1": "", "2": ""}
    assert conflict.parties["a"].moves == {"1": ("2",)}
    assert conflict.parties["a"].name == "7"


def test_a_number_keeps_its_noughts() -> None:
    """A mark like 01 stays 01, so that article#01 finds it."""
    conflict = parse_text(TWO + "sources: {s: {title: S, passages: {01: said}}}")
    assert list(conflict.sources["s"].passages) == ["01"]


def test_wants_get_ids_from_their_place() -> None:
    """A want without an id is called by its party and place; a given id is kept."""
    conflict = one_party("options: {x: x}, prefers: [x, {want: not x, id: peace}, x]")
    assert list(conflict.wants) == ["a.1", "peace", "a.3"]


FULL = """\
jirga: 1
title: 'Full: a test'
as_of: 2025-03-07
asks: [{about: x, says: a truce}]
sources: {s: {title: S, date: 2025, passages: {S1: "said 'so'"}}}
parties:
  a: {name: A, options: {NO: {says: do, undo: undo}, x: x}, prefers: [{want: x, cite: "s#S1", quote: said}]}
  b: {name: B, options: {z: z}, weights: {z: 0.1, x: -2}}
status_quo: []
no_deal: war
impossible: [{when: NO and z, why: logic}]
one_way: [not x]
outcomes: {war: [], deal: {taken: [x, z], says: 'null'}}
variants:
  v: {says: 'if:', builds_on: w, edits: [{replace: a.1, with: NO}, {insert: z, before: a.1}]}
  w: [{impossible: x and z}, {status_quo: [z]}]
expect: [{holds: deal, by: [nash, seq], variant: v}, {order_of: a, is: [war, [deal]]}]
"""


@pytest.mark.parametrize("text", [FULL, TWO, STATES])
def test_a_conflict_written_out_reads_back_equal(text: str) -> None:
    """What came from no file can be written as one, and says the same."""
    conflict = parse_text(text)
    assert parse_text(text_of(conflict)) == conflict


WORDS = [
    "null",
    "~",
    "yes",
    "1",
    "1.50",
    "2025-03-07",
    "# x",
    "a: b",
    "- x",
    "[x",
    "a\nb\n",
    " x ",
    "\t",
    "'",
    '"',
]


@pytest.mark.parametrize("words", [*WORDS, "é\u2028😀"])
def test_any_words_survive_the_file(words: str) -> None:
    """Words that look like something else in YAML come back as they were."""
    party = {"name": words, "options": {"x": words}}
    conflict = Conflict(title=words, note=words, parties={"a": party}, outcomes={words: ["x"]})
    assert parse_text(text_of(conflict)) == conflict


def test_write_replaces_the_old_file(tmp_path: Path) -> None:
    """The new text takes the old one's place and nothing is left beside it."""
    path = tmp_path / "f.yaml"
    path.write_text("old", encoding="utf-8")
    read_text(TWO).write(path)
    assert path.read_text(encoding="utf-8") == TWO
    assert list(tmp_path.iterdir()) == [path]


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    """When the text cannot be stored, the old one stays whole and nothing is left beside it."""
    path = tmp_path / "f.yaml"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(ValueError, match=r"\S"):
        write_text(path, "new \ud800")
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_write_onto_a_folder_is_refused(tmp_path: Path) -> None:
    """The target is named, and no half-written copy stays behind."""
    (tmp_path / "f.yaml").mkdir()
    with pytest.raises(FileTrouble) as caught:
        write_text(tmp_path / "f.yaml", TWO)
    assert caught.value.where == str(tmp_path / "f.yaml")
    assert [one.name for one in tmp_path.iterdir()] == ["f.yaml"]


def test_a_write_into_no_folder_is_refused(tmp_path: Path) -> None:
    """A missing folder is not made up."""
    with pytest.raises(FileTrouble, match="cannot be written"):
        write_text(tmp_path / "absent" / "f.yaml", TWO)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"title: caf\xe9\n", "is not UTF-8 text (byte 11)"),
        ("title: t".encode("utf-16"), "is not UTF-8 text (byte 1)"),
        (b"#" * 1_000_001, "is larger than 1,000,000 bytes, the most a conflict file has"),
    ],
)
def test_a_file_that_is_no_text(tmp_path: Path, content: bytes, what: str) -> None:
    """An empty, foreign or enormous file is refused in one line with one hint."""
    path = tmp_path / "f.yaml"
    path.write_bytes(content)
    with pytest.raises(FileTrouble) as caught:
        read_file(path)
    assert str(caught.value).startswith(f"{path}: {what}. Hint: ")
    assert str(caught.value).count("Hint:") == 1


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """A folder is called one, once."""
    with pytest.raises(FileTrouble) as caught:
        read_file(tmp_path)
    assert str(caught.value) == f"{tmp_path}: is a directory. Hint: name the conflict file in it"


def test_a_missing_file(tmp_path: Path) -> None:
    """A file that is not there is said to be missing."""
    with pytest.raises(FileTrouble, match="No such file"):
        read_file(tmp_path / "absent.yaml")


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("- a\n- b\n", (0, 0), "is not a conflict file"),
        ("hello\n", (0, 0), "is not a conflict file"),
        ("# only a comment\n", (0, 0), "is not a conflict file"),
        ("title: a\ntitle: b\n", (2, 1), "duplicate key"),
        ("title: t\nparties:\n\ta: x\n", (3, 1), r"'\t'"),
        ("title: t: u\n", (1, 9), "cannot be read as YAML"),
        ("title: *nobody\n", (1, 8), "undefined alias"),
        ("title: a\n---\ntitle: b\n", (2, 1), "another document"),
        ("title: \0\n", (0, 0), "special characters"),
    ],
)
def test_text_that_is_no_conflict(text: str, place: tuple[int, int], said: str) -> None:
    """What is not a mapping in YAML is refused where it stops being one."""
    problem = only_problem(text)
    assert (problem.kind, at(problem), said in problem.what) == ("yaml", place, True), str(problem)


def test_an_anchor_bomb_is_refused() -> None:
    """Aliases that unfold into a hundred million entries are refused at once."""
    lines = [
        f"{one}: &{one} [{', '.join([f'*{before}'] * 10)}]"
        for before, one in zip("abcdefg", "bcdefgh", strict=True)
    ]
    bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "\n".join(lines)
    assert "unfold into too many" in only_problem(bomb).what


@pytest.mark.parametrize("text", ["[" * 400 + "]" * 400, "{a: " * 45 + "}" * 45])
def test_deep_nesting_is_refused(text: str) -> None:
    """Hundreds of brackets are refused, and so are more than forty levels of keys."""
    assert "nested too deeply" in only_problem(f"title: {text}").what


def test_brackets_left_open_are_refused() -> None:
    """Hundreds of brackets that never close are one problem, found before they are parsed."""
    problem = only_problem("title: " + "[" * 400)
    assert (problem.kind, at(problem)) == ("yaml", (0, 0))


def test_a_document_at_the_limit_of_nesting_is_read() -> None:
    """Thirty levels are odd, but no reason to stop."""
    assert yaml_document("title: " + "[" * 30 + "]" * 30, "f.yaml")


@pytest.mark.parametrize(
    "text", ["title: &a [*a]\n", TWO + "outcomes: &o {deal: *o}\n", TWO + "one_way: &o [*o]\n"]
)
def test_an_alias_of_itself_is_refused(text: str) -> None:
    """A text that contains itself says nothing, and is not taken for an empty one."""
    assert problems(text)


def test_tags_make_nothing_happen() -> None:
    """A tag that asks for Python is so much text in the wrong place."""
    problem = only_problem(TWO + "note: !!python/object/apply:os.getcwd []\n")
    assert (problem.kind, at(problem)[0]) == ("string_type", 11)


@pytest.mark.parametrize(
    "key", sorted(set(Conflict.model_fields) - {"title", "parties", "status_quo", "no_deal"})
)
def test_null_is_refused_where_something_should_stand(key: str) -> None:
    """A key with nothing after it is a problem at its line, not an empty value."""
    assert at(only_problem(TWO + f"{key}:\n"))[0] == 11


def test_null_status_quo_is_unknown() -> None:
    """Only where absent means something may null stand: the status quo and the outcome without a deal."""
    conflict = two("status_quo:\nno_deal:\n")
    assert (conflict.status_quo, conflict.no_deal) == (None, None)


@pytest.mark.parametrize("states", ["[a, null]", "[a, true]", "[a, {b: c}]", "[a, b, a]"])
def test_a_list_of_states_holds_names(states: str) -> None:
    """Nothing but names is taken for a state's name, and none twice."""
    assert problems(f"title: t\nstates: {states}\nparties: {{p: {{name: P}}}}\nstatus_quo: a")


def test_a_number_and_its_text_are_one_name() -> None:
    """Two keys that come to the same name are a duplicate, not a silent replacement."""
    assert problems("title: t\nstates: [1, 2, 3]\nparties: {a: {name: A, moves: {1: 2, '1': 3}}}")


def test_truth_is_no_weight() -> None:
    """A weight of true is not taken for 1."""
    assert problems("title: t\nparties: {a: {name: A, options: {x: x}, weights: {x: true}}}")
