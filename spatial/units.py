"""Whole numbers for time and length, so that sums never depend on their order.

Lengths become whole tenths of a millimetre before they become time. Turning or moving a whole
network disturbs a length by nanometres; rounding to that grid first keeps every time as it was.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

UNREACHABLE_MS: Final = np.int32(2_147_483_647)
"""Stands for "cannot be reached"; larger than every real travel time."""

TICKS_PER_METRE: Final = 10_000
MS_PER_MINUTE: Final = 60_000

Int32Array = npt.NDArray[np.int32]
Int64Array = npt.NDArray[np.int64]
Float64Array = npt.NDArray[np.float64]
BoolArray = npt.NDArray[np.bool_]


def ticks(length_m: float) -> int:
    """Give a length in metres as whole tenths of a millimetre."""
    return round(length_m * TICKS_PER_METRE)


def travel_time_ms(length_ticks: int, ms_per_metre: int) -> int:
    """Give the time for a length, halves rounded up, in whole numbers only.

    Parameters
    ----------
    length_ticks : int
        Length in tenths of a millimetre, as from `ticks`.
    ms_per_metre : int
        Pace of the mode.

    Examples
    --------
    >>> travel_time_ms(ticks(100.0), 750)
    75000
    """
    return (length_ticks * ms_per_metre + TICKS_PER_METRE // 2) // TICKS_PER_METRE
