"""How many junctions there are in the area."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from spatial.centrality.ways import JUNCTION_WAYS, degrees_within, ways_after, ways_before
from spatial.indicators.base import Indicator, Parameter, beside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.centrality.ways import Ways
    from spatial.comparison import Comparison
    from spatial.indicators.base import IndicatorValue
    from spatial.tables import Area

_M2_PER_KM2: Final = 1e6


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give junctions per square kilometre for each mode."""
    for mode in comparison.modes:
        yield beside(
            INDICATOR,
            _per_km2(ways_before(comparison.city, mode), comparison.area),
            _per_km2(ways_after(comparison, mode), comparison.area),
            mode=mode,
        )


def _per_km2(ways: Ways, area: Area) -> float | None:
    if area.geometry.area <= 0.0:
        return None
    junctions = int((degrees_within(ways, area.geometry) >= JUNCTION_WAYS).sum())
    return junctions * _M2_PER_KM2 / float(area.geometry.area)


INDICATOR = Indicator(
    id="intersection_density",
    group=4,
    name_da="Kryds pr. km²",
    name_en="Junctions per km²",
    sentence_da="Så mange steder pr. kvadratkilometer af området mødes tre veje eller flere.",
    sentence_en="At this many places per square kilometre of the area three ways or more meet.",
    formula="|{v i området: grad(v) ≥ 3}| / A",
    unit="per_km2",
    better="higher",
    guarantee="none",
    guarantee_reason_da="Tallet tæller kryds og ikke kortere veje: også en blind sti giver et.",
    guarantee_reason_en="It counts junctions, not shorter ways: a path that ends blind gives one"
    " too.",
    parameters={"junction_ways": Parameter(JUNCTION_WAYS)},
    source="Dill 2004",
    compute=compute,
)
