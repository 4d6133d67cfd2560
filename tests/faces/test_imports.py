"""What the help says: every verb and option, an example that runs, and nothing heavy loaded for it."""

from __future__ import annotations

import inspect
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from eventfiles import file_of, ged
from faces.shell import run
from jirga import cli
from planting import packed

HEAVY = ["numba", "numpy", "pydantic", "pydantic_core", "lark", "ruamel", "ruamel.yaml", "rich", "jinja2"]
FOR_A_CASE = [
    "sqlalchemy",
    "trafilatura",
    "pypdf",
    "docx",
    "rapidfuzz",
    "nupunkt",
    "duckdb",
    "pyarrow",
    "psycopg",
]
VERBS = sorted(cli.jirga.commands)
LOADED = """
import sys
from jirga.cli import main
try:
    main(sys.argv[1:])
except SystemExit as end:
    assert not end.code
print("loaded:", *sorted(sys.modules))
"""


@pytest.mark.parametrize("args", [["--help"], ["solve", "--help"], ["--version"]], ids=" ".join)
def test_help_loads_nothing_heavy(args: list[str]) -> None:
    """Help and version come at once: no solver, reader, page or terminal library is loaded for them."""
    ended = subprocess.run([sys.executable, "-c", LOADED, *args], capture_output=True, text=True, check=True)
    loaded = ended.stdout.rpartition("loaded:")[2].split()
    assert "click" in loaded
    assert [one for one in HEAVY + FOR_A_CASE if one in loaded] == []


def test_a_conflict_file_needs_nothing_of_a_case(tiny: Path) -> None:
    """Solving or checking one file loads no database, no reader of documents and no event data."""
    for verb in ("solve", "check"):
        args = [sys.executable, "-c", LOADED, verb, str(tiny)]
        ended = subprocess.run(args, capture_output=True, text=True, check=True)
        loaded = ended.stdout.rpartition("loaded:")[2].split()
        assert "numpy" in loaded
        assert [one for one in FOR_A_CASE if one in loaded] == []


def test_importing_the_package_loads_nothing_heavy() -> None:
    """`import jirga` alone is light; what is heavy comes with the first conflict."""
    script = "import sys, jirga; jirga.__version__; print(*sorted(sys.modules))"
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert [one for one in HEAVY if one in ended.stdout.split()] == []


def test_every_verb_is_in_one_group() -> None:
    """The groups of the help list every verb exactly once, under a question of their own."""
    grouped = [verb for verbs in cli.GROUPS.values() for verb in verbs]
    assert sorted(grouped) == VERBS
    shown = run("--help").out
    for question, verbs in cli.GROUPS.items():
        assert f"\n{question}:\n" in shown
        for verb in verbs:
            assert len(re.findall(rf"^  {verb}  ", shown, flags=re.MULTILINE)) == 1


@pytest.mark.parametrize("verb", VERBS)
def test_short_help_is_whole(verb: str) -> None:
    """The line about a verb in the list is a whole sentence, not cut off."""
    shown = " ".join(run("--help").out.split())
    sentence = (cli.jirga.commands[verb].help or "").splitlines()[0]
    assert sentence.endswith(".")
    assert f" {verb} {sentence}" in shown


@pytest.mark.parametrize("verb", VERBS)
def test_every_option_has_help(verb: str) -> None:
    """Every option of a verb says what it does, and its --help shows it."""
    shown = " ".join(run(verb, "--help").out.split())
    for one in cli.jirga.commands[verb].params:
        if isinstance(one, click.Option):
            assert one.help, one.name
            assert one.help in shown
            assert one.help.endswith(".")


def examples_of(verb: str) -> list[str]:
    """The command lines that a verb's --help gives as examples."""
    said = inspect.cleandoc(cli.jirga.commands[verb].help or "")
    return re.findall(r"Example:\s+(jirga .*)", said)


@pytest.mark.parametrize("verb", VERBS)
def test_example_of_every_verb(verb: str) -> None:
    """The --help of a verb holds an example of it, on a line of its own that can be copied."""
    shown = run(verb, "--help").out
    (example,) = examples_of(verb)
    assert example.startswith(f"jirga {verb}")
    assert any(line.strip().removeprefix("Example: ") == example for line in shown.splitlines()), shown


def make_case() -> None:
    """Make the case talks/ that the examples of the record's verbs speak of."""
    text = "The Torkham crossing has been shut for two weeks. TTP carried out more than 600 attacks."
    Path("article.txt").write_text(text, encoding="utf-8")
    lines = ["new talks/", "add talks/ article.txt"]
    lines += [f"names talks/ person 'Noor Wali {name}'" for name in ("Mehsud", "Masoud")]
    for line in lines:
        assert run(*shlex.split(line)).code == 0


@pytest.mark.parametrize("verb", VERBS)
def test_examples_run(verb: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every example runs as it stands on the file, or files, that `jirga new` writes."""
    monkeypatch.chdir(tmp_path)
    if verb == "link":
        assert run("new", "tables.yaml", "--example", "khyber_two_tables").code == 0
    elif verb != "new":
        assert run("new", "talks.yaml").code == 0
    if any("talks/" in example for example in examples_of(verb)) and verb != "new":
        make_case()
    if verb == "diff":
        assert run("new", "later.yaml").code == 0
    if verb == "events":
        file_of(tmp_path, "ged", ged())
    if verb == "import":
        assert run("export", "talks.yaml", "positions.xlsx").code == 0
    if verb == "leaks":
        Path("slides.pptx").write_bytes(packed({"ppt/slides/slide1.xml": "<p>The crossing is shut.</p>"}))
        file = Path("talks/conflict.yaml")
        file.write_text(f"handling: clear\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    for example in examples_of(verb):
        ended = run(*shlex.split(example.partition(">")[0])[1:])
        assert (ended.code, ended.err) == (0, "")
        assert ended.out


def test_no_verb_is_usage() -> None:
    """`jirga` alone shows the verbs."""
    ended = run()
    assert all(verb in ended.out + ended.err for verb in VERBS)
