"""Share whole numbers out so that they add up."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def apportion(total: int, weights: Sequence[float]) -> list[int]:
    """Share `total` by weight in whole numbers that sum to it (largest remainder).

    Ties go to the earlier one, so the same weights always give the same shares.
    """
    if not weights:
        if total:
            raise ValueError(f"{total} to share but nobody to share among")
        return []
    whole = sum(weights)
    exact = [total * weight / whole for weight in weights]
    shares = [int(share) for share in exact]
    left = total - sum(shares)
    by_remainder = sorted(range(len(weights)), key=lambda n: (shares[n] - exact[n], n))
    for number in by_remainder[:left]:
        shares[number] += 1
    return shares
