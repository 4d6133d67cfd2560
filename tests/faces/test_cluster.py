"""Readings solved on a real Dask cluster of two workers, one of them killed half-way."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

import jirga
from faces.shell import packaged, run
from jirga.errors import ClusterTrouble
from jirga.stress.ensemble import spread
from jirga.stress.reader import Reader
from jirga.stress.readings import combinations, items
from jirga.stress.verdicts import verdicts
from jirga.stress.workers import workers

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """Give the address of a cluster of two processes on this machine."""
    distributed = pytest.importorskip("distributed", reason="dask is not installed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as local:
        yield local.scheduler_address


def test_a_worker_is_killed_half_way(cluster: str) -> None:
    """Nothing is lost, nothing counted twice, and every number is the one found here."""
    from distributed import Client

    talks = jirga.example("khyber_kabul_2025").model
    some = items(talks)
    chosen, _ = combinations(some)
    read = [Reader(talks, some).read(one) for one in chosen] * 3
    work = partial(verdicts, together=3)
    here = spread(work, read)
    told: list[int] = []
    with Client(cluster, set_as_default=False) as client:
        pids = list(client.run(os.getpid).values())

    def kill_one(done: int, total: int) -> None:
        told.append(done)
        if done == total // 2:
            os.kill(pids[0], signal.SIGKILL)

    with workers(cluster=cluster) as executor:
        there = spread(work, read, executor=executor, size=2, tell=kill_one)
    assert told == list(range(2, len(read) + 1, 2))
    with Client(cluster, set_as_default=False) as client:
        assert pids[0] not in client.run(os.getpid).values()
    assert there.results == here.results
    assert not there.stopped


def test_the_verb(cluster: str, tmp_path: Path) -> None:
    """`jirga ranges --cluster` prints what it prints without one, to the last bit."""
    path = packaged(tmp_path, "khyber_kabul_2025")
    alone, spread_out = (run("ranges", path, "--json", *more) for more in ((), ("--cluster", cluster)))
    assert (alone.code, spread_out.code) == (0, 0)
    assert json.loads(alone.out) == json.loads(spread_out.out)


def test_nobody_there() -> None:
    """A cluster that does not answer is said in words."""
    with pytest.raises(ClusterTrouble, match="nobody answers"), workers(cluster="tcp://127.0.0.1:9"):
        pass
