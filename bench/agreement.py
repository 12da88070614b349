"""Contenders must give the same answer before their times mean anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt


class Disagreement(AssertionError):  # noqa: N818 - says what happened
    """Two contenders answer differently."""


def agree(
    what: str, ours: npt.ArrayLike, theirs: npt.ArrayLike, tolerance: float, share: float = 0.99
) -> None:
    """Check that sums agree, and nearly all values one by one.

    Parameters
    ----------
    tolerance : float
        Relative, of the sum and of each value.
    share : float
        How many of the values must agree; rounding decides who stands on the very edge of a limit.

    Raises
    ------
    Disagreement
        With how far apart they are.
    """
    one, two = np.asarray(ours, np.float64), np.asarray(theirs, np.float64)
    if one.shape != two.shape:
        raise Disagreement(f"{what}: shapes {one.shape} and {two.shape}")
    apart = abs(one.sum() - two.sum()) / max(abs(two.sum()), 1.0)
    close = np.isclose(one, two, rtol=tolerance, atol=tolerance).mean() if one.size else 1.0
    if apart > tolerance or close < share:
        raise Disagreement(
            f"{what}: sums differ by {apart:.2e}, {close:.2%} of the values agree;"
            f" wanted {tolerance:.0e} and {share:.0%}"
        )
