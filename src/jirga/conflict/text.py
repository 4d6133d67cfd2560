"""Text files: read with care for what they may be, written so that nothing is lost."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from jirga.errors import FileTrouble

MAX_BYTES = 1_000_000


def file_text(path: str | Path) -> str:
    """Read a text file, or say in one line why it cannot be read."""
    path = Path(path)
    if path.is_dir():
        raise FileTrouble(str(path), "is a directory", "name the conflict file in it")
    try:
        with path.open("rb") as opened:
            content = opened.read(MAX_BYTES + 1)
    except (OSError, ValueError) as trouble:
        reason = getattr(trouble, "strerror", None) or str(trouble)
        raise FileTrouble(str(path), f"cannot be read: {reason}", "check the name and the folder") from None
    return decoded(content, str(path))


def decoded(content: bytes, name: str) -> str:
    """Turn a file's bytes into text, or say why they are none."""
    if len(content) > MAX_BYTES:
        what = f"is larger than {MAX_BYTES:,} bytes, the most a conflict file has"
        raise FileTrouble(name, what, "is it the right file?")
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as trouble:
        what = f"is not UTF-8 text (byte {trouble.start + 1})"
        raise FileTrouble(name, what, "save it as UTF-8 and try again") from None
    if not text.strip():
        raise FileTrouble(name, "is empty", "jirga new FILE writes a starter")
    return text


def write_text(path: str | Path, text: str) -> None:
    """Write beside the target and rename it into place; what was there stays whole if that fails."""
    try:
        content = text.encode("utf-8")
    except UnicodeEncodeError as trouble:
        raise cannot_write(path, trouble) from None
    write_bytes(path, content)


def write_bytes(path: str | Path, content: bytes) -> None:
    """Write bytes beside the target and rename them into place."""
    target = Path(path)
    try:
        target = target.resolve() if target.is_symlink() else target
        handle, beside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as trouble:
        raise cannot_write(path, trouble) from None
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
        Path(beside).chmod(permissions(target))
        Path(beside).replace(target)
    except OSError as trouble:
        Path(beside).unlink(missing_ok=True)
        raise cannot_write(path, trouble) from None


def permissions(target: Path) -> int:
    """Keep a file's permissions; give a new one those that the user's mask leaves."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def cannot_write(path: str | Path, trouble: Exception) -> FileTrouble:
    """Say why a file cannot be written."""
    reason = getattr(trouble, "strerror", None) or "a sign in it cannot be kept as text"
    return FileTrouble(str(path), f"cannot be written: {reason}", "choose a folder you may write to")
