"""Many files on every core: one JSON each; a broken one is named, and a run that was cut off goes on."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Literal

from jirga.about import VERSION
from jirga.children import begin_quietly
from jirga.errors import JirgaError, one_line
from jirga.reading.carry import settings
from jirga.reading.claims import claims
from jirga.reading.claims_json import incident_json, stance_json, tie_json
from jirga.reading.figures import figures
from jirga.reading.proposals import document_json, figures_json

State = Literal["read", "kept", "broken"]
Opener = Callable[[Path], str]
PART = ".part"


@dataclass(frozen=True)
class Done:
    """What became of one file: read now, kept from before, or broken and why."""

    file: Path
    state: State
    why: str = ""


@dataclass(frozen=True)
class Job:
    """One file to read, where its proposals go, and the day it was published."""

    file: Path
    out: Path
    published: dt.date
    opener: Opener


def opened(file: Path) -> str:
    """Read a file of plain text, with its line ends as they are.

    Raises
    ------
    UnicodeDecodeError
        It is not UTF-8.
    """
    return file.read_bytes().decode("utf-8")


def read_folder(
    files: Sequence[Path],
    out: Path,
    published: dt.date | Mapping[Path, dt.date],
    *,
    opener: Opener = opened,
    workers: int | None = None,
    told: Callable[[Done], None] | None = None,
) -> tuple[Done, ...]:
    """Propose claims of many files, each into its own JSON file.

    Parameters
    ----------
    files : sequence of Path
        What to read.
    out : Path
        The folder the proposals go to; one that is half full is gone on with.
    published : date, or mapping from file to date
        When they were published.
    opener : callable
        Takes the text out of a file; it must be importable, since other processes call it.
    workers : int, optional
        How many processes; as many as there are cores if it is not given.
    told : callable, optional
        Is told of every file that is done, in the order in which they are.

    Returns
    -------
    tuple of Done
        What became of each file, in the order they were given.

    Notes
    -----
    A file's proposals are written beside their place and moved there whole, so a run that is killed leaves
    only whole ones; the next run keeps those whose file, day and version of the rules are the same.
    """
    out.mkdir(parents=True, exist_ok=True)
    for leftover in out.glob(f"*{PART}"):
        leftover.unlink()
    days = published if isinstance(published, Mapping) else dict.fromkeys(files, published)
    jobs = [Job(file, out / name, days[file], opener) for file, name in zip(files, names(files), strict=True)]
    found: dict[Path, Done] = {}
    for one in run(jobs, workers or os.cpu_count() or 1):
        found[one.file] = one
        if told:
            told(one)
    return tuple(found[file] for file in files)


def names(files: Sequence[Path]) -> list[str]:
    """Give each file's proposals a name; files of one name are told apart by their folder.

    Examples
    --------
    >>> names([Path("a/one.txt"), Path("two.txt")])
    ['one.json', 'two.json']
    """
    stems = [file.stem for file in files]
    return [
        f"{stem}.json"
        if stems.count(stem) == 1
        else f"{stem}-{hashlib.sha256(str(file).encode()).hexdigest()[:8]}.json"
        for file, stem in zip(files, stems, strict=True)
    ]


def run(jobs: Sequence[Job], workers: int) -> Iterator[Done]:
    """Do the jobs in other processes; after one of those has died, do what is left one by one."""
    if workers < 2 or len(jobs) < 2:
        yield from map(done, jobs)
        return
    left = {job.file: job for job in jobs}
    try:
        for one in pooled(list(jobs), min(workers, len(jobs))):
            del left[one.file]
            yield one
    except BrokenProcessPool:
        yield from alone(list(left.values()))


def pooled(jobs: Sequence[Job], workers: int) -> Iterator[Done]:
    """Do jobs in a pool of processes, and give each as it is done."""
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=begin_quietly) as pool:
        waiting = [pool.submit(done, job) for job in jobs]
        try:
            for one in as_completed(waiting):
                yield one.result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def alone(jobs: Sequence[Job]) -> Iterator[Done]:
    """Do each job in a process of its own, so that a file that kills its process is known by name."""
    for job in jobs:
        try:
            yield from pooled([job], 1)
        except BrokenProcessPool:
            yield Done(job.file, "broken", "reading it ended its process")


def done(job: Job) -> Done:
    """Do one job, and say what became of it; nothing that is wrong with one file stops the others."""
    try:
        return Done(job.file, "read" if read_into(job) else "kept")
    except UnicodeDecodeError:
        return Done(job.file, "broken", "it is not text in UTF-8")
    except JirgaError as trouble:
        return Done(job.file, "broken", one_line(str(trouble)))
    except OSError as trouble:
        return Done(job.file, "broken", one_line(trouble.strerror or "it cannot be opened"))
    except Exception as trouble:  # noqa: BLE001 - a fault of ours on one file is named, and costs only that file
        return Done(
            job.file, "broken", one_line(f"the reader failed on it ({type(trouble).__name__}: {trouble})")
        )


def read_into(job: Job) -> bool:
    """Write a file's proposals, unless they are there already; whether they were written."""
    mark = {
        "file_sha256": hashlib.sha256(job.file.read_bytes()).hexdigest(),
        "rules": VERSION,
        "published": job.published.isoformat(),
    }
    if kept(job.out, mark):
        return False
    found = read(job.opener(job.file), job.published, job.out.stem) | {"read": mark}
    beside = job.out.with_name(f"{job.out.name}.{os.getpid()}{PART}")
    beside.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    beside.replace(job.out)
    return True


def kept(out: Path, mark: Mapping[str, str]) -> bool:
    """Whether a file's proposals are there, from the same bytes, day and rules."""
    try:
        return bool(json.loads(out.read_text(encoding="utf-8"))["read"] == mark)
    except (OSError, ValueError, KeyError, TypeError):
        return False


def read(text: str, published: dt.date, name: str = "text") -> dict[str, Any]:
    """Propose everything of a text, as JSON in the shape annotated texts have.

    Examples
    --------
    >>> found = read("Iran denies supplying the Houthis.", dt.date(2024, 1, 23))
    >>> found["statements"][0]["speaker"]["norm"], len(found["figures"])
    ('Iran', 0)
    """
    prepared = settings(text, published)
    incidents, stances, ties = claims(text, published, prepared)
    return {
        "doc": document_json(name, text, published.isoformat()),
        "figures": figures_json(text, figures(text, published, prepared)),
        "incidents": [incident_json(text, number, one) for number, one in enumerate(incidents, 1)],
        "statements": [stance_json(text, number, one) for number, one in enumerate(stances, 1)],
        "ties": [tie_json(text, number, one) for number, one in enumerate(ties, 1)],
    }
