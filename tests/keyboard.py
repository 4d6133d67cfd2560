"""A terminal with somebody at its keyboard: `jirga` in a process of its own, key by key, screen by screen."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import struct
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

STEER = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]")
NEW_SCREEN, WAIT = "\x1b[H\x1b[2J", 20.0


class Terminal:
    """What stands on the screen, and what is typed."""

    def __init__(self, handle: int) -> None:
        self.handle, self.said = handle, ""

    def until(self, words: str) -> str:
        """Wait until some words are shown after the last key; give everything shown since."""
        end, shown = time.monotonic() + WAIT, ""
        while words not in plain(shown):
            if time.monotonic() > end or not select.select([self.handle], [], [], WAIT)[0]:
                raise AssertionError(f"{words!r} was not shown, but: {plain(shown)}")
            shown += self.more()
        self.said += shown
        return plain(shown.rpartition(NEW_SCREEN)[2])

    def more(self) -> str:
        """Read what is there; nothing any more once the process has ended."""
        try:
            read = os.read(self.handle, 1 << 16)
        except OSError:
            read = b""
        if not read:
            raise AssertionError(f"it has ended; it said: {plain(self.said[-2000:])}")
        return read.decode("utf-8", "replace")

    def press(self, keys: str, then: str) -> str:
        """Press keys and wait for the words that should then be shown; give the screen."""
        os.write(self.handle, keys.encode())
        return self.until(then)

    def rest(self) -> str:
        """Read until the process has ended."""
        shown = ""
        with contextlib.suppress(AssertionError):
            while True:
                shown += self.more()
        return plain(shown)


@contextlib.contextmanager
def terminal(*args: str | Path, rows: int = 24, columns: int = 80) -> Iterator[Terminal]:
    """Run `jirga` at a terminal of some size."""
    child, handle = pty.fork()
    if not child:
        os.environ |= {
            "TERM": "xterm-256color",
            "LC_ALL": "C.UTF-8",
            "COLUMNS": str(columns),
            "LINES": str(rows),
        }
        os.execv(  # noqa: S606
            sys.executable, [sys.executable, "-m", "jirga", *map(str, args)]
        )
    fcntl.ioctl(handle, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    try:
        yield Terminal(handle)
    finally:
        os.close(handle)
        os.waitpid(child, 0)


def plain(text: str) -> str:
    """Leave out what steers a terminal."""
    return STEER.sub("", text).replace("\r", "")
