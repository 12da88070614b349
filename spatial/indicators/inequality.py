"""How unevenly the homes of the area share what is reached."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from spatial.indicators.base import Indicator, beside

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from spatial.assessment import HomeValues
    from spatial.comparison import Comparison, Situation
    from spatial.indicators.base import IndicatorValue
    from spatial.units import Float64Array, Int64Array

TENTHS: Final = 10
POOREST_TENTHS: Final = 4
RICHEST_TENTHS: Final = 1


def inequality_over(spread: tuple[Indicator, ...]) -> Indicator:
    """Make the indicator that measures how these are spread over the area's residents.

    Those that are answered while drawing are measured; others where they are asked for as well.
    """

    def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
        """Give Gini and Palma for every column of values per home."""
        for indicator in spread:
            if indicator.per_home is None:
                continue
            if indicator.live or indicator.id in (comparison.asked or ()):
                for column in indicator.per_home(comparison):
                    yield from _measures(inequality, comparison, column)

    inequality = Indicator(
        id="inequality",
        group=5,
        name_da="Ulighed mellem boligerne",
        name_en="Inequality between homes",
        sentence_da="Sådan fordeler tallet sig på områdets beboere: Gini er 0, når alle har det"
        " samme; Palma er den øverste tiendedels part i forhold til de nederste fire tiendedeles.",
        sentence_en="This is how the number is spread over the area's residents: Gini is 0 when"
        " all have the same; Palma is the top tenth's part over that of the lowest four tenths.",
        formula="G = Σ_i Σ_j P_i P_j |x_i - x_j| / (2 Σ_i P_i Σ_i P_i x_i); Palma = Σ_{øverste"
        " 10 %} P x / Σ_{nederste 40 %} P x",
        unit="ratio",
        better="lower",
        guarantee="none",
        guarantee_reason_da="Det, der hjælper nogle boliger mest, kan gøre forskellen til de andre"
        " større.",
        guarantee_reason_en="What helps some homes most can widen the distance to the others.",
        parameters={},
        source="Gini 1912; Palma 2011; homes without a value are left out and told as unknown",
        compute=compute,
        live=False,
    )
    return inequality


def _measures(
    inequality: Indicator, comparison: Comparison, column: HomeValues
) -> Iterator[IndicatorValue]:
    was, weights, known = _of_area(comparison.baseline, column.baseline)
    will_be, new_weights, still_known = _of_area(comparison.proposal, column.proposal)
    for measure, name in ((gini, "gini"), (palma, "palma")):
        yield beside(
            inequality,
            measure(was, weights),
            measure(will_be, new_weights),
            mode=column.mode,
            category=column.category,
            cutoff_min=column.cutoff_min,
            variant=f"{name} {column.indicator}",
            known_share=min(known, still_known),
        )


def _of_area(
    situation: Situation, values: npt.NDArray[np.generic]
) -> tuple[Float64Array, Int64Array, float]:
    """Give the values in the area, ascending, the people at each, and the share that has one."""
    numbers = values[: len(situation.weights)].astype(np.float64)
    if np.issubdtype(values.dtype, np.integer):
        numbers[numbers < 0] = np.nan
    lived_in = situation.in_area & (situation.weights > 0)
    told = np.flatnonzero(lived_in & ~np.isnan(numbers))
    # Homes with the same value are one, so that their order does not matter.
    distinct, at = np.unique(numbers[told], return_inverse=True)
    weights = np.zeros(len(distinct), np.int64)
    np.add.at(weights, at, situation.weights[told])
    total = int(situation.weights[lived_in].sum())
    return distinct, weights, int(weights.sum()) / total if total else 1.0


def gini(values: Float64Array, weights: Int64Array) -> float | None:
    """Give the Gini coefficient; None where there is nothing to share.

    Parameters
    ----------
    values : float64 array, ascending, none below zero
    weights : int64 array
        People at each value.

    Examples
    --------
    >>> gini(np.array([1.0, 2.0, 3.0, 4.0]), np.ones(4, np.int64))
    0.25
    """
    total = int(weights.sum())
    shared = math.fsum((values * weights).tolist())
    if shared <= 0.0:
        return None
    # How many people have more, less how many have less: the sum over all pairs in one pass.
    rank = 2 * np.cumsum(weights) - weights - total
    apart = math.fsum((values * weights * rank).tolist())
    return apart / (total * shared)


def palma(values: Float64Array, weights: Int64Array) -> float | None:
    """Give the top tenth's part over that of the lowest four; None where those have nothing."""
    lowest = _lowest(values, weights, POOREST_TENTHS)
    if lowest <= 0.0:
        return None
    whole = math.fsum((values * weights).tolist())
    return (whole - _lowest(values, weights, TENTHS - RICHEST_TENTHS)) / lowest


def _lowest(values: Float64Array, weights: Int64Array, tenths: int) -> float:
    """Give what the lowest tenths of the people have together; a home may be split."""
    ends = np.cumsum(weights)
    limit = tenths * int(ends[-1]) if len(ends) else 0
    counted = np.clip(limit - TENTHS * (ends - weights), 0, TENTHS * weights)
    return math.fsum((values * counted).tolist()) / TENTHS
