"""Jirga: what talks can produce, who would break it, and what the answer hangs on.

>>> import jirga
>>> solution = jirga.example("prisoners").solve()
>>> solution.equilibria["nash"]
((),)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jirga.about import VERSION as __version__  # noqa: N811

__all__ = ["Conflict", "JirgaError", "__version__", "example", "linked", "load"]

if TYPE_CHECKING:
    from jirga.api import Conflict, example, linked, load
    from jirga.errors import JirgaError


def __getattr__(name: str) -> Any:
    """Load the heavy parts only when they are asked for, so that `jirga --help` stays quick."""
    if name in {"Conflict", "example", "linked", "load"}:
        from jirga import api

        return getattr(api, name)
    if name == "JirgaError":
        from jirga.errors import JirgaError

        return JirgaError
    raise AttributeError(f"module 'jirga' has no attribute {name!r}")
