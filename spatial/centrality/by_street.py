"""From values per way to values per street and per drawn stretch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from spatial.assessment import StreetValues
from spatial.centrality.ways import way_lengths_m
from spatial.network.patch import drawn_stretches

if TYPE_CHECKING:
    from spatial.centrality.ways import Ways
    from spatial.comparison import Comparison
    from spatial.indicators.base import Indicator
    from spatial.network.model import Mode
    from spatial.units import Float64Array

LEAST_M = 1e-4
"""A way of no length still has a value."""


def street_column(  # noqa: PLR0913 - a column is named by all of these
    indicator: Indicator,
    comparison: Comparison,
    mode: Mode,
    before: tuple[Ways, Float64Array],
    after: tuple[Ways, Float64Array],
    *,
    cutoff_min: int | None = None,
    variant: str | None = None,
) -> StreetValues:
    """Set each street's value before beside the one after.

    Parameters
    ----------
    before, after : tuple of Ways and float64 array, shape (ways,)
    """
    ways, values = after
    rows = {int(row): k for k, row in enumerate(ways.overlay) if row >= 0}
    stretches = drawn_stretches(comparison.drawing.patch)
    drawn = [values[rows[stretch]] if stretch in rows else np.nan for stretch in stretches]
    return StreetValues(
        indicator=indicator.id,
        mode=mode,
        category=None,
        cutoff_min=cutoff_min,
        variant=variant,
        unit=indicator.unit,
        baseline=mean_by_street(comparison, *before),
        proposal=mean_by_street(comparison, *after),
        drawn=np.array(drawn, np.float64),
    )


def mean_by_street(comparison: Comparison, ways: Ways, values: Float64Array) -> Float64Array:
    """Give the mean over each street's length of what is open of it; NaN where nothing is.

    A way without a value is left out.
    """
    city = comparison.city
    counted = (ways.streets >= 0) & ~np.isnan(values)
    count = len(city.streets.ids)
    metres = np.maximum(way_lengths_m(city, ways)[counted], LEAST_M)
    streets = ways.streets[counted]
    total = np.bincount(streets, metres * values[counted], minlength=count)
    length = np.bincount(streets, metres, minlength=count)
    mean = np.full(count, np.nan)
    np.divide(total, length, out=mean, where=length > 0.0)
    return mean
