"""The ledger: where the record is kept, opened for reading or for writing, one whole act at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, select
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from jirga.errors import CaseTrouble, FileTrouble, one_line
from jirga.record.derived import kept
from jirga.record.log import Act, Entry, Hand, append
from jirga.record.tables import VERSION, about, make_tables

PATIENCE = 10  # seconds to wait until another has finished writing
SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    f"PRAGMA busy_timeout = {PATIENCE * 1000}",
    "PRAGMA secure_delete = ON",
)


class Ledger:
    """A database with the tables of the record in it.

    Parameters
    ----------
    engine : Engine
        The database.
    name : str
        What it is called in messages.
    """

    def __init__(self, engine: Engine, name: str) -> None:
        self.engine, self.name = engine, name

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read: everything seen is of one moment, and nobody is kept from writing."""
        with troubles_named(self.name), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep the database open over many acts: put away after each, SQLite would tidy up every time."""
        with troubles_named(self.name), self.engine.connect():
            yield

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Write: all of it is kept, or nothing, and nobody else writes meanwhile."""
        with troubles_named(self.name), self.engine.connect() as plain:
            connection = plain.execution_options(writing=True)
            with connection.begin():
                if connection.dialect.name != "sqlite":
                    connection.exec_driver_sql("LOCK TABLE log IN SHARE ROW EXCLUSIVE MODE")
                yield connection


def act(connection: Connection, acts: Sequence[Act], hand: Hand) -> list[Entry]:
    """Put acts into the log and what they leave into the tables."""
    entries = append(connection, acts, hand)
    kept(connection, entries)
    return entries


def opened(path: Path, url: str = "") -> Ledger:
    """Open a ledger that is there already.

    Raises
    ------
    FileTrouble
        There is none, or it cannot be read as one.
    CaseTrouble
        A newer Jirga made it.
    """
    if not url and not path.is_file():
        raise FileTrouble(str(path), "is not there", f"jirga new {path.parent}{'/'} makes a case")
    ledger = connected(path, url)
    with ledger.reading() as connection:
        found = version(connection)
    if found != VERSION:
        raise_unless_older(found, ledger.name)
    return ledger


def raise_unless_older(found: int, name: str) -> None:
    """Say what to do about a ledger of another version.

    Raises
    ------
    CaseTrouble
        Always: an older one is brought up to date first, a newer one cannot be read here.
    """
    if found > VERSION:
        raise CaseTrouble(f"{name} was made by a newer Jirga (its tables are of version {found})", NEWER)
    if not found:
        raise CaseTrouble(f"{name} holds no record", "name a folder that jirga new made")
    raise CaseTrouble(f"{name} is of version {found}, and {VERSION} is needed", "open the case as a whole")


NEWER = "install that version, or open the case where it was made"


def made(path: Path, url: str = "") -> Ledger:
    """Make a ledger's tables where there are none."""
    ledger = connected(path, url)
    with troubles_named(ledger.name), ledger.engine.connect() as plain:
        connection = plain.execution_options(writing=True)
        with connection.begin():
            if version(connection):
                raise CaseTrouble(f"{ledger.name} holds a record already", "open that case, or use another")
            make_tables(connection)
            connection.execute(about.insert(), {"key": "version", "value": str(VERSION)})
    return ledger


def version(connection: Connection) -> int:
    """Give the version of the tables; 0 where there are none."""
    if not inspect(connection).has_table("about"):
        return 0
    found = connection.execute(select(about.c.value).where(about.c.key == "version")).scalar()
    return int(found) if found is not None and str(found).isdigit() else 0


def connected(path: Path, url: str) -> Ledger:
    """Make the connection to a file, or to the server that an address names."""
    if not url:
        engine = create_engine(URL.create("sqlite", database=str(path)), poolclass=NullPool)
        event.listen(engine, "connect", set_up)
        event.listen(engine, "begin", begin)
        return Ledger(engine, str(path))
    try:
        address = make_url(url)
        engine = create_engine(address, poolclass=NullPool, isolation_level="REPEATABLE READ")
    except (ArgumentError, NoSuchModuleError, ImportError) as trouble:
        hint = "write postgresql+psycopg://name@server/database, and install psycopg"
        raise CaseTrouble(f"the database cannot be used: {one_line(str(trouble))}", hint) from None
    return Ledger(engine, address.render_as_string(hide_password=True))


def set_up(raw: Any, _record: Any) -> None:
    """Set up one connection to a SQLite file; we begin transactions ourselves."""
    raw.isolation_level = None
    for setting in SETTINGS:
        raw.execute(setting)


def begin(connection: Connection) -> None:
    """Begin: a writer takes its turn at once, so that it never has to give up half-way."""
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def troubles_named(name: str) -> Iterator[None]:
    """Say in one line which database gave trouble, and what to try."""
    try:
        yield
    except DBAPIError as trouble:
        raise FileTrouble(name, f"cannot be used: {one_line(str(trouble.orig))}", advice(trouble)) from None
    except ValidationError as trouble:
        what = f"holds what cannot be read ({trouble.title}: {trouble.errors()[0]['msg']})"
        raise FileTrouble(name, one_line(what), "jirga verify says what was changed") from None
    except SQLAlchemyError as trouble:
        raise FileTrouble(name, f"cannot be used: {one_line(str(trouble))}", advice(trouble)) from None


def advice(trouble: SQLAlchemyError) -> str:
    """Say what to try when a database gives trouble."""
    said = str(trouble)
    if "locked" in said:
        return "somebody else is writing for long; try again"
    if "no such table" in said or "not a database" in said or "malformed" in said:
        return "is it a case? if it was, take the newest copy that jirga verify calls whole"
    return "check that the place can be written to and has room"
