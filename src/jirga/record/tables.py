"""The tables: a log that only grows, and beside it what the log comes to, so that it can be searched.

The same tables stand in SQLite and in PostgreSQL; only the full-text index differs.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Connection, Index, Integer, MetaData, Table, Text

VERSION = 3
metadata = MetaData()
Big = BigInteger().with_variant(Integer, "sqlite")


def table(name: str, *columns: Column[int] | Column[str] | Index) -> Table:
    """Declare a table; SQLite holds it to its types."""
    return Table(name, metadata, *columns, sqlite_strict=True)


def text(name: str, *, key: bool = False, null: bool = False) -> Column[str]:
    """Declare a column of text."""
    return Column(name, Text, primary_key=key, nullable=null)


def number(name: str, *, key: bool = False) -> Column[int]:
    """Declare a column of whole numbers that we give ourselves."""
    return Column(name, Integer, primary_key=key, autoincrement=False, nullable=False)


about = table("about", text("key", key=True), text("value"))
log = table(
    "log",
    number("number", key=True),
    text("at"),
    text("by"),
    text("what"),
    text("about", null=True),
    text("content", null=True),
    text("salt", null=True),
    text("digest"),
    text("before"),
    text("hash"),
    Index("log_about", "about"),
)
documents = table("documents", text("id", key=True), text("name"), text("content"))
texts = table("texts", text("document", key=True), text("text"))
passages = table(
    "passages",
    text("document", key=True),
    text("mark", key=True),
    number("start"),
    number("end"),
    text("quote"),
    text("prefix"),
    text("suffix"),
)
claims = table(
    "claims",
    text("id", key=True),
    text("document"),
    text("kind"),
    text("state"),
    text("content"),
    Index("claims_document", "document"),
)
datasets = table("datasets", text("id", key=True), text("name"), text("content"))
names = table("names", text("id", key=True), text("kind"), text("content"))
retractions = table("retractions", text("kind", key=True), text("id", key=True), text("content"))
shingles = table(
    "shingles",
    text("document", key=True),
    Column("shingle", Big, primary_key=True, autoincrement=False),
    Index("shingles_shingle", "shingle", "document"),
)
# In SQLite this is an FTS5 table, made by hand; in PostgreSQL an ordinary one with an index over its words.
found = Table("found", MetaData(), text("kind"), text("ref"), text("document"), text("words"))

FTS5 = """CREATE VIRTUAL TABLE IF NOT EXISTS found USING fts5(
    kind UNINDEXED, ref UNINDEXED, document UNINDEXED, words,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'")"""
PLAIN = "CREATE TABLE IF NOT EXISTS found (kind TEXT, ref TEXT, document TEXT, words TEXT)"
WORDS = "CREATE INDEX IF NOT EXISTS found_words ON found USING gin (string_to_array(words, ' '))"

# What the log comes to, in the order of the log: these can be made again from it at any time.
DERIVED = {one.name: one for one in (documents, claims, names, retractions, datasets)}


def make_tables(connection: Connection) -> None:
    """Make every table that is not there yet."""
    metadata.create_all(connection)
    for statement in (FTS5,) if connection.dialect.name == "sqlite" else (PLAIN, WORDS):
        connection.exec_driver_sql(statement)
