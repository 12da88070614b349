"""Whatever is drawn on a place, its surface says for every node what a search anew says."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from spatial.drawing import resolve_drawing
from spatial.network.graph import search_graph
from spatial.network.kept_doors import close_all
from spatial.network.model import STREET_MODES
from spatial.surface.of_city import drawn_surface, surface_of
from spatial.surface.surface import measured
from spatial.tables import CATEGORIES
from tests.spatial.laws import sound
from tests.spatial.worlds import ADDITIONS, REMOVALS, grown, random_drawing

CUTOFFS_MIN = (1, 2, 5)
seeds = st.integers(0, 2**31)


@given(seeds, seeds, st.integers(1, 4))
def test_a_drawn_surface_equals_one_made_anew(place: int, hand: int, count: int) -> None:
    world = grown(place)
    city = world.city()
    drawn = sound(city, random_drawing(world, hand, count, (*ADDITIONS, *REMOVALS)))
    drawing = resolve_drawing(city, drawn)
    edits = drawing.patch.edits
    for mode in STREET_MODES:
        surface = surface_of(city, mode, CUTOFFS_MIN)
        change = drawn_surface(city, mode, CUTOFFS_MIN, drawing)
        closings = close_all(city, drawing.patch, mode, drawing.closed)
        names = [*city.facilities.categories, *(drawn.category for drawn in edits.facilities)]
        rows = np.array([CATEGORIES.index(name) for name in names], np.int64)
        rows[sorted(edits.removed_facilities)] = -1
        nearest, counts, _ = measured(
            search_graph(city, drawing.patch, mode, closings.base, closings.overlay),
            closings.facilities,
            rows,
            surface.cutoffs_ms,
            len(CATEGORIES),
        )
        base = len(surface.nearest_ms)
        told_nearest, told_counts = surface.nearest_ms.copy(), surface.counts.copy()
        told_nearest[change.nodes] = change.nearest_after_ms
        told_counts[change.nodes] = change.counts_after
        np.testing.assert_array_equal(told_nearest, nearest[:base])
        np.testing.assert_array_equal(told_counts, counts[:base])
