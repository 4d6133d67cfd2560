"""Single keys from a terminal, taken as they are pressed; a key that is held down counts once."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import click

HELD = 0.2
LEAVE = frozenset({"q", "\x03", "\x04", "\x1b"})
ENTER = frozenset({"\r", "\n"})


@dataclass
class Keys:
    """The keyboard of a sitting.

    Attributes
    ----------
    last : pair of str and float
        The last key, and when it came.
    """

    last: tuple[str, float] = field(default=("", 0.0))

    def pressed(self) -> str:
        """Wait for a key; the end of input, and control-C, stop the sitting as q does.

        Notes
        -----
        The same key again within a fifth of a second is one that is held down, and counts for nothing:
        nobody can accept what was not on the screen long enough to be read.
        """
        while True:
            key = self.read()
            held = key == self.last[0] and time.monotonic() - self.last[1] < HELD
            self.last = key, time.monotonic()
            if not held:
                return key

    def read(self) -> str:
        """Read what was pressed: one key, or the signs that a key like an arrow sends."""
        try:
            if not has_termios():
                return click.getchar().casefold()
            return os.read(sys.stdin.fileno(), 32).decode("utf-8", "replace").casefold() or "q"
        except (KeyboardInterrupt, EOFError):
            return "q"

    def line(self, words: str) -> str:
        """Ask for a line of text; control-C gives nothing, as an empty line does."""
        self.last = ("", 0.0)
        try:
            with mode(waits_for_line=True):
                return str(click.prompt(words, default="", show_default=False))
        except click.Abort:
            return ""


def has_termios() -> bool:
    """Whether this system has terminals as Unix has them."""
    return sys.platform != "win32"


@contextmanager
def keyboard() -> Iterator[Keys]:
    """Take keys one by one, without showing them; afterwards the terminal is as it was."""
    with mode(waits_for_line=False):
        yield Keys()


@contextmanager
def mode(*, waits_for_line: bool) -> Iterator[None]:
    """Let the terminal give whole lines, or single keys, for a time; nothing typed meanwhile is lost."""
    if not has_termios():
        yield
        return
    import termios

    handle = sys.stdin.fileno()
    before = termios.tcgetattr(handle)
    # Without ISIG control-C is a key like others, and cannot break into the keeping of a judgement.
    flags = termios.ECHO | termios.ICANON | termios.ISIG
    wanted = [*before]
    wanted[3] = before[3] | flags if waits_for_line else before[3] & ~flags
    termios.tcsetattr(handle, termios.TCSADRAIN, wanted)
    try:
        yield
    finally:
        termios.tcsetattr(handle, termios.TCSADRAIN, before)
