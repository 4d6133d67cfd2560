"""Two programs' own files: `#A #P #M #D` lines as equal-gain and Decide use them, and KTAB's CSV."""

from __future__ import annotations

from collections.abc import Iterator

from jirga.conflict.bargaining.sheets.grids import Grid
from jirga.conflict.bargaining.sheets.stated import (
    Row,
    Stated,
    between,
    flat,
    ids,
    number,
    plain,
    shares_of_largest,
    trouble,
)
from jirga.errors import did_you_mean

KINDS = {"#A": 2, "#P": 2, "#M": 3, "#D": 6}
SCALED = "Leverage is power by its share of the largest, which is 100."
Ends = dict[str, tuple[float, float]]


def looks_marked(grid: Grid) -> bool:
    """Whether its lines begin with marks, as #A."""
    return any(row and row[0] in KINDS for row in grid.rows)


def marked(grid: Grid) -> Stated:
    """Read lines marked #A (party), #P (issue), #M (place on a scale) and #D (position, salience, power).

    Raises
    ------
    FileTrouble
        A line is too short, names somebody or something not announced, or holds no number.

    Notes
    -----
    Salience from 0 to 1 becomes 0 to 100. An issue's scale goes from its lowest to its highest #M.
    """
    lines = {kind: list(lines_of(grid, kind)) for kind in KINDS}
    parties = ids((cells[1] for _, cells in lines["#A"]), grid.where)
    issues = ids((cells[1] for _, cells in lines["#P"]), grid.where)
    ends = scale_ends(lines["#M"], issues)
    power: dict[str, list[float]] = {}
    rows = tuple(row_of(where, cells, parties, issues, ends) for where, cells in lines["#D"])
    for where, cells in lines["#D"]:
        power.setdefault(parties[cells[1]], []).append(between(cells[5], where, "power", float("inf")))
    names = {parties[cells[1]]: ([*cells, "", ""])[2] or cells[1] for _, cells in lines["#A"]}
    words = {issues[cells[1]]: ([*cells, "", ""])[2] or cells[1] for _, cells in lines["#P"]}
    return Stated(
        title_of(grid),
        rows,
        names,
        words,
        scales(lines["#M"], issues, ends),
        shares_of_largest(power),
        notes(power),
    )


def lines_of(grid: Grid, kind: str) -> Iterator[tuple[str, list[str]]]:
    """Give the lines of one kind, and where each stands."""
    for place, cells in enumerate(grid.rows):
        if cells and cells[0] == kind:
            if len(cells) < KINDS[kind] or not all(cells[1 : KINDS[kind] - (kind == "#M")]):
                raise trouble(grid.place(place), f"a line {kind} has {KINDS[kind]} cells", "fill them in")
            yield grid.place(place), cells


def scale_ends(lines: list[tuple[str, list[str]]], issues: dict[str, str]) -> Ends:
    """Find the lowest and highest place of each issue's scale."""
    places: dict[str, list[float]] = {}
    for where, cells in lines:
        places.setdefault(named(cells[1], issues, where, "issue"), []).append(
            number(cells[2], where, "place")
        )
    return {
        issue: (min(listed), max(listed)) for issue, listed in places.items() if min(listed) < max(listed)
    }


def scales(
    lines: list[tuple[str, list[str]]], issues: dict[str, str], ends: Ends
) -> dict[str, dict[str, str]]:
    """Say what places mean, on scales from 0 to 100."""
    found: dict[str, dict[str, str]] = {}
    for where, cells in lines:
        meaning = ([*cells, ""])[3]
        if meaning:
            issue = issues[cells[1]]
            found.setdefault(issue, {})[plain(rescaled(cells[2], ends.get(issue), where))] = meaning
    return found


