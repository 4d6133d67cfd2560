"""Which kind of event data a file is: by the names of its columns, in any of its forms, or refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventfiles import (
    EVENTS,
    GED,
    HEADERS,
    HXL_GED,
    OLD_GED,
    POLECAT,
    file_of,
    ged,
    gtd,
    polecat,
    table,
    text_of,
)
from jirga.errors import FileTrouble
from jirga.events.reading import read_events
from jirga.events.versions import version_of

DATA = Path(__file__).parents[4] / "shared" / "evidence" / "data"


def put(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    """Put a text into a file."""
    path = folder / "events.csv"
    path.write_text(text, encoding=encoding, newline="")
    return path


def test_the_headers_are_whole() -> None:
    """The layouts that tests are made of have as many columns as the makers'."""
    widths = {"ged": 49, "acled": 31, "gtd": 135, "polecat": 40}
    assert {kind: len(header) for kind, header in HEADERS.items()} == widths
    assert (len(HXL_GED), len(OLD_GED)) == (50, 42)


@pytest.mark.parametrize("kind", EVENTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_each_kind(kind: str, encoding: str, tmp_path: Path) -> None:
    """Every kind is known by its columns, with or without a byte-order mark, and no row is lost."""
    found = read_events(put(tmp_path, text_of(kind, [EVENTS[kind](1), EVENTS[kind](2)]), encoding))
    assert (found.origin.kind, found.origin.rows, found.kept, found.problems) == (kind, 2, 2, ())
    (first, _) = found.table.to_pylist()
    assert (first["admin1"], first["place"], first["latitude"]) == ("North", "Old Town", 34.1)


def test_order_of_columns_does_not_matter(tmp_path: Path) -> None:
    """Columns are read by name: turned round, the file says the same."""
    rows = [ged(1, deaths_a=2, deaths_b=5, low=3, high=9), ged(2)]
    straight = read_events(put(tmp_path, table(GED, rows))).table
    assert read_events(put(tmp_path, table(GED[::-1], rows))).table.equals(straight)


def test_old_layout_and_hxl(tmp_path: Path) -> None:
    """The 42 columns give what the 49 do; a row of HXL tags is no event."""
    rows = [ged(1, deaths_a=2, low=1, high=4)]
    new = read_events(put(tmp_path, table(GED, rows))).table
    assert read_events(put(tmp_path, table(OLD_GED, rows))).table.equals(new)
    tagged = read_events(put(tmp_path, table(HXL_GED, [{"year": "#date+year", "best": "#affected"}, *rows])))
    assert (tagged.origin.layout, tagged.origin.rows) == ("50 columns, HXL", 1)
    assert tagged.table.drop_columns("line").equals(new.drop_columns("line"))


def test_no_header(tmp_path: Path) -> None:
    """Forty-nine columns without a header are GED; forty-eight are nothing."""
    rows = [ged(1), ged(2)]
    text = table(GED, rows).split("\n", 1)[1]
    found = read_events(put(tmp_path, text))
    assert (found.origin.kind, found.origin.rows, found.kept) == ("ged", 2, 2)
    assert "without a header" in found.origin.layout
    short = table(GED[:-1], rows).split("\n", 1)[1]
    with pytest.raises(FileTrouble, match="none of the event sets known here"):
        read_events(put(tmp_path, short))


def test_renamed_and_needless_columns(tmp_path: Path) -> None:
    """POLECAT's Intensity may be called Event Intensity, and tabs too many do no harm."""
    renamed = ["Event Intensity" if one == "Intensity" else one for one in POLECAT]
    row = {**polecat(1), "Event Intensity": "3.0"}
    assert read_events(put(tmp_path, table([*renamed, "", ""], [row], "\t"))).kept == 1


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            table([one for one in GED if one not in {"best", "low"}], [ged()]),
            "lacks the columns low, best|best, low",
        ),
        (table(GED, [ged()], ";"), "cells separated by semicolons"),
        (table(GED, [ged()], "|"), "cells separated by upright bars"),
        (table([*GED, "best"], [ged()]), "names the column 'best' twice"),
        ("name,age\nx,1\n", "none of the event sets"),
        (table(GED, []), "a header and no rows"),
        ("", "is empty"),
        ("PK\x03\x04 a zip", "zip archive"),
        (table(GED, [ged(side_a="a\0b")]), "null bytes"),
    ],
)
def test_refused_in_one_line(text: str, what: str, tmp_path: Path) -> None:
    """A file that is not what it should be is refused, with its name, the reason and what to try."""
    path = put(tmp_path, text)
    with pytest.raises(FileTrouble, match=what) as caught:
        read_events(path)
    said = str(caught.value)
    assert said.startswith(str(path))
    assert (len(said.splitlines()), said.count("Hint: ")) == (1, 1)


