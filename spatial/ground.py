"""A network with a drawing laid over it and some free points standing on it, for one mode.

A free point stands as a home would stand there: it attaches to the nearest street, gets the doors
that drawn lines give, and keeps its door where its street is closed. So a way between two points is
to the millisecond the way between homes and facilities at the same places.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from spatial.network.closing import close
from spatial.network.edits import DrawnHomes, Edits
from spatial.network.graph import search_graph
from spatial.network.kept_doors import close_all
from spatial.network.patch import lay

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spatial.city import City
    from spatial.drawing import Drawing
    from spatial.network.closing import ClosedWays
    from spatial.network.kept_doors import Closings
    from spatial.network.model import Connectors, Mode
    from spatial.network.patch import Patch
    from spatial.network.search import SearchGraph
    from spatial.units import Float64Array

Direction = Literal["from", "to"]


@dataclass(frozen=True, slots=True)
class Ground:
    """Where free points stand, and everything a search from them needs.

    Parameters
    ----------
    drawing : Drawing or None
        What was drawn; None for the baseline.
    patch : Patch
        The drawing, with the free points after the drawn homes.
    ways : tuple of ClosedWays
        What each closure takes.
    first_point : int
        Row of the first free point among all homes.
    point_count : int
    """

    city: City
    mode: Mode
    drawing: Drawing | None
    patch: Patch
    ways: tuple[ClosedWays, ...]
    closings: Closings
    graph: SearchGraph
    first_point: int
    point_count: int

    @property
    def node_xy(self) -> Float64Array:
        """Give the places of all nodes, the overlay's last, shape (nodes, 2)."""
        return np.vstack((self.city.network.node_xy, self.patch.node_xy))

    @property
    def points(self) -> list[tuple[float, float]]:
        """Give the places of the free points, EPSG:25832 metres."""
        drawn = self.patch.edits.homes[len(self.patch.edits.homes) - self.point_count :]
        return [(place.x, place.y) for place in drawn]

    def doors(self, direction: Direction) -> Connectors:
        """Give the ways from all homes and points to the network, or the other way."""
        return self.closings.homes_out if direction == "from" else self.closings.homes_in

    def attached(self, point: int) -> bool:
        """Tell whether a free point stands on the network at all, both out and in."""
        row = self.first_point + point
        return all(
            bool(doors.indptr[row + 1] > doors.indptr[row])
            for doors in (self.closings.homes_out, self.closings.homes_in)
        )


def stand(
    city: City, mode: Mode, drawing: Drawing | None, xy: Sequence[tuple[float, float]]
) -> Ground:
    """Put free points on a place's network.

    Parameters
    ----------
    drawing : Drawing or None
        Without errors; None for the baseline.
    xy : sequence of (x, y)
        EPSG:25832 metres.
    """
    edits = Edits() if drawing is None else drawing.patch.edits
    points = tuple(DrawnHomes("", x, y, 0.0) for x, y in xy)
    patch = lay(
        city,
        replace(edits, homes=(*edits.homes, *points)),
        None if drawing is None else drawing.patch.joins,
    )
    ways = tuple(close(city, patch, closure) for closure in edits.closures)
    closings = close_all(city, patch, mode, ways)
    return Ground(
        city,
        mode,
        drawing,
        patch,
        ways,
        closings,
        search_graph(city, patch, mode, closings.base, closings.overlay),
        len(city.homes.ids) + len(edits.homes),
        len(points),
    )