def rescaled(text: str, ends: tuple[float, float] | None, where: str) -> float:
    """Put a place on a scale from 0 to 100."""
    low, high = ends or (0.0, 100.0)
    found = 100 * (number(text, where, "position") - low) / (high - low)
    if not 0 <= found <= 100:
        raise trouble(
            f"{where}, column position", f"{text} is not from {low:g} to {high:g}", "see its #M lines"
        )
    return found


def row_of(where: str, cells: list[str], parties: dict[str, str], issues: dict[str, str], ends: Ends) -> Row:
    """Read one #D line."""
    party, issue = named(cells[1], parties, where, "actor"), named(cells[2], issues, where, "issue")
    place = plain(rescaled(cells[3], ends.get(issue), where))
    cares = plain(100 * between(cells[4], where, "salience", 1))
    return Row(where, party, issue, {"ideal": flat(place), "salience": flat(cares)})


def named(name: str, known: dict[str, str], where: str, column: str) -> str:
    """Give the id of somebody or something announced before."""
    if name not in known:
        raise trouble(f"{where}, column {column}", f"{name!r} is not announced", did_you_mean(name, known))
    return known[name]


def title_of(grid: Grid) -> str:
    """Give the title after #O, if there is one."""
    return next(
        (row[1] for row in grid.rows if row and row[0] == "#O" and len(row) > 1), "Imported positions"
    )


def notes(power: dict[str, list[float]]) -> tuple[str, ...]:
    """Say what was done to the numbers."""
    varied = sorted(name for name, listed in power.items() if len(set(listed)) > 1)
    more = f" It differs by issue for {', '.join(varied)}, so it is a range there." if varied else ""
    return (SCALED + more,)


def looks_ktab(grid: Grid) -> bool:
    """Whether its second row is KTAB's head."""
    second = [cell.lower() for cell in grid.rows[1]] if len(grid.rows) > 1 else []
    return len(second) > 4 and second[0] == "actor" and len(grid.rows[0]) > 3


def ktab(grid: Grid) -> Stated:
    """Read KTAB's CSV: title and counts, a head, then actor, description, power, and position and salience.

    Raises
    ------
    FileTrouble
        The counts are not those of the lines, or a number is missing or off its scale.
    """
    top, head = grid.rows[0], [cell for cell in grid.rows[1] if cell]
    lines = [(grid.place(place), cells) for place, cells in enumerate(grid.rows) if place > 1 and any(cells)]
    many = (len(lines), (len(head) - 3) // 2)
    if list(top[2:4]) != [str(one) for one in many]:
        what = f"says {', '.join(top[2:4])} and has {many[0]} actors on {many[1]} issues"
        raise trouble(grid.place(0), what, "correct the counts")
    parties = ids((cells[0] for _, cells in lines), grid.where)
    issues = ids(head[3::2], grid.where)
    rows = tuple(row for where, cells in lines for row in ktab_rows(where, cells, parties, issues))
    power = {parties[cells[0]]: [between(cells[2], where, "power", float("inf"))] for where, cells in lines}
    return Stated(
        top[0] or "Imported positions",
        rows,
        {id_: name for name, id_ in parties.items()},
        {id_: name for name, id_ in issues.items()},
        leverage=shares_of_largest(power),
        notes=(SCALED,),
    )


def ktab_rows(where: str, cells: list[str], parties: dict[str, str], issues: dict[str, str]) -> Iterator[Row]:
    """Read one actor's positions."""
    if len(cells) < 3 + 2 * len(issues):
        raise trouble(where, f"has {len(cells)} cells and needs {3 + 2 * len(issues)}", "fill the line in")
    for place, (name, id_) in enumerate(issues.items()):
        pair = cells[3 + 2 * place : 5 + 2 * place]
        ideal, cares = (
            plain(between(cell, where, f"{name} ({kind})"))
            for cell, kind in zip(pair, ("position", "salience"), strict=True)
        )
        yield Row(where, parties[cells[0]], id_, {"ideal": flat(ideal), "salience": flat(cares)})
