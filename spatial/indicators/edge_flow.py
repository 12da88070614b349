"""How many errands lead along each street."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from spatial.boundary import inner_part
from spatial.centrality.by_street import street_column
from spatial.centrality.shortest import flow
from spatial.centrality.trips import trips_after, trips_before
from spatial.centrality.ways import metres_within, once
from spatial.indicators.base import Indicator, Parameter, attached_share, beside
from spatial.units import MS_PER_MINUTE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.assessment import StreetValues
    from spatial.centrality.trips import Trips
    from spatial.comparison import Comparison
    from spatial.indicators.base import IndicatorValue
    from spatial.units import Float64Array


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give the mean along the area's streets, and the most on one of them, for each mode."""
    cutoff_min = int(INDICATOR.setting(comparison, "cutoff_min"))
    for mode in comparison.modes:
        before = _in_area(comparison, trips_before(comparison, mode), cutoff_min)
        after = _in_area(comparison, trips_after(comparison, mode), cutoff_min)
        for variant, one, two in zip(("mean", "highest"), before, after, strict=True):
            yield beside(
                INDICATOR,
                one,
                two,
                mode=mode,
                cutoff_min=cutoff_min,
                variant=variant,
                known_share=attached_share(comparison, mode),
            )


def per_street(comparison: Comparison) -> Iterator[StreetValues]:
    """Give the trips along each street, the mean over its length; along a closed one are none."""
    cutoff_min = int(INDICATOR.setting(comparison, "cutoff_min"))
    for mode in comparison.modes:
        before, after = (
            (trips.ways, _along(comparison, trips, cutoff_min))
            for trips in (trips_before(comparison, mode), trips_after(comparison, mode))
        )
        column = street_column(INDICATOR, comparison, mode, before, after, cutoff_min=cutoff_min)
        shut = ~np.isnan(column.baseline) & np.isnan(column.proposal)
        yield replace(column, proposal=np.where(shut, 0.0, column.proposal))


def _along(comparison: Comparison, trips: Trips, cutoff_min: int) -> Float64Array:
    """Give the trips along each way."""
    residents, errands = trips.situation.residents, trips.errands()
    homes = np.flatnonzero(residents > 0.0)

    def search() -> Float64Array:
        found = flow(
            trips.arcs,
            cutoff_min * MS_PER_MINUTE,
            edge_count=trips.edge_count,
            sources=trips.homes[homes],
            trips=residents[homes],
            targets=errands,
        )
        return found.edges[: trips.ways.count]

    told = (*trips.arcs, residents, errands, cutoff_min)
    return once(comparison.city, "edge flow", told, search)


def _in_area(
    comparison: Comparison, trips: Trips, cutoff_min: int
) -> tuple[float | None, float | None]:
    metres = metres_within(comparison.city, trips.ways, inner_part(comparison.area))
    inside = metres > 0.0
    if not inside.any():
        return None, None
    along = _along(comparison, trips, cutoff_min)[inside]
    return float((along * metres[inside]).sum() / metres[inside].sum()), float(along.max())


INDICATOR = Indicator(
    id="edge_flow",
    group=3,
    name_da="Ture langs vejene",
    name_en="Trips along the streets",
    sentence_da="Gik hver beboer i byen én tur til hver funktion inden for tiden, kom så mange ture"
    " ad en vej i området.",
    sentence_en="If every inhabitant of the city made one trip to each facility within the time,"
    " this many trips would come along a street in the area.",
    formula="x_e = Σ_i P_i Σ_j O_j · n_ij(e) / n_ij, t_ij ≤ T; Σ_e l_e x_e / Σ_e l_e; max_e x_e",
    unit="trips",
    better="higher",
    guarantee="none",
    guarantee_reason_da="En ny vej flytter ture fra én vej til en anden, og nogle steder bliver der"
    " færre.",
    guarantee_reason_en="A new way moves trips from one street to another, and some streets get"
    " fewer.",
    parameters={"cutoff_min": Parameter(15, "min", 1, 60, "Længste tur", "Longest trip")},
    source="Freeman 1977, Brandes 2001",
    compute=compute,
    live=False,
    per_street=per_street,
)
