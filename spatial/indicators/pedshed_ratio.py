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
from spatial.network.model import MS_PER_METRE, Mode
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

RADII_M: Final = (400, 800)


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give the residents' mean for each radius, on foot."""
    if Mode.WALK not in comparison.modes:
        return
    before = _mean(comparison.baseline, partial(_before, comparison))
    after = _mean(comparison.proposal, partial(_after, comparison))
    for k, radius_m in enumerate(RADII_M):
        yield beside(
            INDICATOR,
            before[k],
            after[k],
            mode=Mode.WALK,
            cutoff_min=_minutes(radius_m),
            variant=str(radius_m),
            known_share=attached_share(comparison, Mode.WALK),
        )


def per_home(comparison: Comparison) -> Iterator[HomeValues]:
    """Give each home's ratio for each radius."""
    if Mode.WALK not in comparison.modes:
        return
    before = _before(comparison, np.arange(len(comparison.baseline.residents)))
    after = _after(comparison, np.arange(len(comparison.proposal.residents)))
    for k, radius_m in enumerate(RADII_M):
        yield home_column(
            INDICATOR,
            comparison,
            before[:, k],
            after[:, k],
            mode=Mode.WALK,
            cutoff_min=_minutes(radius_m),
        )


def _minutes(radius_m: int) -> int:
    """Give the minutes a radius takes on foot; 400 m are five."""
    return radius_m * MS_PER_METRE[Mode.WALK] // MS_PER_MINUTE


def _before(comparison: Comparison, homes: Int64Array) -> Float64Array:
    """Give the ratio of some homes without the drawing, shape (homes, radii)."""
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
    """Give the ratio of some homes with the drawing, shape (homes, radii)."""
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
    return grid_over(city.network.node_xy, RADII_M[-1] + BESIDE_M)


def _standing(city: City) -> Stretches:
    """Give the stretches of street that may be walked, and the ground beside them."""

    def compute_all() -> Stretches:
        ways = ways_before(city, Mode.WALK)
        lines = way_shapes(city, ways, np.arange(ways.count))
        pieces = city.network.pieces
        return Stretches(
            pieces.tail[ways.pieces],
            pieces.head[ways.pieces],
            np.ones(ways.count, np.bool_),
            ground_beside(lines, _grid(city), MS_PER_METRE[Mode.WALK]),
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
    return Stretches(
        np.array([piece.tail for piece in pieces], np.int32),
        np.array([piece.head for piece in pieces], np.int32),
        np.ones(len(pieces), np.bool_),
        ground_beside(lines, _grid(city), MS_PER_METRE[Mode.WALK]),
    )


def _ratios(
    city: City,
    graph: SearchGraph,
    doors: Connectors,
    homes: Int64Array,
    parts: tuple[Stretches, ...],
) -> Float64Array:
    limits_ms = np.array(RADII_M, np.int64) * MS_PER_METRE[Mode.WALK]
    times = np.empty((len(homes), graph.node_count), np.int32)
    for row, home in enumerate(homes):
        own = slice(int(doors.indptr[home]), int(doors.indptr[home + 1]))
        seeds = doors.nodes[own], doors.times_ms[own]
        times[row] = times_from(graph.outgoing, graph.node_count, *seeds, int(limits_ms[-1]))
    reached_m2 = cells_reached(times, parts, _grid(city), limits_ms) * CELL_M**2
    ratios: Float64Array = reached_m2 / (math.pi * np.array(RADII_M, np.float64) ** 2)
    return ratios


def _mean(
    situation: Situation, ratios: Callable[[Int64Array], Float64Array]
) -> tuple[float | None, ...]:
    homes = np.flatnonzero(situation.in_area & (situation.residents > 0.0))
    residents = situation.residents[homes]
    total = math.fsum(residents.tolist())
    if total <= 0.0:
        return (None,) * len(RADII_M)
    weighted = ratios(homes) * residents[:, None]
    return tuple(math.fsum(column) / total for column in weighted.T.tolist())


INDICATOR = Indicator(
    id="pedshed_ratio",
    group=4,
    name_da="Gangbart opland",
    name_en="Ground within a walk",
    sentence_da="Så stor en del af cirklen rundt om hjemmet kan en beboer i gennemsnit nå ad gader"
    " og stier, når turen højst er så lang som radius.",
    sentence_en="On average a resident can reach this share of the circle round the home along"
    " streets and paths, on a walk no longer than the radius.",
    formula="Σ_i P_i A_i(r) / (π r²) / Σ_i P_i, A_i = jord op til 25 m fra en nået vej",
    unit="share",
    better="higher",
    guarantee="monotone",
    guarantee_reason_da="Jorden er delt i felter, der ligger fast; en ny vej kan kun nå flere.",
    guarantee_reason_en="The ground is cut into cells that lie still; a new way can only reach"
    " more.",
    parameters={
        "radii_m": Parameter(RADII_M, "m"),
        "beside_m": Parameter(BESIDE_M, "m"),
        "cell_m": Parameter(CELL_M, "m"),
    },
    source="Schlossberg & Brown 2004",
    compute=compute,
    live=False,
    per_home=per_home,
)
