"""Documents and claims for tests of the record, and a server to keep them on."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from jirga.case import Case
from jirga.record.documents import Added
from jirga.schema.record import Figure, Mention, Passage, Stance, Tie

ME = {"by": "A. Tester", "at": "2025-03-10T12:00:00Z"}
TEXT = (
    "The Torkham crossing has been shut for two weeks. TTP carried out more than 600 attacks, according to a "
    "United Nations report. The family of Noor Wali Masoud receives $43,000 every month from Kabul. "
    "Islamabad condemned the attacks."
)
BIN = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1:] or [Path(shutil.which("initdb") or "").parent]
NUMBERS = count()


def written(folder: Path, text: str = TEXT, name: str = "report.txt") -> Path:
    """Put a text into a file, sign for sign."""
    path = folder / name
    path.write_bytes(text.encode("utf-8"))
    return path


def added(case: Case, path: Path, **said: str) -> Added:
    """Add one file that can be read."""
    ((_, one),) = case.add([path], **ME, **said)
    assert isinstance(one, Added), one
    return one


def passage(quote: str, text: str = TEXT) -> Passage:
    """Find words in a text."""
    start = text.index(quote)
    return Passage(start=start, end=start + len(quote), quote=quote)


def attacks(**more: object) -> Figure:
    """The figure of 600 attacks in TEXT."""
    return Figure.model_validate(
        {
            "passages": (passage("more than 600 attacks"),),
            "value": 600,
            "bound": "more_than",
            "unit": "attacks",
            "claimant": Mention(name="United Nations"),
        }
        | more
    )


def condemned() -> Stance:
    """Islamabad's stance in TEXT."""
    words = passage("Islamabad condemned the attacks")
    return Stance(passages=(words,), speaker=Mention(name="Islamabad"), stance="oppose", topic="attacks")


def funded() -> Tie:
    """Who funds whom in TEXT."""
    words = passage("The family of Noor Wali Masoud receives $43,000 every month from Kabul")
    ends = {"source": Mention(name="Kabul"), "target": Mention(name="TTP")}
    return Tie(passages=(words,), relation="funds", **ends)


def proposed(case: Case, document: str = "report") -> tuple[str, ...]:
    """Propose the claims of TEXT, which a document holds; gives their ids."""
    return case.propose([attacks(), condemned(), funded()], document=document, **ME).new


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """Run a real PostgreSQL that listens to nobody but a socket in a folder; gives how to reach it."""
    data = folder / "data"
    own = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if own:
        for one in (folder, *folder.parents[:2]):
            one.chmod(one.stat().st_mode | 0o055)
        shutil.chown(folder, "postgres")

    def run(program: str, *args: str | Path, check: bool = True) -> None:
        none = subprocess.DEVNULL
        command = [*own, BIN[0] / program, "-D", data, *args]
        subprocess.run(command, check=check, stdout=none, stderr=none, cwd="/")

    run("initdb", "-U", "me", "-A", "trust", "-E", "UTF8")
    options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
    run("pg_ctl", "-w", "-o", options, "-l", data / "log", "start")
    try:
        yield f"host={folder}&user=me"
    finally:
        run("pg_ctl", "-m", "immediate", "stop", check=False)  # it may be gone by itself


def database(where: str) -> str:
    """Make a new database on the server, and give its address."""
    import psycopg

    name = f"case_{next(NUMBERS)}"
    with psycopg.connect(where.replace("&", " ") + " dbname=postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"postgresql+psycopg:///{name}?{where}"


def has_server() -> bool:
    """Whether PostgreSQL's programs are here."""
    return (BIN[0] / "initdb").is_file()
