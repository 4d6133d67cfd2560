"""Published stances for the tests of where positions point."""

from __future__ import annotations

import numpy as np

# Date of introduction in years of delay, salience and capability: Bueno de Mesquita (1994) as printed in
# Scholz, Calbert and Smith (2011), Table 1: NL BE LU DE FR IT UK IE DK EL.
EMISSIONS = (
    np.array([4.0, 7, 4, 4, 10, 10, 10, 7, 4, 7]),
    np.array([80.0, 40, 20, 80, 60, 60, 90, 10, 100, 70]),
    np.array([0.08, 0.08, 0.03, 0.16, 0.16, 0.16, 0.16, 0.05, 0.05, 0.08]),
)

# KTAB's dummyData_3Dim (MIT): capability, three positions, three saliences of seven actors.
KTAB = np.array(
    [
        [102.543, 75.79, 6.37, 70.45, 49.53, 5.91, 28.15],
        [53.393, 82.72, 73.5, 64.0, 30.33, 21.22, 24.79],
        [129.643, 82.45, 90.89, 0.07, 48.47, 13.55, 34.62],
        [75.92, 62.52, 50.82, 62.33, 20.76, 39.24, 22.21],
        [63.224, 82.34, 45.77, 73.31, 40.96, 25.43, 22.59],
        [120.048, 84.48, 33.7, 88.11, 22.92, 39.35, 15.42],
        [54.178, 70.96, 33.46, 90.36, 31.75, 27.93, 26.03],
    ]
)
KTAB_POWER, KTAB_PLACE, KTAB_CARES = KTAB[:, 0], KTAB[:, 1:4], KTAB[:, 4:]
# Its reference log of 30 May 2017: risk at the start, shares at the start and end, positions at the end.
KTAB_RISK = np.array([-0.5, -0.459, -0.499, -0.274, 1.0, -0.232, -0.43])
KTAB_SHARES = {
    0: np.array([0.0047, 0.0302, 0.0054, 0.1492, 0.6001, 0.1447, 0.0656]),
    1: np.array([0.6059, 0.0509, 0.0096, 0.1406, 0.6059, 0.1217, 0.0713]),
    10: np.array([0.334, 0.334, 0.0183, 0.0957, 0.1512, 0.4009, 0.1512]),
}
KTAB_TURNS = {
    1: np.array(
        [
            [79.5, 44.7, 72.0],
            [78.9, 56.3, 72.5],
            [82.5, 90.9, 0.1],
            [65.8, 50.8, 63.0],
            [79.5, 44.7, 72.0],
            [84.4, 34.1, 86.3],
            [75.6, 24.8, 72.0],
        ]
    ),
    10: np.array(
        [
            [78.6, 31.8, 74.1],
            [78.6, 31.8, 74.1],
            [82.5, 90.9, 0.1],
            [67.1, 50.1, 63.7],
            [78.6, 31.6, 74.1],
            [79.9, 34.4, 75.2],
            [78.6, 31.6, 74.1],
        ]
    ),
}
