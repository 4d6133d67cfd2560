"""Processes that are begun for a part of the work: they keep quiet, and end with the one that began them."""

from __future__ import annotations

import os
import signal
import threading
from multiprocessing import parent_process


def begin_quietly() -> None:
    """Leave a Ctrl-C to the process that began this one, and end with it, even if that one is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=end_with_parent, daemon=True).start()


def end_with_parent() -> None:
    """Wait until the process that began this one is gone, and end at once."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
