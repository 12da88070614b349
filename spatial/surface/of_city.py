"""The surface of a place, and what a drawing does to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from spatial.network.graph import search_graph
from spatial.network.kept_doors import close_all
from spatial.surface.changes import SurfaceChange, surface_change
from spatial.surface.surface import Surface, build_surface
from spatial.tables import CATEGORIES
from spatial.units import MS_PER_MINUTE

if TYPE_CHECKING:
    from spatial.city import City
    from spatial.drawing import Drawing
    from spatial.network.model import Mode
    from spatial.units import Int64Array


def surface_of(city: City, mode: Mode, cutoffs_min: tuple[int, ...]) -> Surface:
    """Give what every node reaches with nothing drawn, computed the first time.

    Parameters
    ----------
    cutoffs_min : tuple of int
        Ascending whole minutes.
    """

    def compute() -> Surface:
        cutoffs_ms = np.array(cutoffs_min, np.int32) * np.int32(MS_PER_MINUTE)
        return build_surface(
            city.graph(mode),
            city.facility_footing.connectors[mode],
            _rows_of(city.facilities.categories),
            cutoffs_ms,
            len(CATEGORIES),
        )

    return city.remember(("surface", mode, cutoffs_min), compute)


def drawn_surface(
    city: City, mode: Mode, cutoffs_min: tuple[int, ...], drawing: Drawing
) -> SurfaceChange:
    """Find what a drawing without errors changes for the nodes of a place."""
    edits = drawing.patch.edits
    closings = close_all(city, drawing.patch, mode, drawing.closed)
    graph = search_graph(city, drawing.patch, mode, closings.base, closings.overlay)
    categories = _rows_of(
        (*city.facilities.categories, *(place.category for place in edits.facilities))
    )
    categories[np.array(sorted(edits.removed_facilities), np.int64)] = -1
    surface = surface_of(city, mode, cutoffs_min)
    return surface_change(surface, graph, closings.facilities, categories)


def _rows_of(categories: tuple[str, ...]) -> Int64Array:
    rows = {name: row for row, name in enumerate(CATEGORIES)}
    return np.array([rows[name] for name in categories], np.int64)
