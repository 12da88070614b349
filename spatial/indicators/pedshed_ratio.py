"""How much of the ground nearby can be walked to."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from spatial.centrality.ground import (
    BESIDE_M,
    CELL_M,
    Grid,
    Stretches,
    cells_reached,
    grid_over,
    ground_beside,
)
from spatial.centrality.ways import way_shapes, ways_before
from spatial.indicators.base import Indicator, Parameter, attached_share, beside, home_column
from spatial.network.model import Mode
from spatial.network.patch import piece_geometry
from spatial.network.search import times_from
from spatial.units import MS_PER_MINUTE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spatial.assessment import HomeValues
    from spatial.city import City
    from spatial.comparison import Comparison, Situation
    from spatial.indicators.base import IndicatorValue
    from spatial.network.model import Connectors
    from spatial.network.search import SearchGraph
    from spatial.units import Float64Array, Int64Array

MINUTES: Final = (5, 10)
"""At 4.8 km/h 400 and 800 m."""
_FURTHEST_M: Final = 800.0


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give the residents' mean for each time, on foot."""
    if Mode.WALK not in comparison.modes:
        return
    before = _mean(comparison.baseline, partial(_before, comparison))
    after = _mean(comparison.proposal, partial(_after, comparison))
    for k, cutoff_min in enumerate(MINUTES):
        yield beside(
            INDICATOR,
            before[k],
            after[k],
            mode=Mode.WALK,
            cutoff_min=cutoff_min,
            known_share=attached_share(comparison, Mode.WALK),
        )


def per_home(comparison: Comparison) -> Iterator[HomeValues]:
    """Give each home's ratio for each time."""
    if Mode.WALK not in comparison.modes:
        return
    before = _before(comparison, np.arange(len(comparison.baseline.residents)))
    after = _after(comparison, np.arange(len(comparison.proposal.residents)))
    for k, cutoff_min in enumerate(MINUTES):
        yield home_column(
            INDICATOR,
            comparison,
            before[:, k],
            after[:, k],
            mode=Mode.WALK,
            cutoff_min=cutoff_min,
        )


def _before(comparison: Comparison, homes: Int64Array) -> Float64Array:
    """Give the ratio of some homes without the drawing, shape (homes, times)."""
    city = comparison.city

    def compute_all() -> Float64Array:
        every = np.arange(len(city.homes.ids))
        parts = (_standing(city),)
        return _ratios(
            city, city.graph(Mode.WALK), comparison.homes_before(Mode.WALK), every, parts
        )

    rows: Float64Array = city.remember(("pedshed",), compute_all)[homes]
    return rows


def _after(comparison: Comparison, homes: Int64Array) -> Float64Array:
    """Give the ratio of some homes with the drawing, shape (homes, times)."""
    if Mode.WALK not in comparison.laid:
        return _before(comparison, homes)
    city, closings = comparison.city, comparison.laid[Mode.WALK].closings
    standing = _standing(city)
    still_open = ~closings.base[ways_before(city, Mode.WALK).pieces]
    return _ratios(
        city,
        comparison.graph_after(Mode.WALK),
        comparison.homes_after(Mode.WALK),
        homes,
        (replace(standing, open_to=still_open), _laid_over(comparison)),
    )


def _grid(city: City) -> Grid:
    """Lay one grid over the city and as far round it as anybody draws."""
    return grid_over(city.network.node_xy, _FURTHEST_M + BESIDE_M)


def _standing(city: City) -> Stretches:
    """Give the stretches of street that may be walked, and the ground beside them."""

    def compute_all() -> Stretches:
        ways = ways_before(city, Mode.WALK)
        lines = way_shapes(city, ways, np.arange(ways.count))
        pieces, pace = city.network.pieces, city.paces[Mode.WALK].ms_per_metre
        return Stretches(
            pieces.tail[ways.pieces],
            pieces.head[ways.pieces],
            np.ones(ways.count, np.bool_),
            ground_beside(lines, ways.ahead_ms, _grid(city), pace),
        )

    return city.remember(("ground",), compute_all)


def _laid_over(comparison: Comparison) -> Stretches:
    """Give what the drawing lays over; a street that is kept whole counts beside its halves."""
    city, patch = comparison.city, comparison.drawing.patch
    closed = comparison.laid[Mode.WALK].closings.overlay
    pieces = [
        piece
        for piece, shut in zip(patch.pieces, closed, strict=True)
        if not shut and max(piece.times[Mode.WALK]) >= 0
    ]
    lines = np.empty(len(pieces), object)
    lines[:] = [piece_geometry(city, patch, piece) for piece in pieces]
    times = np.array([piece.times[Mode.WALK][0] for piece in pieces], np.int64)
    return Stretches(
        np.array([piece.tail for piece in pieces], np.int32),
        np.array([piece.head for piece in pieces], np.int32),
        np.ones(len(pieces), np.bool_),
        ground_beside(lines, times, _grid(city), city.paces[Mode.WALK].ms_per_metre),
    )


def _ratios(
    city: City,
    graph: SearchGraph,
    doors: Connectors,
    homes: Int64Array,
    parts: tuple[Stretches, ...],
) -> Float64Array:
    limits_ms = np.array(MINUTES, np.int64) * MS_PER_MINUTE
    times = np.empty((len(homes), graph.node_count), np.int32)
    for row, home in enumerate(homes):
        own = slice(int(doors.indptr[home]), int(doors.indptr[home + 1]))
        seeds = doors.nodes[own], doors.times_ms[own]
        times[row] = times_from(graph.outgoing, graph.node_count, *seeds, int(limits_ms[-1]))
    reached_m2 = cells_reached(times, parts, _grid(city), limits_ms) * CELL_M**2
    radii_m = limits_ms / city.paces[Mode.WALK].ms_per_metre
    ratios: Float64Array = reached_m2 / (math.pi * radii_m**2)
    return ratios


def _mean(
    situation: Situation, ratios: Callable[[Int64Array], Float64Array]
) -> tuple[float | None, ...]:
    homes = np.flatnonzero(situation.in_area & (situation.residents > 0.0))
    residents = situation.residents[homes]
    total = math.fsum(residents.tolist())
    if total <= 0.0:
        return (None,) * len(MINUTES)
    weighted = ratios(homes) * residents[:, None]
    return tuple(math.fsum(column) / total for column in weighted.T.tolist())


INDICATOR = Indicator(
    id="pedshed_ratio",
    group=4,
    name_da="Gangbart opland",
    name_en="Ground within a walk",
    sentence_da="Så stor en del af jorden inden for samme afstand i luftlinje kan en beboer i"
    " gennemsnit gå til på 5 eller 10 minutter ad gader og stier.",
    sentence_en="On average a resident can walk along streets and paths in 5 or 10 minutes to this"
    " share of the ground that lies as near as the crow flies.",
    formula="Σ_i P_i A_i(r) / (π r²) / Σ_i P_i, r = 400 m, 800 m; A_i = jord op til 25 m fra en"
    " nået vej",
    unit="share",
    better="higher",
    guarantee="monotone",
    guarantee_reason_da="Jorden er delt i felter, der ligger fast; en ny vej kan kun nå flere.",
    guarantee_reason_en="The ground is cut into cells that lie still; a new way can only reach"
    " more.",
    parameters={
        "minutes": Parameter(MINUTES, "min"),
        "beside_m": Parameter(BESIDE_M, "m"),
        "cell_m": Parameter(CELL_M, "m"),
    },
    source="Schlossberg & Brown 2004",
    compute=compute,
    live=False,
    per_home=per_home,
)
