"""Files read into a case: proposed once, gone on with after a stop, and one bad file among good ones."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

import pytest

from jirga.case import Case, new_case
from jirga.errors import FileTrouble
from jirga.review import readers
from jirga.review.intake import Read, read_into

WHO = {"by": "ana", "at": "2025-03-08T10:00:00Z"}
SAID = "More than {} attacks were recorded in Khyber Pakhtunkhwa in February 2025, PICSS said on Sunday.\n"


def papers(folder: Path, many: int) -> list[Path]:
    """Write papers that say something each."""
    paths = [folder / f"paper{number}.txt" for number in range(many)]
    for number, path in enumerate(paths):
        path.write_text(SAID.format(100 + number), encoding="utf-8")
    return paths


def done(case: Case, paths: list[Path], **more: object) -> list[Read]:
    """Read papers into a case, all of them well."""
    found = [one for _, one in read_into(case, paths, date="2025-03-07", **WHO, **more)]  # type: ignore[arg-type]
    assert all(isinstance(one, Read) for one in found), found
    return found  # type: ignore[return-value]


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """An empty case."""
    return new_case(tmp_path / "talks")


def test_proposed_once(case: Case, tmp_path: Path) -> None:
    """What is read is proposed under the reader's name; read again, nothing is new, judgements stay."""
    paths = papers(tmp_path, 2)
    first = done(case, paths)
    assert [one.refused for one in first] == [(), ()]
    assert all(one.new and not one.known for one in first)
    some = case.claims(kind="figure")
    assert {one.claim.reader for one in some} == {readers.rules().name}
    assert {one.claim.value for one in some} == {100, 101}  # type: ignore[union-attr]
    case.review(some[0].id, "rejected", **WHO)
    assert [one.before for one in done(case, paths)] == [True, True]
    assert case.claim(some[0].id).state == "rejected"


def test_goes_on_after_a_stop(case: Case, tmp_path: Path) -> None:
    """Stopped after some documents, it reads the rest when run again, and nothing twice."""
    paths = papers(tmp_path, 20)
    list(islice(read_into(case, paths, date="2025-03-07", **WHO), 5))
    kept = {one.document for one in case.claims()}
    assert 0 < len(kept) < 20
    again = done(case, paths, pool=ThreadPoolExecutor(2))
    assert sum(one.before for one in again) == len(kept)
    figures = case.claims(kind="figure")
    assert sorted(one.claim.value for one in figures) == list(range(100, 120))  # type: ignore[union-attr, type-var]


def test_one_bad_file(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is not there, and one that the rules fail on, are named; the others are read."""
    paths = papers(tmp_path, 3)
    real = readers.by_rules

    def fails(text: str, published: object) -> object:
        if "101" in text:
            raise RecursionError("too deep")
        return real(text, published)  # type: ignore[arg-type]

    monkeypatch.setattr(readers, "by_rules", fails)
    found = dict(read_into(case, [*paths, tmp_path / "gone.txt"], date="2025-03-07", **WHO))
    bad = {path.name: str(one) for path, one in found.items() if isinstance(one, FileTrouble)}
    assert bad.keys() == {"paper1.txt", "gone.txt"}
    assert "the reader failed on it (RecursionError: too deep)" in bad["paper1.txt"]
    assert len(case.claims(kind="figure")) == 2


def test_without_a_day(case: Case, tmp_path: Path) -> None:
    """A document of which nobody knows the day is added, not read, and read once the day is given."""
    paths = papers(tmp_path, 1)
    ((path, one),) = read_into(case, paths, **WHO)
    assert isinstance(one, FileTrouble)
    assert "it is not known when it was published" in str(one)
    assert path == paths[0]
    assert len(case.documents()) == 1
    assert case.claims() == ()
    assert done(case, paths)[0].new
