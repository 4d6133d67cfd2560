"""Asking another process for a file's text, and stopping it when it takes too long."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import Any

from jirga.errors import FileTrouble, one_line

SECONDS = 15
KINDS = {
    **dict.fromkeys((".txt", ".text", ".md"), "txt"),
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
    ".docx": "docx",
    ".pdf": "pdf",
}
LARGEST = {"txt": 25, "html": 10, "docx": 25, "pdf": 100}  # in millions of bytes
MEGA = 1_000_000


@dataclass(frozen=True)
class Extracted:
    """A file's text and what the file says about itself.

    Attributes
    ----------
    said : mapping
        title, author, publisher, date and language, as far as the file gives them.
    marks : tuple of (mark, start, end)
        Its pages, where it has any.
    """

    text: str
    extractor: str
    version: str
    said: Mapping[str, str]
    marks: tuple[tuple[str, int, int], ...] = ()


class Extractor:
    """Takes the text out of one file after the other, in a process that is started when needed."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self.seconds = seconds
        self.process: subprocess.Popen[bytes] | None = None

    def text(self, path: Path, name: str = "") -> Extracted:
        """Give a file's text.

        Parameters
        ----------
        name : str, optional
            What the file is called, where the path is that of a copy.

        Raises
        ------
        FileTrouble
            It is of a kind that is not read, too large, broken, or takes too long.
        """
        name = name or str(path)
        answer = self.asked(kind_of(name, path), path)
        if "trouble" in answer:
            raise FileTrouble(name, one_line(answer["trouble"]), answer["hint"])
        said = {key: " ".join(str(answer.get(key) or "").split()) for key in SAID}
        marks = tuple((mark, start, end) for mark, start, end in answer.get("marks", ()))
        return Extracted(answer["text"], answer["extractor"], answer["version"], said, marks)

    def asked(self, kind: str, path: Path) -> dict[str, Any]:
        """Send one question and wait for its answer, but not for ever."""
        process = self.started()
        assert process.stdin is not None  # noqa: S101  both are pipes, made below
        assert process.stdout is not None  # noqa: S101
        process.stdin.write(json.dumps([kind, str(path.resolve())]).encode("ascii") + b"\n")
        process.stdin.flush()
        watch = Timer(self.seconds, process.kill)
        watch.start()
        line = process.stdout.readline()
        slow = watch.finished.is_set()
        watch.cancel()
        if line.endswith(b"\n"):
            return dict(json.loads(line))
        self.stop()
        what = f"takes more than {self.seconds:g} seconds" if slow else "brings its reader down"
        return {"trouble": what, "hint": "it is no ordinary document; save its text as a .txt file"}

    def started(self) -> subprocess.Popen[bytes]:
        """Start the process if it is not running; -P keeps modules in the current folder out of it."""
        if self.process is None:
            command = [sys.executable, "-P", "-m", "jirga.record.extracting"]
            pipe, none = subprocess.PIPE, subprocess.DEVNULL
            self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=none)  # noqa: S603
        return self.process

    def stop(self) -> None:
        """End the process."""
        process, self.process = self.process, None
        if process is not None:
            process.kill()
            process.communicate()


SAID = ("title", "author", "publisher", "date", "language")


@contextmanager
def extractor(seconds: float = SECONDS) -> Iterator[Extractor]:
    """Have files read, and end the process afterwards."""
    one = Extractor(seconds)
    try:
        yield one
    finally:
        one.stop()


def kind_of(name: str, path: Path) -> str:
    """Say how a file is read, by the end of its name.

    Raises
    ------
    FileTrouble
        No reader is known for it, or it is larger than such a file is.
    """
    kind = KINDS.get(Path(name).suffix.lower())
    if kind is None:
        raise FileTrouble(name, "is of a kind that is not read", "add txt, html, docx or pdf files")
    if path.stat().st_size > LARGEST[kind] * MEGA:
        what = f"is larger than {LARGEST[kind]} million bytes, the most a {kind} file may have"
        raise FileTrouble(name, what, "add it in parts")
    return kind
