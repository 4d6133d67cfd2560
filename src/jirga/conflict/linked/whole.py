"""Two tables as one conflict: all their states together, and what whoever sits at both wants of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from jirga.conflict.linked.renamed import Names, renamed_party, renamed_rule
from jirga.schema.conflict import Ask, Conflict, Impossible, Outcome, Party
from jirga.schema.linked import Line, Linked
from jirga.schema.sources import Source
from jirga.schema.wants import Want

Tables = Mapping[str, Conflict]
Pair = dict[str, str]


def joined(linked: Linked, tables: Tables) -> Conflict:
    """Make one conflict of two tables.

    Notes
    -----
    This is a hierarchical graph model with lexicographic preferences. The states are the pairs of the
    tables' states that no rule across the tables forbids. A party that sits at one table moves there and
    wants what it wants there. A party at both moves at either, or at both in one step, and wants first all
    it wants at the table it puts `first`, then all it wants at the other; or what its own list says.

    References
    ----------
    [He2013]_ for the hierarchical graph model, of which only abstracts were at hand.
    """
    sources, called = merged_sources(linked, tables)
    names = {
        table: Names(table, {key: linked.local(table, key) for key in conflict.parties}, called[table])
        for table, conflict in tables.items()
    }
    said = {
        "title": linked.title,
        "question": linked.question,
        "asks": linked.asks or tuple(asks(tables, names)),
        "as_of": linked.as_of,
        "note": linked.note,
        "sources": sources,
        "parties": parties(linked, tables, names),
        "status_quo": status_quo(tables, names),
        "impossible": (*local_rules(tables, names), *linked.impossible),
        "one_way": tuple(
            names[table].line(line) for table, conflict in tables.items() for line in conflict.one_way
        ),
        "outcomes": {name: outcome(pair, tables, names) for name, pair in pairs(linked, tables).items()},
        "expect": linked.expect,
    }
    return Conflict.model_validate(said)


def parties(linked: Linked, tables: Tables, names: Mapping[str, Names]) -> dict[str, Party]:
    """Give every party in the names of the whole; one that sits at both tables once."""
    seats: dict[str, dict[str, Party]] = {}
    for table, conflict in tables.items():
        for key in conflict.parties:
            name = names[table].parties[key]
            here = renamed_party(conflict, key, names[table], as_wants=name in linked.shared)
            seats.setdefault(name, {})[table] = here
    return {
        name: at_both(linked, name, seated) if name in linked.shared else next(iter(seated.values()))
        for name, seated in seats.items()
    }


def at_both(linked: Linked, name: str, seated: Mapping[str, Party]) -> Party:
    """Give a party that sits at both tables: its options at both, and its wants in its own order."""
    first = next(iter(seated.values()))
    options = {key: option for party in seated.values() for key, option in party.options.items()}
    prefers = tuple(
        want
        for place, line in enumerate(lines(linked, seated), start=1)
        for want in (seated[line.table].prefers if line.table is not None else [own(line, name, place)])
    )
    return first.model_copy(update={"options": options, "prefers": prefers})


def lines(linked: Linked, seated: Mapping[str, Party]) -> tuple[Line, ...]:
    """Give the order a shared party goes by: its own list, or the first table and then the other."""
    if linked.prefers:
        return linked.prefers
    order = sorted(seated, key=lambda table: table != linked.first)
    return tuple(Line.model_validate({"table": table}) for table in order)


def own(line: Line, name: str, place: int) -> Want:
    """Give a want of a shared party that no table has; without an id, its place is its id."""
    kept = line.model_dump(exclude={"table"})
    return Want.model_validate(kept | {"id": line.id or f"{name}.{place}"})


def status_quo(tables: Tables, names: Mapping[str, Names]) -> tuple[str, ...] | None:
    """Give today at both tables; not known unless it is known at each."""
    taken: list[str] = []
    for table, conflict in tables.items():
        if conflict.status_quo is None:
            return None
        taken += map(names[table].option, conflict.status_quo)
    return tuple(taken)


def local_rules(tables: Tables, names: Mapping[str, Names]) -> Iterator[Impossible]:
    """Give the rules of every table."""
    for table, conflict in tables.items():
        yield from (renamed_rule(rule, names[table]) for rule in conflict.impossible)


def asks(tables: Tables, names: Mapping[str, Names]) -> Iterator[Ask]:
    """Give what every table's question is about."""
    for table, conflict in tables.items():
        for ask in conflict.asks:
            yield Ask(about=names[table].formula(ask.about), says=ask.says)


def pairs(linked: Linked, tables: Tables) -> dict[str, Pair]:
    """Name every pair of the tables' outcomes: as the file names it, or both names with a + between."""
    given = {
        tuple((table, pair.get(table)) for table in tables): name for name, pair in linked.outcomes.items()
    }
    every = (
        tuple(zip(tables, combination, strict=True))
        for combination in product(*(conflict.outcomes for conflict in tables.values()))
    )
    return {given.get(pair) or " + ".join(name for _, name in pair): dict(pair) for pair in every}


def outcome(pair: Pair, tables: Tables, names: Mapping[str, Names]) -> Outcome:
    """Give a pair of the tables' outcomes as an outcome of the whole."""
    both = {table: tables[table].outcomes[name] for table, name in pair.items()}
    taken = tuple(names[table].option(key) for table, one in both.items() for key in one.taken)
    return Outcome(taken=taken, says="; ".join(one.says for one in both.values() if one.says))


def merged_sources(linked: Linked, tables: Tables) -> tuple[dict[str, Source], dict[str, dict[str, str]]]:
    """Put all sources together, and say what each of a table's is called in the whole.

    Two files that say the same of a source under one name, and quote no passage differently, mean one source;
    where they do not, each table's is called TABLE_SOURCE.
    """
    merged = dict(linked.sources)
    called: dict[str, dict[str, str]] = {}
    for table, conflict in tables.items():
        called[table] = {}
        for key, source in conflict.sources.items():
            same = key not in merged or same_source(merged[key], source)
            name = key if same else free(f"{table}_{key}", merged)
            passages = (merged[key].passages if name in merged else {}) | source.passages
            merged[name] = source.model_copy(update={"passages": passages})
            called[table][key] = name
    return merged, called


def free(name: str, taken: Mapping[str, object]) -> str:
    """Give a name that is not taken.

    >>> free("home_article", {"home_article": 1})
    'home_article_'
    """
    return free(f"{name}_", taken) if name in taken else name


def same_source(one: Source, two: Source) -> bool:
    """Whether two files mean one source: it is called the same and no passage of it reads differently."""
    alike = (one.title, one.by, one.date) == (two.title, two.by, two.date)
    return alike and all(two.passages.get(mark, words) == words for mark, words in one.passages.items())
