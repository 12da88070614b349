"""How many ways lead into the area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spatial.boundary import APART_M, INWARD_M, ways_in
from spatial.indicators.base import Indicator, Parameter, beside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.boundary import Ring
    from spatial.comparison import Comparison
    from spatial.indicators.base import IndicatorValue


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give the ways in per kilometre of boundary for each mode."""
    for mode in comparison.modes:
        yield beside(
            INDICATOR,
            _per_km(comparison.baseline.rings[mode]),
            _per_km(comparison.proposal.rings[mode]),
            mode=mode,
        )


def _per_km(rings: tuple[Ring, ...]) -> float | None:
    length_m = sum(ring.length_m for ring in rings)
    if length_m <= 0.0:
        return None
    return sum(ways_in(ring) for ring in rings) * 1000.0 / length_m


INDICATOR = Indicator(
    id="boundary_entrances",
    group=4,
    name_da="Veje ind",
    name_en="Ways in",
    sentence_da="Så mange veje og stier fører ind i området for hver kilometer af dets grænse.",
    sentence_en="This many streets and paths lead into the area per kilometre of its boundary.",
    formula="n / L, n = færrest 10 m-stykker, der rummer alle krydsninger",
    unit="per_km",
    better="higher",
    guarantee="monotone",
    guarantee_reason_da="En ny vej kan kun give en indgang mere, og en lukning kun en mindre.",
    guarantee_reason_en="A new way can only add a way in, and a closure only take one.",
    parameters={"inward_m": Parameter(INWARD_M, "m"), "apart_m": Parameter(APART_M, "m")},
    source="TfL porosity",
    compute=compute,
)
