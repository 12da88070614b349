"""Looking up a time among sorted ones, for compiled code."""

from __future__ import annotations

import numba


@numba.njit(cache=True, nogil=True, inline="always")
def first_not_before(times, low, high, time):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201
    """Give the place of the first of the sorted times from low to high that is not before one."""
    while low < high:
        middle = (low + high) >> 1
        if times[middle] < time:
            low = middle + 1
        else:
            high = middle
    return low
