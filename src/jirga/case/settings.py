"""The settings of a case, from a file in its folder that holds nothing secret."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from jirga.case.opened import SETTINGS, Opened
from jirga.conflict.text import file_text
from jirga.conflict.yaml_text import parsed
from jirga.errors import FileTrouble, shortened
from jirga.schema.settings import Settings

SECRET = ("key", "token", "secret", "password", "authorization")


class Settled(Opened):
    """A case asked for its settings."""

    def settings(self) -> Settings:
        """Read the settings; all are left out where there is no file.

        Raises
        ------
        FileTrouble, ConflictTrouble
            It cannot be read, sets what there is not, or holds a key.
        """
        path = self.folder / SETTINGS
        if not path.is_file():
            return Settings()
        said = parsed(file_text(path), str(path)) or {}
        for name in names_in(said):
            if any(word in name.casefold() for word in SECRET):
                what = f"holds {shortened(name)!r}: a case is handed on, and whatever is in it with it"
                raise FileTrouble(str(path), what, "put the key into the environment, as JIRGA_ENDPOINT_KEY")
        return checked(str(path), said)


def checked(path: str, said: Any) -> Settings:
    """Check settings that were read."""
    try:
        return Settings.model_validate(said)
    except ValidationError as trouble:
        first = trouble.errors()[0]
        where = ".".join(map(str, first["loc"])) or "it"
        hint = "write endpoint:, and below it base_url, model and, if you want, up_to"
        raise FileTrouble(path, f"cannot be used: {where}: {first['msg']}", hint) from None


def names_in(said: object) -> Iterator[str]:
    """Give every name that is set, however deep."""
    if isinstance(said, Mapping):
        for key, value in said.items():
            yield str(key)
            yield from names_in(value)
    elif isinstance(said, list):
        for one in said:
            yield from names_in(one)
