"""What each home reaches, counted from its row of travel times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numba
import numpy as np

from spatial.times import on_every_core
from spatial.units import UNREACHABLE_MS

if TYPE_CHECKING:
    from spatial.proposal import ProposalTimes
    from spatial.units import BoolArray, Int32Array, Int64Array

_NEVER = int(UNREACHABLE_MS)


@dataclass(frozen=True, slots=True)
class Places:
    """Facilities and people as columns of a table of times: the base's, then the drawn ones.

    Parameters
    ----------
    category : int64 array, shape (facilities,)
        Row in the tuple of categories; -1 for a facility that is gone.
    inside : bool array, shape (facilities,)
        Whether it lies in the area.
    others : int64 array, shape (homes,)
        Residents of the municipality outside the area, in millionths; zero for other homes.
    category_count : int
    """

    category: Int64Array
    inside: BoolArray
    others: Int64Array
    category_count: int


@dataclass(frozen=True, slots=True)
class HomeMeasures:
    """Counts per home for one mode.

    Parameters
    ----------
    nearest_inside_ms, nearest_outside_ms : int32 arrays, shape (homes, categories)
        To the nearest facility in the area and outside it; `UNREACHABLE_MS` for none.
    opportunities : int32 array, shape (homes, categories, cutoffs)
    reach_parts : int64 array, shape (homes, cutoffs)
        Residents of the rest of the municipality within each cutoff, in millionths.
    """

    nearest_inside_ms: Int32Array
    nearest_outside_ms: Int32Array
    opportunities: Int32Array
    reach_parts: Int64Array

    @property
    def nearest_ms(self) -> Int32Array:
        """Give the time to the nearest facility anywhere, shape (homes, categories)."""
        return np.minimum(self.nearest_inside_ms, self.nearest_outside_ms)


@numba.njit(cache=True, nogil=True)
def _count_facilities(times, category, inside, cutoffs_ms, near_in, near_out, counts):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    for k in range(len(times)):
        time, kind = times[k], category[k]
        # What is never reached is beyond each cutoff anyway; most are, so it is passed over early.
        if kind < 0 or time == _NEVER:
            continue
        if inside[k]:
            near_in[kind] = min(near_in[kind], time)
        else:
            near_out[kind] = min(near_out[kind], time)
        for cutoff in range(len(cutoffs_ms)):
            if time <= cutoffs_ms[cutoff]:
                counts[kind, cutoff] += 1
                break


@numba.njit(cache=True, nogil=True)
def _count_people(times, others, cutoffs_ms, reach):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    for cutoff in range(len(cutoffs_ms)):
        limit = cutoffs_ms[cutoff]
        total = np.int64(0)
        for k in range(len(times)):
            total += others[k] if times[k] <= limit else np.int64(0)
        reach[cutoff] += total


@numba.njit(cache=True, nogil=True)
def _measure(which, times, sizes, places, cutoffs_ms, out):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917
    base, override, changed, drawn_rows, drawn_columns = times
    homes, drawn_homes, facilities = sizes
    category, inside, others = places
    near_in, near_out, counts, reach = out
    for home in which:
        near_in[home] = _NEVER
        near_out[home] = _NEVER
        counts[home] = 0
        reach[home] = 0
        if home >= homes:
            row = drawn_rows[home - homes]
        elif override[home] >= 0:
            row = changed[override[home]]
        else:
            row = base[home]
        drawn = drawn_columns[home]
        near = (near_in[home], near_out[home], counts[home])
        _count_facilities(
            row[homes:], category[:facilities], inside[:facilities], cutoffs_ms, *near
        )
        _count_facilities(
            drawn[drawn_homes:], category[facilities:], inside[facilities:], cutoffs_ms, *near
        )
        for cutoff in range(1, len(cutoffs_ms)):
            counts[home, :, cutoff] += counts[home, :, cutoff - 1]
        _count_people(row[:homes], others[:homes], cutoffs_ms, reach[home])
        _count_people(drawn[:drawn_homes], others[homes:], cutoffs_ms, reach[home])


def measure(
    times: ProposalTimes,
    places: Places,
    cutoffs_ms: Int64Array,
    *,
    like: HomeMeasures | None = None,
) -> HomeMeasures:
    """Count what every home reaches.

    Parameters
    ----------
    cutoffs_ms : int64 array
        Ascending.
    like : HomeMeasures, optional
        Measures of the baseline with the same places; homes whose times are the baseline's take
        theirs over as they are.
    """
    homes = len(times.table.base)
    every = len(times.drawn_columns)
    shape = (every, places.category_count)
    if like is None:
        which = np.arange(every)
        out = (
            np.empty(shape, np.int32),
            np.empty(shape, np.int32),
            np.empty((*shape, len(cutoffs_ms)), np.int32),
            np.empty((every, len(cutoffs_ms)), np.int64),
        )
    else:
        which = np.flatnonzero(times.table.touched)
        if len(which) == 0:
            return like
        out = (
            like.nearest_inside_ms.copy(),
            like.nearest_outside_ms.copy(),
            like.opportunities.copy(),
            like.reach_parts.copy(),
        )
    table = times.table

    def work(low: int, high: int) -> None:
        _measure(
            which[low:high],
            (table.base, table.override, table.changed, times.drawn_rows, times.drawn_columns),
            (homes, every - homes, table.base.shape[1] - homes),
            (places.category, places.inside, places.others),
            cutoffs_ms.astype(np.int32),
            out,
        )

    on_every_core(work, len(which))
    return HomeMeasures(*out)
