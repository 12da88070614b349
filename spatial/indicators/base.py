"""What an indicator is and what its values look like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from spatial.comparison import Comparison
    from spatial.network.model import Mode

Better = Literal["higher", "lower"]


@dataclass(frozen=True, slots=True)
class IndicatorValue:
    """One number before and after.

    Parameters
    ----------
    category, cutoff_min, variant
        None where the indicator does not have them.
    baseline, proposal, change : int, float or None
        None where there is no answer: unreachable, nobody left, nothing to compare with.
    known_share : float
        Share of the input that is known, 0 to 1.
    """

    id: str
    mode: Mode | None
    category: str | None
    cutoff_min: int | None
    variant: str | None
    unit: str
    better: Better
    baseline: float | None
    proposal: float | None
    change: float | None
    known_share: float = 1.0


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator: its names, its meaning and how it is computed.

    Parameters
    ----------
    guarantee : "monotone" or "none"
        Monotone: adding never makes it worse and removing never makes it better.
    parameters : mapping
        Names and default values.
    """

    id: str
    group: int
    name_da: str
    name_en: str
    sentence_da: str
    sentence_en: str
    formula: str
    unit: str
    better: Better
    guarantee: Literal["monotone", "none"]
    guarantee_reason_da: str
    guarantee_reason_en: str
    parameters: Mapping[str, object]
    source: str
    compute: Callable[[Comparison], Iterable[IndicatorValue]]


def beside(  # noqa: PLR0913 - a value is named by all of these
    indicator: Indicator,
    baseline: float | None,
    proposal: float | None,
    *,
    mode: Mode | None = None,
    category: str | None = None,
    cutoff_min: int | None = None,
    variant: str | None = None,
    better: Better | None = None,
    known_share: float = 1.0,
) -> IndicatorValue:
    """Set two numbers beside each other; no change is known where one of them is missing."""
    change = None if baseline is None or proposal is None else proposal - baseline
    return IndicatorValue(
        id=indicator.id,
        mode=mode,
        category=category,
        cutoff_min=cutoff_min,
        variant=variant,
        unit=indicator.unit,
        better=indicator.better if better is None else better,
        baseline=baseline,
        proposal=proposal,
        change=change,
        known_share=known_share,
    )


def attached_share(comparison: Comparison, mode: Mode) -> float:
    """Give the share of the area's residents whose home is attached to the network."""
    residents = comparison.baseline.residents[comparison.baseline.in_area]
    links = comparison.city.home_footing.links[mode]
    attached = (links.street >= 0)[comparison.baseline.in_area]
    total = float(residents.sum())
    return float(residents[attached].sum()) / total if total > 0.0 else 1.0
