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
