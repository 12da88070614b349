"""The way to the first stop by bike, with or without a drawing.

Whoever rides leaves the bike at the stop, so that only ways from homes to stops are asked for; by
bike they may take longer than back. A place of its own has the stops as its facilities.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from spatial.network.closing import close
from spatial.network.edits import DrawnFacility
from spatial.network.model import Mode
from spatial.network.patch import lay
from spatial.proposal import patch_mode, proposal_times, unchanged_times
from spatial.tables import FacilityTable

if TYPE_CHECKING:
    from spatial.city import City
    from spatial.drawing import Drawing
    from spatial.network.edits import Edits
    from spatial.proposal import ProposalTimes
    from spatial.transit.table import TransitTable
    from spatial.units import Float64Array, Int32Array


def all_the_way(city: City, drawing: Drawing | None) -> ProposalTimes:
    """Give the times by bike between everything."""
    if drawing is None:
        return unchanged_times(city, Mode.BIKE)
    patched = patch_mode(city, drawing.patch, Mode.BIKE, drawing.closed)
    return proposal_times(city, drawing.patch, patched)


def to_stops(city: City, drawing: Drawing | None, drawn_stops: Float64Array) -> Int32Array:
    """Find how long one rides from each home to each stop.

    Parameters
    ----------
    drawing : Drawing or None
        Without errors; None for the baseline.
    drawn_stops : float64 array, shape (drawn stops, 2)
        EPSG:25832 metres.

    Returns
    -------
    int32 array, shape (homes, stops)
        The drawn ones of both come last; stops are those that one can walk to.
    """
    ground = _ground(city)
    homes = len(ground.homes.ids)
    if drawing is None:
        return unchanged_times(ground, Mode.BIKE).table.base[:, homes:]
    edits = _with_stops(drawing.patch.edits, drawn_stops)
    patch = lay(ground, edits)
    closed = tuple(close(ground, patch, closure) for closure in edits.closures)
    times = proposal_times(ground, patch, patch_mode(ground, patch, Mode.BIKE, closed))
    standing = np.vstack((times.table.rows(np.arange(homes)), times.drawn_rows))[:, homes:]
    drawn = times.drawn_columns[:, len(edits.homes) :]
    return np.hstack((standing, drawn))


def _ground(city: City) -> City:
    """Give the place in which the stops are the facilities; no lens changes how one rides."""
    plain = city.through(None)
    table = plain.transit
    assert table is not None  # noqa: S101 - whoever asks has looked
    return plain.remember("stops by bike", lambda: _build(plain, table))


def _build(city: City, table: TransitTable) -> City:
    near = np.flatnonzero(table.near)
    stops = FacilityTable(
        ids=tuple(table.ids[row] for row in near),
        xy=table.xy[near],
        categories=("stop",) * len(near),
        capacity=(None,) * len(near),
        names=("",) * len(near),
    )
    return city.with_points(city.homes, stops)


def _with_stops(edits: Edits, drawn_stops: Float64Array) -> Edits:
    stops = tuple(DrawnFacility("", x, y, "stop", None, "") for x, y in drawn_stops.tolist())
    return replace(edits, facilities=stops, removed_facilities=frozenset())
