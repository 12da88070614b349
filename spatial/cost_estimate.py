"""What a drawing would cost to build: quantities times unit prices, and whose money it is.

An estimate to compare drawings by, not a budget. What has no quantity stays unknown.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from spatial.cost_items import PAYERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from spatial.cost_items import Item, Payer

LOCAL_PAYERS: Final[tuple[Payer, ...]] = ("housing_organisation", "municipality")
"""Whose money counts as local co-financing; what private builders pay does not."""
HALF_AN_OERE_KR: Final = 0.005
"""Nobody is short of less than this."""


@dataclass(frozen=True, slots=True)
class Line:
    """One item of a bill.

    Parameters
    ----------
    kr, unit_price_kr : float or None
        None where nobody knows.
    grant_kr : float
        What the foundation pays of it.
    """

    item: Item
    unit_price_kr: float | None
    kr: float | None
    grant_kr: float

    def paid_kr(self, payer: Payer) -> float:
        """Give what one of them pays of what the foundation does not."""
        item, grant = self.item, self.grant_kr
        kr = 0.0 if self.kr is None else self.kr
        return (kr - grant) * item.parts.get(payer, 0.0)


@dataclass(frozen=True, slots=True)
class Bill:
    """What some lines come to: those of one feature, or of a whole drawing.

    Parameters
    ----------
    total_kr : float or None
        What is known of it; None where nothing is.
    """

    feature: str
    lines: tuple[Line, ...]
    total_kr: float | None
    by_payer_kr: dict[Payer, float]
    foundation_kr: float

    @property
    def known(self) -> bool:
        """Whether everything in it is priced."""
        return all(line.kr is not None for line in self.lines)


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a drawing costs, and who pays.

    Parameters
    ----------
    bills : tuple of Bill
        One for each feature, as they were drawn.
    total_kr : float or None
        None where nothing of what is drawn can be priced; zero where nothing is drawn.
    by_payer_kr : mapping from payer to float
    foundation_kr : float
    known_share : float
        Share of the drawn features that are priced.
    """

    bills: tuple[Bill, ...]
    total_kr: float | None
    by_payer_kr: dict[Payer, float]
    foundation_kr: float
    known_share: float


@dataclass(frozen=True, slots=True)
class Cofinancing:
    """What must be found locally beside a grant, and what is found.

    Only money for what the foundation helps to pay counts: what the housing organisation and the
    municipality pay of it.
    """

    grant_kr: float
    required_kr: float
    found_kr: float

    @property
    def kept(self) -> bool:
        """Whether enough is found."""
        return self.found_kr >= self.required_kr - HALF_AN_OERE_KR


def estimate(
    items: Iterable[Item], unit_price_kr: Callable[[str], float], foundation_share: float
) -> Estimate:
    """Price some items and divide the bill."""
    lines = tuple(_line(item, unit_price_kr, foundation_share) for item in items)
    bills = tuple(
        _bill(feature, tuple(some))
        for feature, some in groupby(lines, lambda row: row.item.feature)
    )
    whole = _bill("", lines)
    known = sum(bill.known for bill in bills)
    return Estimate(
        bills,
        whole.total_kr if lines else 0.0,
        whole.by_payer_kr,
        whole.foundation_kr,
        known / len(bills) if bills else 1.0,
    )


def cofinancing(found: Estimate, local_kr_per_grant_kr: float) -> Cofinancing:
    """Hold the local money beside what the programme asks for."""
    helped = [bill for bill in found.bills if bill.foundation_kr > 0.0]
    return Cofinancing(
        found.foundation_kr,
        found.foundation_kr * local_kr_per_grant_kr,
        math.fsum(bill.by_payer_kr[payer] for bill in helped for payer in LOCAL_PAYERS),
    )


def _line(item: Item, unit_price_kr: Callable[[str], float], foundation_share: float) -> Line:
    if item.quantity is None:
        return Line(item, None, None, 0.0)
    price = unit_price_kr(item.price) if item.stated_kr is None else item.stated_kr
    kr = item.quantity * price
    share = foundation_share if item.supported else 0.0
    share = share if item.grant_share is None else item.grant_share
    return Line(item, price, kr, kr * share)


def _bill(feature: str, lines: Sequence[Line]) -> Bill:
    known = [line.kr for line in lines if line.kr is not None]
    return Bill(
        feature,
        tuple(lines),
        math.fsum(known) if known else None,
        {payer: math.fsum(line.paid_kr(payer) for line in lines) for payer in PAYERS},
        math.fsum(line.grant_kr for line in lines),
    )
