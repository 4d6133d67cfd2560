"""The wheel holds everything that the installed program needs, and nothing that it does not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

import jirga
from jirga import examples

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


def test_name(wheel: Path) -> None:
    """The wheel carries the program's name and version, and runs on any Python 3."""
    assert wheel.name == f"jirga-{jirga.__version__}-py3-none-any.whl"


def test_contents(wheel: Path) -> None:
    """It holds every file of the package as it stands here, and besides only its own description."""
    source = ROOT / "src"
    expected = {
        path.relative_to(source).as_posix()
        for path in (source / "jirga").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with ZipFile(wheel) as held:
        names = {name for name in held.namelist() if ".dist-info/" not in name}
        assert names == expected
        for name in names:
            assert held.read(name) == (source / name).read_bytes()


@pytest.mark.parametrize(
    "name",
    [
        "conflict/formula.lark",
        "brief/page.html.jinja",
        "brief/writing/brief.html.jinja",
        "brief/writing/brief.typ",
        "brief/writing/fonts/NotoNaskhArabic-Regular.ttf",
        "brief/writing/fonts/OFL.txt",
        "brief/writing/word/styles.xml",
        "py.typed",
        "examples/starter.yaml.txt",
        *(f"examples/{name}.yaml" for name in examples.names()),
    ],
)
def test_holds(wheel: Path, name: str) -> None:
    """What no import would miss is in it."""
    with ZipFile(wheel) as held:
        assert f"jirga/{name}" in held.namelist()


def test_licence(wheel: Path) -> None:
    """The licence is in it, word for word, and the description names it and the command."""
    described = f"jirga-{jirga.__version__}.dist-info"
    with ZipFile(wheel) as held:
        assert held.read(f"{described}/licenses/LICENSE") == (ROOT / "LICENSE").read_bytes()
        metadata = held.read(f"{described}/METADATA").decode()
        assert "License-Expression: Apache-2.0" in metadata
        assert "jirga = jirga.cli:main" in held.read(f"{described}/entry_points.txt").decode()


def test_runs_from_the_wheel(wheel: Path, tmp_path: Path) -> None:
    """The demo runs from the wheel's own files."""
    ended = subprocess.run(
        [
            sys.executable,
            "-c",
            "import jirga, sys; from jirga.cli import main; print(jirga.__file__); main()",
            "demo",
        ],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(wheel)},
        capture_output=True,
        text=True,
        check=True,
    )
    first, *_, last = ended.stdout.splitlines()
    assert Path(first).is_relative_to(wheel)
    assert Path(last) == tmp_path / "brief.html"
    assert Path(last).is_file()
