"""What an indicator is and what its values look like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, Protocol

import numpy as np

from spatial.assessment import HomeValues
from spatial.network.model import Mode
from spatial.units import UNREACHABLE_MS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    import numpy.typing as npt

    from spatial.assessment import StreetValues
    from spatial.comparison import Comparison, Situation
    from spatial.units import BoolArray

Better = Literal["higher", "lower"]
NO_TIME: Final = -1
"""Stands for "cannot be reached" among times per home."""


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
class Reading:
    """One number for the residents of some homes, before or after.

    Parameters
    ----------
    value : int, float or None
        None where there is no answer.
    better : "higher", "lower" or None
    unit : str or None
        None where they are the indicator's own.
    """

    value: float | None
    mode: Mode | None = None
    category: str | None = None
    cutoff_min: int | None = None
    variant: str | None = None
    better: Better | None = None
    unit: str | None = None
    known_share: float = 1.0


@dataclass(frozen=True, slots=True)
class Parameter:
    """A constant of a formula; with bounds, one that may be set in a request.

    Parameters
    ----------
    default : number, tuple of numbers or str
    unit : str
        Empty for plain numbers.
    low, high : float or None
        What may be asked for, both ends included; None for a constant nobody may change.
    name_da, name_en : str
        What it is called on screen; needed where it may be set.
    """

    default: float | str | tuple[float, ...]
    unit: str = ""
    low: float | None = None
    high: float | None = None
    name_da: str = ""
    name_en: str = ""

    @property
    def adjustable(self) -> bool:
        """Whether a request may set it."""
        return self.low is not None and self.high is not None


class Settled(Protocol):
    """Whatever carries what a request set."""

    @property
    def settings(self) -> Mapping[str, Mapping[str, float]]:
        """What is set otherwise than by default, by indicator and parameter."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator: its names, its meaning and how it is computed.

    Parameters
    ----------
    guarantee : "monotone" or "none"
        Monotone: adding never makes it worse and removing never makes it better.
    parameters : mapping from name to Parameter
    compute : callable
        Gives the numbers of the area.
    live : bool
        Whether every answer while drawing holds it; others are computed when they are named.
    per_home, per_street : callable or None
        Give a column of values for all homes, or for all streets.
    of_homes : callable or None
        Gives the numbers of any group of homes, before or after: the same ones, in the same order,
        for every group. What can be told of a group can be set beside the municipality.
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
    parameters: Mapping[str, Parameter]
    source: str
    compute: Callable[[Comparison], Iterable[IndicatorValue]]
    live: bool = True
    per_home: Callable[[Comparison], Iterable[HomeValues]] | None = None
    per_street: Callable[[Comparison], Iterable[StreetValues]] | None = None
    of_homes: Callable[[Comparison, Situation, BoolArray], Iterable[Reading]] | None = None

    def setting(self, asked_of: Settled, name: str) -> float:
        """Give an adjustable parameter as the request set it, else its default."""
        asked = asked_of.settings.get(self.id, {}).get(name)
        value = self.parameters[name].default if asked is None else asked
        if not isinstance(value, int | float):
            raise TypeError(f"{self.id}: parameter {name} is not one number")
        return value


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
    unit: str | None = None,
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
        unit=indicator.unit if unit is None else unit,
        better=indicator.better if better is None else better,
        baseline=baseline,
        proposal=proposal,
        change=change,
        known_share=known_share,
    )


def of_area(indicator: Indicator, comparison: Comparison) -> Iterator[IndicatorValue]:
    """Set the numbers of the area's homes before beside those after.

    A number is known as far as it is known on both sides.
    """
    if indicator.of_homes is None:
        raise TypeError(f"{indicator.id} cannot be told of a group of homes")
    before, after = comparison.baseline, comparison.proposal
    for one, two in zip(
        indicator.of_homes(comparison, before, before.in_area),
        indicator.of_homes(comparison, after, after.in_area),
        strict=True,
    ):
        yield beside(
            indicator,
            one.value,
            two.value,
            mode=one.mode,
            category=one.category,
            cutoff_min=one.cutoff_min,
            variant=one.variant,
            better=one.better,
            unit=one.unit,
            known_share=min(one.known_share, two.known_share),
        )


def home_column(  # noqa: PLR0913 - a column is named by all of these
    indicator: Indicator,
    comparison: Comparison,
    baseline: npt.NDArray[np.generic],
    proposal: npt.NDArray[np.generic],
    *,
    mode: Mode,
    category: str | None = None,
    cutoff_min: int | None = None,
) -> HomeValues:
    """Set a column of values before beside one after; drawn homes have none before.

    Parameters
    ----------
    baseline : array, shape (base homes,) or (all homes,)
    proposal : array, shape (all homes,)
        Times as int32 with `UNREACHABLE_MS`, other numbers as float64 with NaN for none.
    """
    count = len(comparison.proposal.residents)
    column = _times if indicator.unit == "ms" else _numbers
    return HomeValues(
        indicator.id,
        mode,
        category,
        cutoff_min,
        indicator.unit,
        column(baseline, count),
        column(proposal, count),
    )


def _times(times_ms: npt.NDArray[np.generic], count: int) -> npt.NDArray[np.generic]:
    values = np.full(count, NO_TIME, np.int64)
    values[: len(times_ms)] = np.where(times_ms == UNREACHABLE_MS, NO_TIME, times_ms)
    return values


def _numbers(numbers: npt.NDArray[np.generic], count: int) -> npt.NDArray[np.generic]:
    values = np.full(count, np.nan)
    values[: len(numbers)] = numbers
    return values


def attached_share(comparison: Comparison, mode: Mode, homes: BoolArray | None = None) -> float:
    """Give the share of residents whose home is attached to the network; of the area's, if unsaid.

    Whoever takes the bus walks to it.

    Parameters
    ----------
    homes : bool array, shape (base homes,) or (all homes,), optional
        Drawn homes always are attached, or the drawing is refused.
    """
    before = comparison.baseline
    chosen = before.in_area if homes is None else homes[: len(before.residents)]
    on_street = Mode.WALK if mode is Mode.TRANSIT else mode
    links = comparison.city.home_footing.links[on_street]
    residents = before.residents[chosen]
    total = float(residents.sum())
    return float(residents[(links.street >= 0)[chosen]].sum()) / total if total > 0.0 else 1.0
