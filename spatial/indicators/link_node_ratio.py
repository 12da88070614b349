"""How well the area's ways hang together: links beside nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spatial.centrality.ways import PASSED_THROUGH, degrees_within, ways_after, ways_before
from spatial.indicators.base import Indicator, beside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.centrality.ways import Ways
    from spatial.comparison import Comparison
    from spatial.indicators.base import IndicatorValue
    from spatial.tables import Area


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give the ratio for each mode."""
    for mode in comparison.modes:
        yield beside(
            INDICATOR,
            _ratio(ways_before(comparison.city, mode), comparison.area),
            _ratio(ways_after(comparison, mode), comparison.area),
            mode=mode,
        )


def _ratio(ways: Ways, area: Area) -> float | None:
    """Count links by their ends, so that one that leaves the area counts half."""
    ends = degrees_within(ways, area.geometry)
    nodes = ends[ends != PASSED_THROUGH]
    return int(nodes.sum()) / (2 * len(nodes)) if len(nodes) else None


INDICATOR = Indicator(
    id="link_node_ratio",
    group=4,
    name_da="Veje pr. kryds og vejende",
    name_en="Links per node",
    sentence_da="Så mange vejstykker er der for hvert kryds og hver blind ende; få betyder mange"
    " blinde veje.",
    sentence_en="There are this many links for each junction and dead end; few of them mean many"
    " dead ends.",
    formula="Σ_v grad(v) / 2 / |{v}|, v i området, grad(v) ≠ 2",
    unit="ratio",
    better="higher",
    guarantee="none",
    guarantee_reason_da="En ny sti, der ender blindt, giver flere ender end forbindelser.",
    guarantee_reason_en="A new path that ends blind gives more ends than links.",
    parameters={},
    source="Dill 2004",
    compute=compute,
)
