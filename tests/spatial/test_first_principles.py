"""What the engine must say on a grid of streets, predicted without it."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spatial.assess import Assessment, AssessRequest, assess
from spatial.network.model import Mode
from tests.spatial.manhattan import Grid, Place, travel_ms
from tests.spatial.worlds import World, line

KINDS = ("grocery", "school", "station")
CUTOFFS_MIN = (1, 3, 5, 10)
MINUTE_MS = 60_000


@st.composite
def towns(draw: st.DrawFn) -> tuple[Grid, list[tuple[Place, int, bool]], list[tuple[Place, str]]]:
    """Draw a grid, homes with their residents, in the area or not, and facilities."""
    grid = Grid(draw(st.integers(2, 5)), draw(st.integers(2, 5)), draw(st.integers(40, 160)))

    @st.composite
    def places(draw: st.DrawFn) -> Place:
        east = draw(st.booleans())
        return Place(
            draw(st.integers(0, grid.columns - 1 - east)),
            draw(st.integers(0, grid.rows - 1 - (not east))),
            # Nearer to this street than to those that cross it at either end.
            draw(st.integers(10, grid.block_m - 10)),
            east,
            draw(st.integers(0, 9)),
        )

    home = st.tuples(places(), st.integers(1, 99), st.booleans())
    homes = draw(st.lists(home, min_size=2, max_size=9, unique_by=lambda row: row[0]))
    facility = st.tuples(places(), st.sampled_from(KINDS))
    return grid, homes, draw(st.lists(facility, min_size=1, max_size=7))


def ask(world: World, *drawn: object, **how: object) -> Assessment:
    request = AssessRequest(world.area(-1e4, -1e4, 1e4, 1e4), drawn, **how)
    return assess(world.city(), request)


def told(result: Assessment, indicator: str) -> dict[tuple[object, ...], float | None]:
    """Give the values of one indicator by mode, category and cutoff."""
    return {
        (str(row.mode), row.category, row.cutoff_min): row.proposal
        for row in result.indicators
        if row.id == indicator
    }


@given(towns())
def test_times_counts_shares_and_people_on_a_grid(
    town: tuple[Grid, list[tuple[Place, int, bool]], list[tuple[Place, str]]],
) -> None:
    grid, homes, facilities = town
    world = grid.world()
    for k, (place, residents, inside) in enumerate(homes):
        world.home(f"h{k}", *grid.at(place), float(residents), "area" if inside else "elsewhere")
    for k, (place, kind) in enumerate(facilities):
        world.facility(f"f{k}", *grid.at(place), kind)
    result = ask(world, cutoffs_min=CUTOFFS_MIN)
    nearest, within = told(result, "travel_time_nearest"), told(result, "share_within")
    counts, reach = told(result, "opportunities_within"), told(result, "city_reach")
    here = [(place, residents) for place, residents, inside in homes if inside]
    there = [(place, residents) for place, residents, inside in homes if not inside]
    total = sum(residents for _, residents in here)
    for mode in ("walk", "bike"):
        for kind in {kind for _, kind in facilities}:
            targets = [place for place, its_kind in facilities if its_kind == kind]
            rows = [
                ([travel_ms(grid.metres(home, target), mode) for target in targets], residents)
                for home, residents in here
            ]
            best = sorted((min(times), residents) for times, residents in rows)
            assert nearest[mode, kind, None] == half_reached(best)
            for cutoff in CUTOFFS_MIN:
                limit = cutoff * MINUTE_MS
                found = sum(
                    residents * sum(time <= limit for time in times) for times, residents in rows
                )
                assert counts[mode, kind, cutoff] == mean(found, total)
                reached = sum(residents for time, residents in best if time <= limit)
                assert within[mode, kind, cutoff] == mean(reached, total)
        for cutoff in CUTOFFS_MIN:
            met = sum(
                residents * others
                for home, residents in here
                for other, others in there
                if travel_ms(grid.metres(home, other), mode) <= cutoff * MINUTE_MS
            )
            assert reach[mode, None, cutoff] == mean(met, total)


def mean(total: int, people: int) -> float | None:
    """Give the mean over people, as near as a number can be; None where there is nobody."""
    return float(Fraction(total, people)) if people else None


def half_reached(best: list[tuple[int, int]]) -> int | None:
    """Give the first time within which half of the people have arrived."""
    total = sum(residents for _, residents in best)
    arrived = 0
    for time, residents in best:
        arrived += residents
        if 2 * arrived >= total:
            return time
    return None


@pytest.mark.parametrize(("block_m", "cutoff_min"), [(80, 5), (80, 3), (100, 5), (133, 7)])
def test_people_within_reach_are_the_lattice_points_of_a_diamond(
    block_m: int, cutoff_min: int
) -> None:
    """One resident at every corner: n blocks hold 2 n (n + 1) corners and the one in the middle.

    One walks 80 m in a minute. With blocks of 80 m the corners lie on the limit itself, and count.
    """
    steps = 80 * cutoff_min // block_m
    size = 2 * steps + 5
    world = Grid(size, size, block_m).world()
    middle = size // 2
    for i in range(size):
        for j in range(size):
            inside = (i, j) == (middle, middle)
            world.home(f"h{i}-{j}", i * block_m, j * block_m, 1.0, "area" if inside else "no")
    result = ask(world, modes=(Mode.WALK,), cutoffs_min=(cutoff_min,))
    assert told(result, "city_reach") == {("walk", None, cutoff_min): 2 * steps * (steps + 1)}


@given(
    st.integers(0, 2),
    st.integers(0, 2),
    st.integers(0, 3),
    st.integers(0, 3),
    st.integers(0, 3),
    st.integers(40, 160),
)
def test_across_a_railway_the_way_leads_over_the_bridges(  # noqa: PLR0913, PLR0917 - a drawing
    west: int, east: int, start: int, end: int, drawn: int, block_m: int
) -> None:
    """Six columns and four rows, a railway between columns 2 and 3, one bridge, in row 1."""
    grid = Grid(6, 4, block_m)
    world = grid.world()
    world.streets = [
        row for row in world.streets if {point[0] for point in row["points"]} != rail(block_m)
    ]
    over = ((2 * block_m, block_m), (3 * block_m, block_m))
    world.street(2_001, 3_001, *over, grade=1, id=9_999)
    world.barrier("railway", line((2.5 * block_m, -500), (2.5 * block_m, 4 * block_m + 500)))
    one, two = (2 - west, start), (3 + east, end)
    world.home("h", one[0] * block_m, one[1] * block_m, 1.0, "area")
    world.facility("f", two[0] * block_m, two[1] * block_m)

    def blocks(*bridges: int) -> int:
        across = two[0] - one[0]
        return min(across + abs(start - row) + abs(row - end) for row in bridges)

    bridge = world.drawn(
        "connection",
        line((2 * block_m, drawn * block_m), (3 * block_m, drawn * block_m)),
        grade="bridge",
    )
    for features, bridges in (((), (1,)), ((bridge,), (1, drawn))):
        nearest = told(ask(world, *features), "travel_time_nearest")
        for mode in ("walk", "bike"):
            expected = travel_ms(blocks(*bridges) * block_m, mode)
            assert nearest[mode, "grocery", None] == expected


def rail(block_m: int) -> set[float]:
    return {2.0 * block_m, 3.0 * block_m}


@given(st.integers(1, 5), st.integers(40, 160))
def test_a_diagonal_saves_what_pythagoras_says(blocks: int, block_m: int) -> None:
    grid = Grid(blocks + 1, blocks + 1, block_m)
    world = grid.world().home("h", 0, 0, 1.0, "area")
    far = float(blocks * block_m)
    world.facility("f", far, far)
    for grade in ("at_grade", "bridge"):
        path = world.drawn("connection", line((0, 0), (far, far)), grade=grade)
        result = ask(world, path)
        for row in result.indicators:
            if row.id != "travel_time_nearest":
                continue
            pace = {"walk": Fraction(3, 4), "bike": Fraction(9, 40)}[str(row.mode)]
            assert row.baseline == 2 * blocks * block_m * 1_000 * pace
            # Lengths are known to a tenth of a millimetre, times to a millisecond.
            assert row.proposal == pytest.approx(math.sqrt(2) * far * 1_000 * float(pace), abs=0.6)


@given(st.integers(1, 3), st.integers(20, 380), st.integers(20, 380), st.integers(100, 400))
def test_round_a_one_way_block_bikes_go_with_the_traffic(
    bike: int, start: int, end: int, side_m: int
) -> None:
    """A square of four streets, numbered against the clock; 1 both ways, 2 with, 3 against it."""
    around = 4 * side_m
    start, end = start % around, end % around
    corners = [(0, 0), (side_m, 0), (side_m, side_m), (0, side_m)]
    world = World()
    for k in range(4):
        world.street(k, (k + 1) % 4, corners[k], corners[(k + 1) % 4], bike=bike)
    world.home("h", *on_square(start, side_m), 1.0, "area")
    world.facility("f", *on_square(end, side_m))
    ahead, back = (end - start) % around, (start - end) % around
    expected = {1: min(ahead, back), 2: ahead, 3: back}[bike]
    nearest = told(ask(world), "travel_time_nearest")
    assert nearest["bike", "grocery", None] == travel_ms(expected, "bike")
    assert nearest["walk", "grocery", None] == travel_ms(min(ahead, back), "walk")


def on_square(along: int, side_m: int) -> tuple[float, float]:
    side, rest = divmod(along, side_m)
    return [(rest, 0), (side_m, rest), (side_m - rest, side_m), (0, side_m - rest)][side]
