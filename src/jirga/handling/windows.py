"""Windows of letters as numbers: every window of a text is hashed at once, so that many can be looked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint64]
BASE = np.uint64(0x9E3779B97F4A7C15)
INVERSE = np.uint64(pow(int(BASE), -1, 2**64))


def hashes(codes: Codes, size: int) -> Codes:
    """Hash every window of a size: a polynomial modulo 2**64, so that each is one difference of two sums."""
    if len(codes) < size:
        return np.zeros(0, dtype=np.uint64)
    sums = np.cumsum(codes * powers(BASE, len(codes)), dtype=np.uint64)
    sums = np.concatenate([np.zeros(1, dtype=np.uint64), sums])
    last = len(codes) - size + 1
    found: Codes = (sums[size:] - sums[:last]) * powers(INVERSE, last)
    return found


def powers(base: np.uint64, many: int) -> Codes:
    """Give the first powers of a number."""
    return np.cumprod(np.full(many, base, dtype=np.uint64), dtype=np.uint64)


def hash_of(text: str) -> int:
    """Hash one window.

    >>> hash_of("border") == int(hashes(codes_of("the border"), 6)[4])
    True
    """
    return int(hashes(codes_of(text), len(text))[0])


def codes_of(text: str) -> Codes:
    """Give the signs of a text as numbers."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.uint64)


@dataclass(frozen=True)
class Wanted:
    """Hashes that are looked for.

    Attributes
    ----------
    codes : array
        The hashes in order, each once.
    sieve : array
        Which lowest bits they have, to pass over most windows quickly.
    """

    codes: Codes
    sieve: NDArray[np.bool_]

    @classmethod
    def of(cls, some: Iterable[int] | Codes) -> Wanted:
        """Look for some hashes."""
        given = some if isinstance(some, np.ndarray) else np.array(list(some), dtype=np.uint64)
        codes = np.unique(given)
        size = 1 << min(max(16 * len(codes), 2**12).bit_length(), 26)
        sieve = np.zeros(size, dtype=bool)
        sieve[codes & np.uint64(size - 1)] = True
        return cls(codes, sieve)

    def places(self, windows: Codes) -> NDArray[np.int64]:
        """Say at which places of a text one of them stands."""
        if not len(self.codes):
            return np.zeros(0, dtype=np.int64)
        likely = np.flatnonzero(self.sieve[windows & np.uint64(len(self.sieve) - 1)])
        found = np.searchsorted(self.codes, windows[likely])
        found_there: NDArray[np.int64] = likely[
            self.codes[np.minimum(found, len(self.codes) - 1)] == windows[likely]
        ]
        return found_there
