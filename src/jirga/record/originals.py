"""The files themselves, byte for byte, named by their digest so that none can take another's place."""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from jirga.errors import FileTrouble
from jirga.schema.record import Document

PIECE = 2**20
COMING = ".coming."
LEFT = 3600  # seconds after which nobody is copying any more


@dataclass(frozen=True)
class Copied:
    """A copy of a file that is not kept yet."""

    path: Path
    sha256: str

    def keep(self, suffix: str) -> Path:
        """Give the copy the name of its digest; that it is on the disk was seen to before."""
        target = self.path.with_name(f"{self.sha256}{suffix}")
        self.path.replace(target)
        return target


@contextmanager
def copied(path: Path, folder: Path) -> Iterator[Copied]:
    """Copy a file into a folder; the copy goes away again unless it is kept.

    Raises
    ------
    FileTrouble
        It is no ordinary file, or cannot be read or copied.
    """
    if not path.is_file():
        what = "is not there" if not path.exists() else "is no ordinary file"
        raise FileTrouble(str(path), what, "check the name and the folder")
    try:
        handle, beside = tempfile.mkstemp(dir=folder, prefix=COMING)
        with os.fdopen(handle, "wb") as out, path.open("rb") as opened:
            sha256 = hashlib.sha256()
            while piece := opened.read(PIECE):
                sha256.update(piece)
                out.write(piece)
            out.flush()
            os.fsync(out.fileno())
    except OSError as trouble:
        raise FileTrouble(str(path), f"cannot be copied: {trouble.strerror}", "check the folder") from None
    try:
        yield Copied(Path(beside), sha256.hexdigest())
    finally:
        Path(beside).unlink(missing_ok=True)


def swept(folder: Path) -> None:
    """Take away what copying left that was stopped in the middle, an hour ago or longer."""
    for path in folder.glob(f"{COMING}*"):
        with suppress(FileNotFoundError):
            if time.time() - path.stat().st_mtime > LEFT:
                path.unlink()


def original(folder: Path, document: Document) -> Path:
    """Give the file of a document."""
    return folder / f"{document.file_sha256}{Path(document.file_name).suffix.lower()}"


def sha256_of(path: Path) -> str:
    """Give the digest of a file; empty if it is not there."""
    if not path.is_file():
        return ""
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
