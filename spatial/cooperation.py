"""Sharing out what several things do together, exactly.

A table of values has one for every set of the things; a set is a number whose bit i says whether
thing i is in it. Everything is whole numbers and fractions, so that shares sum to the total.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import factorial
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Relation = Literal["only_together", "needs_the_other", "reinforces", "overlaps"]


def everything(count: int) -> int:
    """Give the set of all things."""
    return (1 << count) - 1


def left_out(values: Mapping[int, int], count: int) -> tuple[int, ...]:
    """Give for each thing what is lost when it alone is left out of everything.

    Parameters
    ----------
    values : mapping from set to value
        Of everything, and of everything but one.
    """
    whole = everything(count)
    return tuple(values[whole] - values[whole & ~(1 << thing)] for thing in range(count))


def shapley(values: Sequence[int], count: int) -> tuple[Fraction, ...]:
    """Give each thing its mean gain over all orders in which they can be added.

    Parameters
    ----------
    values : sequence of int, length 2 ** count

    Returns
    -------
    tuple of Fraction
        They sum exactly to ``values[-1] - values[0]``.

    Notes
    -----
    Shapley (1953). A thing that joins a set of s things does so in s! (n - 1 - s)! of n! orders.
    """
    orders = [factorial(size) * factorial(count - 1 - size) for size in range(count)]
    shares = []
    for thing in range(count):
        bit = 1 << thing
        gain = sum(
            orders[present.bit_count()] * (values[present | bit] - values[present])
            for present in range(1 << count)
            if not present & bit
        )
        shares.append(Fraction(gain, factorial(count)))
    return tuple(shares)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things that do not simply add up, looked at with nothing else there.

    Parameters
    ----------
    one, two : int
    alone_one, alone_two, together : int
        What each does alone and what both do.
    relation : str
        "only_together": neither does anything alone. "needs_the_other": one of them does nothing
        alone. "reinforces": together they do more than the sum. "overlaps": they do less.
    """

    one: int
    two: int
    alone_one: int
    alone_two: int
    together: int
    relation: Relation


def pairs(values: Mapping[int, int], count: int) -> tuple[Pair, ...]:
    """Find the pairs that do more or less together than apart, the strongest first.

    Parameters
    ----------
    values : mapping from set to value
        Of nothing, of each thing alone and of each two; larger is better.
    """
    nothing = values[0]
    found = []
    for one in range(count):
        for two in range(one + 1, count):
            first = values[1 << one] - nothing
            second = values[1 << two] - nothing
            both = values[(1 << one) | (1 << two)] - nothing
            if both != first + second:
                found.append(Pair(one, two, first, second, both, _relation(first, second, both)))
    return tuple(
        sorted(
            found,
            key=lambda pair: -abs(pair.together - pair.alone_one - pair.alone_two),
        )
    )


def _relation(first: int, second: int, both: int) -> Relation:
    if first == 0 and second == 0:
        return "only_together"
    if both > first + second:
        return "needs_the_other" if 0 in {first, second} else "reinforces"
    return "overlaps"