def test_not_there(tmp_path: Path) -> None:
    """A missing file and a folder are refused, too."""
    with pytest.raises(FileTrouble, match="No such file"):
        read_events(tmp_path / "none.csv")
    with pytest.raises(FileTrouble, match="is a folder"):
        read_events(tmp_path)


def test_encodings(tmp_path: Path) -> None:
    """GTD is read as Windows wrote it, with a warning; other kinds are refused with the line."""
    path = put(tmp_path, text_of("gtd", [gtd(1, city="Bogotá"), gtd(2, city="Sana’a")]), "cp1252")
    found = read_events(path)
    assert found.table["place"].to_pylist() == ["Bogotá", "Sana’a"]
    assert [one.kind for one in found.problems] == ["encoding"]
    rows = [ged(1, source_article="plain"), ged(2, source_article="plain", side_b="Año")]
    with pytest.raises(FileTrouble, match=r":3: is not UTF-8"):
        read_events(put(tmp_path, table(GED, rows), "latin-1"))
    with pytest.raises(FileTrouble, match="UTF-16"):
        read_events(put(tmp_path, table(GED, rows), "utf-16"))


def test_one_endless_line(tmp_path: Path) -> None:
    """A line without end is refused before it is held, at the beginning and in the middle."""
    path = tmp_path / "events.csv"
    for text in ("x" * 3_000_000, table(GED, [ged(1), ged(2, source_article="x" * 3_000_000)])):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(FileTrouble, match="longer than") as caught:
            read_events(path)
        assert len(str(caught.value)) < 400


@pytest.mark.parametrize(
    ("name", "release"),
    [
        ("GEDEvent_v25_1.csv", "25.1"),
        ("GEDEvent_v25_0_6.csv", "25.0.6"),
        ("GEDEvent_v25_01_25_06.csv", "25.01.25.06"),
        ("ged251-csv.csv", "25.1"),
        ("events.csv", ""),
        ("changed2510.csv", ""),
    ],
)
def test_release(name: str, release: str, tmp_path: Path) -> None:
    """The release stands in the name its maker gave the file; a name of one's own says nothing."""
    found = read_events(file_of(tmp_path, "ged", ged(), name=name))
    assert found.origin.version == release
    assert read_events(tmp_path / name, "9.9").origin.version == "9.9"
    assert version_of(found.origin.maker, name) == release


@pytest.mark.skipif(not DATA.exists(), reason="../shared is not here")
@pytest.mark.parametrize(
    ("name", "rows", "version", "out_of_order"),
    [
        ("ged221_hdx_pak_1989-2021.csv", 6416, "22.1", 200),
        ("ged231_sample_1000.csv", 1000, "23.1", 13),
        ("ged231_sample_afg_pak_169.csv", 169, "23.1", 9),
        ("ged191_old_layout_3194rows.csv", 3194, "19.1", 6),
    ],
)
def test_published_files(name: str, rows: int, version: str, out_of_order: int) -> None:
    """Four files as UCDP and HDX published them: every row is kept, and those out of order are named."""
    found = read_events(DATA / name)
    assert (found.origin.rows, found.kept, found.origin.version) == (rows, rows, version)
    assert {one.kind for one in found.problems} == {"order"}
    assert len(found.problems) == out_of_order
