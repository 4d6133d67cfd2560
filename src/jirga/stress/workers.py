"""Where an ensemble runs: the cores of this machine, or the workers of a Dask cluster."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from multiprocessing import get_context
from typing import Any

from jirga.about import VERSION
from jirga.children import begin_quietly
from jirga.errors import ClusterTrouble

PATIENCE = 10.0


@contextmanager
def workers(count: int | None = None, cluster: str | None = None) -> Iterator[Executor | None]:
    """Give an executor: the cluster's, that of so many processes, or None for this process alone.

    Parameters
    ----------
    count : int, optional
        How many processes; as many as there are cores if left out.
    cluster : str, optional
        The address of a Dask scheduler, as tcp://10.0.0.5:8786.

    Raises
    ------
    ClusterTrouble
        Dask is not installed, nobody answers there, or its workers have another version of Jirga.
    """
    if cluster is not None:
        with on_cluster(cluster) as executor:
            yield executor
        return
    count = count or os.cpu_count() or 1
    if count == 1:
        yield None
        return
    executor = processes(count)
    try:
        yield executor
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


def processes(count: int) -> ProcessPoolExecutor:
    """Make processes that start afresh, leave a Ctrl-C to the one that made them, and end with it."""
    return ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=begin_quietly)


@contextmanager
def on_cluster(address: str) -> Iterator[Executor]:
    """Give the executor of a Dask cluster."""
    try:
        dask = import_module("distributed")
    except ImportError:
        what, hint = "Dask is not installed here", "pip install 'jirga[cluster]', or leave --cluster out"
        raise ClusterTrouble(what, hint) from None
    try:
        client: Any = dask.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as trouble:
        hint = "start `dask scheduler` there and give its address, as tcp://10.0.0.5:8786"
        raise ClusterTrouble(f"nobody answers at {address} ({type(trouble).__name__})", hint) from trouble
    try:
        refuse_others(client.run(version))
        yield client.get_executor(pure=False, retries=3)
    finally:
        client.close()


def version() -> str:
    """Give the version of Jirga where this is called."""
    return VERSION


def refuse_others(found: dict[str, str]) -> None:
    """Stop unless every worker has this version, since another might give other numbers."""
    hint = f"install jirga {VERSION} for the workers, too"
    if not found:
        raise ClusterTrouble("the cluster has no workers", "start some with `dask worker`")
    others = {one for one in found.values() if one != VERSION}
    if others:
        raise ClusterTrouble(f"some workers have jirga {', '.join(sorted(others))}, and not {VERSION}", hint)
