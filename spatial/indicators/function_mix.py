"""How many kinds of places the area has, counted by how even they are."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from spatial.indicators.base import Indicator, beside
from spatial.tables import CATEGORIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spatial.comparison import Comparison, Situation
    from spatial.indicators.base import IndicatorValue

TRANSPORT: Final = ("station", "stop")


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give the number of kinds inside: of all, and of those one has an errand at."""
    before, after = comparison.baseline, comparison.proposal
    for variant, left_out in ((None, ()), ("errands", TRANSPORT)):
        yield beside(INDICATOR, _kinds(before, left_out), _kinds(after, left_out), variant=variant)


def _kinds(situation: Situation, left_out: tuple[str, ...]) -> float:
    places = situation.places
    standing = places.category[places.inside & (places.category >= 0)]
    counts = np.bincount(standing, minlength=len(CATEGORIES))
    counts[[CATEGORIES.index(name) for name in left_out]] = 0
    return hill_number(counts.tolist())


def hill_number(counts: Iterable[int]) -> float:
    """Give the number of kinds that, equally common, would be as mixed as these (Hill 1973, q = 1).

    None at all are zero kinds.

    Examples
    --------
    >>> hill_number([3, 3])
    2.0
    """
    present = [count for count in counts if count]
    total = sum(present)
    if len(set(present)) <= 1:
        # As common as each other: their number itself, without the dust of logarithms.
        return float(len(present))
    return math.exp(-math.fsum(count / total * math.log(count / total) for count in present))


INDICATOR = Indicator(
    id="function_mix",
    group=2,
    name_da="Blanding af funktioner",
    name_en="Mix of functions",
    sentence_da="Så mange slags steder svarer områdets blanding til, hvis der var lige mange af"
    " hver; regnet for alle slags og for ærinder uden stop og stationer.",
    sentence_en="The area's mix is worth this many kinds of places, were there as many of each;"
    " for all kinds, and for errands without stops and stations.",
    formula="¹D = exp(-Σ_c p_c ln p_c), p_c = andelen af slagsen c blandt steder i området",
    unit="kinds",
    better="higher",
    guarantee="none",
    guarantee_reason_da="Én mere af en slags, der er mange af i forvejen, gør blandingen mere"
    " ensidig.",
    guarantee_reason_en="One more of a kind that is common already makes the mix less even.",
    parameters={},
    source="Hill 1973",
    compute=compute,
)
