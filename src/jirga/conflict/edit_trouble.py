"""An edit of a variant that cannot be made."""

from __future__ import annotations


class EditTrouble(ValueError):
    """An edit that cannot be made: which variant, which edit, what is wrong, what to try."""

    def __init__(self, kind: str, what: str, hint: str) -> None:
        self.kind, self.what, self.hint = kind, what, hint
        self.variant, self.place = "", 0
        super().__init__(f"{what}. Hint: {hint}")
