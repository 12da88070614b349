from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from spatial.cooperation import Pair, left_out, pairs, shapley


def test_two_left_gloves_and_a_right_one() -> None:
    # A pair is worth 6. Things 0 and 1 are left gloves, 2 is the right one (Shapley 1953).
    # Of six orders the right glove completes the pair in four, each left glove in one.
    values = [0, 0, 0, 0, 0, 6, 6, 6]
    assert shapley(values, 3) == (1, 1, 4)
    # Either left glove can be missed, the right one not.
    assert left_out(dict(enumerate(values)), 3) == (0, 0, 6)


def test_a_share_may_be_a_fraction() -> None:
    # Only all three together do 1: each gets a third, and the thirds sum to 1 exactly.
    shares = shapley([0, 0, 0, 0, 0, 0, 0, 1], 3)
    assert shares == (Fraction(1, 3),) * 3
    assert sum(shares) == 1


def test_nothing_is_shared_among_nobody() -> None:
    assert shapley([5], 0) == ()


def test_pairs_are_told_apart_by_what_each_does_alone() -> None:
    def only(alone_one: int, alone_two: int, together: int) -> Pair | None:
        found = pairs({0: 10, 1: 10 + alone_one, 2: 10 + alone_two, 3: 10 + together}, 2)
        return found[0] if found else None

    assert only(3, 4, 7) is None
    assert only(0, 0, 5) == Pair(0, 1, 0, 0, 5, "only_together")
    assert only(0, 4, 5) == Pair(0, 1, 0, 4, 5, "needs_the_other")
    assert only(3, 4, 8) == Pair(0, 1, 3, 4, 8, "reinforces")
    assert only(3, 4, 4) == Pair(0, 1, 3, 4, 4, "overlaps")
    # Two closings that do harm only together: losing is losing together, too.
    assert only(0, 0, -5) == Pair(0, 1, 0, 0, -5, "only_together")


def test_the_strongest_pair_comes_first() -> None:
    values = {0: 0, 1: 1, 2: 1, 4: 1, 3: 3, 5: 9, 6: 2}
    assert [(pair.one, pair.two) for pair in pairs(values, 3)] == [(0, 2), (0, 1)]


tables = st.integers(1, 5).flatmap(
    lambda count: st.lists(st.integers(-(10**18), 10**18), min_size=2**count, max_size=2**count)
)


@given(tables)
def test_8_shares_sum_to_the_total(values: list[int]) -> None:
    count = len(values).bit_length() - 1
    assert sum(shapley(values, count)) == values[-1] - values[0]


@given(tables, st.randoms(use_true_random=False))
def test_the_order_of_the_things_does_not_matter(values: list[int], random: object) -> None:
    count = len(values).bit_length() - 1
    order = list(range(count))
    random.shuffle(order)

    def renamed(present: int) -> int:
        return sum(1 << order[bit] for bit in range(count) if present >> bit & 1)

    other = [0] * len(values)
    for present, value in enumerate(values):
        other[renamed(present)] = value
    shares, others = shapley(values, count), shapley(other, count)
    assert [others[order[thing]] for thing in range(count)] == list(shares)


@given(tables)
def test_whoever_changes_nothing_gets_nothing(values: list[int]) -> None:
    count = len(values).bit_length()
    assert shapley([*values, *values], count)[-1] == 0
