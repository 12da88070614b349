"""Breakages of isochrones, routes, explanations and contributions."""

from __future__ import annotations

from typing import Final

from tests.mutations.mutation import Mutation

STRETCHES: Final = "spatial/isochrones/stretches.py"
CELLS: Final = "spatial/isochrones/cells.py"
ITINERARIES: Final = "spatial/itineraries.py"
SUBSETS: Final = "spatial/subsets.py"
OF_STRETCHES: Final = ("tests/spatial/isochrones/test_stretches.py",)
OF_CELLS: Final = ("tests/spatial/isochrones/test_cells.py",)
AGREEMENT: Final = "tests/spatial/isochrones/test_agreement.py"
CELL_LAW: Final = f"{AGREEMENT}::test_a_cell_is_inside_exactly_when_the_route_to_its_middle_is"
OF_ROUTES: Final = ("tests/spatial/test_itineraries.py",)
OF_STORIES: Final = ("tests/spatial/test_explanations.py",)
OF_PARTS: Final = ("tests/spatial/test_contributions.py",)
OF_SHARES: Final = ("tests/spatial/test_cooperation.py",)

RINGS: Final = (
    Mutation(
        "a stretch ends a little before the time runs out",
        STRETCHES,
        "return start - 1 + bisect_right(span, time_ms, key=elapsed)",
        "return start - 1 + bisect_left(span, time_ms, key=elapsed)",
        OF_STRETCHES,
    ),
    Mutation(
        "two ways round a block do not meet",
        STRETCHES,
        "(piece.head_ms + whole - piece.tail_ms) // 2",
        "(piece.head_ms + whole - piece.tail_ms)",
        OF_STRETCHES,
    ),
    Mutation(
        "a closed stretch is told as an open one",
        STRETCHES,
        "replace(part, closed=True)",
        "part",
        OF_STRETCHES,
    ),
    Mutation(
        "a street cut by a drawn line is told twice",
        STRETCHES,
        "*_on_base(reach, limits, ~closed & ~halved),",
        "*_on_base(reach, limits, ~closed),",
        OF_STRETCHES,
    ),
    Mutation(
        "stretches in different rings are joined",
        STRETCHES,
        "(one.owner, one.within_ms, one.closed, one.end_ticks, one.end_ms) == (",
        "(one.owner, two.within_ms, one.closed, one.end_ticks, one.end_ms) == (",
        OF_STRETCHES,
    ),
    Mutation(
        "one-way streets are left the wrong way when one comes to a place",
        "spatial/isochrones/reach.py",
        'backward if direction == "from" else forward,',
        "backward,",
        OF_STRETCHES,
    ),
    Mutation(
        "cells by a drawn path keep their old doors",
        CELLS,
        "special |= shapely.distance(points, front.shape) <= present_m",
        "special |= shapely.distance(points, front.shape) < 0",
        OF_CELLS,
    ),
    Mutation(
        "cells on closed streets have no way",
        CELLS,
        "times[plain[closed]] = _plain_times(inner",
        "times[plain[closed]] = _plain_times(reach",
        (CELL_LAW,),
    ),
    Mutation(
        "the straight way off the street is free",
        CELLS,
        "result: Int64Array = street + connector",
        "result: Int64Array = street + 0 * connector",
        OF_CELLS,
    ),
    Mutation(
        "cells are counted from where one stands",
        CELLS,
        "np.floor(low / (size_m * _TILE))",
        "np.ceil(low / (size_m * _TILE))",
        OF_CELLS,
    ),
    Mutation(
        "a ring leaves out the cells on its edge",
        CELLS,
        "self.some(self.times_ms <= limit_ms)",
        "self.some(self.times_ms < limit_ms)",
        OF_CELLS,
    ),
    Mutation(
        "a run of cells goes on over a gap",
        "spatial/isochrones/rings.py",
        "(row[1:] != row[:-1]) | (column[1:] != column[:-1] + 1)",
        "(row[1:] != row[:-1])",
        OF_CELLS,
    ),
)
ROUTES: Final = (
    Mutation(
        "a street followed backwards is drawn forwards",
        ITINERARIES,
        'return Part("street", street, None, time_ms, line if forward else line.reverse())',
        'return Part("street", street, None, time_ms, line)',
        OF_ROUTES,
    ),
    Mutation(
        "a route takes the slower of two pieces between its nodes",
        ITINERARIES,
        "(base is None or drawn[0] < base[0])",
        "(base is None or drawn[0] > base[0])",
        OF_ROUTES,
    ),
    Mutation(
        "the way behind a closure is drawn straight",
        ITINERARIES,
        "if _least_time(before.doors, target[1], node) == time_ms:",
        "if time_ms is not None:",
        OF_ROUTES,
    ),
    Mutation(
        "a route forgets which drawn features it uses",
        ITINERARIES,
        'return Part("drawn", None, feature, time_ms, line)',
        'return Part("drawn", None, None, time_ms, line)',
        OF_ROUTES,
    ),
    Mutation(
        "losses are told as gains",
        "spatial/explanations.py",
        "if after[row] < before[row]]",
        "if after[row] != before[row]]",
        OF_STORIES,
    ),
    Mutation(
        "a facility that is gone is still walked to",
        "spatial/explanations.py",
        "[row for row in rows if row not in edits.removed_facilities]",
        "rows",
        OF_STORIES,
    ),
)
SHARES: Final = (
    Mutation(
        "every set of features weighs the same",
        "spatial/cooperation.py",
        "factorial(size) * factorial(count - 1 - size)",
        "factorial(count) // (count or 1)",
        OF_SHARES,
    ),
    Mutation(
        "what is left out is looked for in the empty drawing",
        "spatial/cooperation.py",
        "values[whole] - values[whole & ~(1 << thing)]",
        "values[1 << thing] - values[0]",
        OF_SHARES,
    ),
    Mutation(
        "a line that leads nowhere keeps its doors",
        SUBSETS,
        "kept = sorted(grounded_lines(_among(meetings.joins, present)))",
        "kept = sorted(present)",
        OF_PARTS,
    ),
    Mutation(
        "a removal works where nothing is left to remove",
        SUBSETS,
        "if place.category == category and place in chosen.facilities",
        "if place.category == category",
        OF_PARTS,
    ),
    Mutation(
        "new homes are there before they are built",
        SUBSETS,
        "if home in chosen.homes:",
        "if home is not None:",
        OF_PARTS,
    ),
    Mutation(
        "what nobody reaches is infinitely far in saved time",
        "spatial/contributions.py",
        "gain = before - np.minimum(after, LONGEST_MS)",
        "gain = before - after",
        OF_PARTS,
    ),
    Mutation(
        "those who come to live here save time too",
        "spatial/contributions.py",
        "whole_parts(parts.residents(0)) * parts.base_homes",
        "whole_parts(parts.residents(parts.everything))",
        OF_PARTS,
    ),
    Mutation(
        "a closure is forgotten where times are known",
        "spatial/contributions.py",
        "grounds.get(network & parts.in_taking)",
        "grounds.get(0)",
        OF_PARTS,
    ),
    Mutation(
        "what lies over a network shortens nothing that is known",
        "spatial/network/nearest.py",
        "if then < times[arcs.extra_heads[arc]]:",
        "if then < 0:",
        OF_PARTS,
    ),
    Mutation(
        "nobody may stop",
        "spatial/contributions.py",
        "            raise Stopped",
        "            return",
        OF_PARTS,
    ),
)
MUTATIONS: Final = (*RINGS, *ROUTES, *SHARES)
