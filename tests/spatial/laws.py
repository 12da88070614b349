"""What the laws share: places and drawings by their seeds, and how to ask about them."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from spatial.assess import Assessment, AssessRequest, assess
from spatial.city import City
from spatial.drawing import resolve_drawing
from spatial.indicators import REGISTRY
from spatial.interventions import Intervention
from spatial.network.model import Mode
from tests.spatial.drawn import all_times
from tests.spatial.worlds import World, grown_area

seeds = st.integers(0, 2**31)
counts = st.integers(1, 4)
EVERY = tuple(indicator.id for indicator in REGISTRY)
MONOTONE = tuple(indicator.id for indicator in REGISTRY if indicator.guarantee == "monotone")
PROMISED = (*MONOTONE, "entrance_gap")
"""Those that promise something: the longest gap of the boundary can only become shorter."""
CUTOFFS = (2, 5, 10)


def sound(city: City, drawn: tuple[Intervention, ...]) -> tuple[Intervention, ...]:
    """Leave out features that are refused, as a planner would."""
    while True:
        wrong = {
            issue.feature
            for issue in resolve_drawing(city, drawn).issues
            if issue.severity == "error"
        }
        if not wrong:
            return drawn
        drawn = tuple(feature for feature in drawn if feature.id not in wrong)


def base_times(city: City, drawn: tuple[Intervention, ...], mode: Mode) -> np.ndarray:
    """Give the times between what stands in the base, with a drawing."""
    shape = city.times(mode).shape
    drawing = resolve_drawing(city, drawn)
    assert drawing.ok
    return all_times(city, drawing, mode)[0][: shape[0], : shape[1]]


def answer(city: City, world: World, drawn: tuple[Intervention, ...], **how: object) -> Assessment:
    request = AssessRequest(grown_area(world), drawn, cutoffs_min=CUTOFFS, **how)
    return assess(city, request)


def assert_no_worse(
    before: Assessment, after: Assessment, asked: tuple[str, ...] = PROMISED
) -> None:
    """Compare the proposals of two answers, value by value, where a promise is made."""
    assert {value.id for value in before.indicators} == set(asked)
    for one, two in zip(before.indicators, after.indicators, strict=True):
        assert (one.id, one.mode, one.category) == (two.id, two.mode, two.category)
        longest = one.id == "entrance_gap" and one.variant == "longest"
        if one.id not in MONOTONE and not longest:
            continue
        worst = np.inf if one.better == "lower" else -np.inf
        first = worst if one.proposal is None else one.proposal
        second = worst if two.proposal is None else two.proposal
        assert second <= first if one.better == "lower" else second >= first, (one, two)


def crossword(seed: int, *, cut: bool = False, **how: object) -> World:
    """Lay streets on a grid of whole metres, whose times are whole and survive any cut or turn.

    750 and 225 ms per metre make a multiple of 4 m a whole number of milliseconds either way.
    """
    rng = np.random.default_rng(seed)
    world = World(**how)
    for i in range(5):
        for j in range(5):
            for u, v in ((i + 1, j), (i, j + 1)):
                if u < 5 and v < 5 and rng.random() < 0.8:
                    one, two = (i * 80, j * 80), (u * 80, v * 80)
                    bike = int(rng.integers(1, 4))
                    if cut and rng.random() < 0.5:
                        at = 4 * int(rng.integers(1, 20))
                        middle = (one[0] + at * (u - i), one[1] + at * (v - j))
                        new = 1_000 + len(world.streets)
                        world.street(i * 10 + j, new, one, middle, bike=bike)
                        world.street(new, u * 10 + v, middle, two, bike=bike)
                    else:
                        rng.random(), rng.integers(1, 20)
                        world.street(i * 10 + j, u * 10 + v, one, two, bike=bike)
    return world


def furnish(world: World, seed: int) -> World:
    """Put homes and facilities at whole metres, none of them halfway between two streets."""
    rng = np.random.default_rng(seed)
    for k in range(12):
        x, y = 80 * int(rng.integers(0, 5)) + 4, 80 * int(rng.integers(0, 4)) + 12 + 8 * (k % 6)
        world.home(f"h{k}", x, y, 5.0, "area" if k < 6 else None)
    for k in range(6):
        x, y = 80 * int(rng.integers(0, 4)) + 20 + 8 * k, 80 * int(rng.integers(0, 5)) + 8
        world.facility(f"f{k}", x, y, "school")
    return world


def assert_no_home_worse(before: Assessment, after: Assessment) -> None:
    """Compare the proposals of two answers for each home that stands in the base."""
    better = {indicator.id: indicator.better for indicator in REGISTRY}
    assert before.homes is not None
    assert after.homes is not None
    later = {
        (values.indicator, values.mode, values.category, values.cutoff_min): values.proposal
        for values in after.homes.values
    }
    shared = [home for home in before.homes.ids if home in set(after.homes.ids)]
    rows = [[homes.ids.index(home) for home in shared] for homes in (before.homes, after.homes)]
    compared = 0
    for values in before.homes.values:
        key = (values.indicator, values.mode, values.category, values.cutoff_min)
        if values.indicator not in MONOTONE or key not in later:
            continue
        lower = better[values.indicator] == "lower"
        first, second = (
            as_rank(column[row], lower=lower)
            for column, row in zip((values.proposal, later[key]), rows, strict=True)
        )
        assert (second <= first if lower else second >= first).all(), key
        compared += 1
    assert compared


def as_rank(column: np.ndarray, *, lower: bool) -> np.ndarray:
    """Give values to compare: what cannot be reached, or has no value, is worse than any."""
    found = column.astype(float)
    unknown = np.isnan(found) | (lower & (found < 0))
    return np.where(unknown, np.inf if lower else -np.inf, found)
