"""Promise 6 on places and drawings nobody chose: rings nest, and agree with routes."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np
import shapely
from hypothesis import assume, given
from hypothesis import strategies as st

from spatial.drawing import resolve_drawing
from spatial.ground import stand
from spatial.isochrones import reached_cells, reached_stretches, rings
from spatial.itineraries import find_itinerary, free_point
from spatial.network.link import link_points
from spatial.network.model import STREET_MODES, Mode
from tests.spatial.cases import cases
from tests.spatial.laws import sound
from tests.spatial.test_lens_laws import known, lenses, random_changes
from tests.spatial.worlds import ADDITIONS, ORIGIN, World, grown, random_drawing

# Each asks for whole answers several times over: a hundred cases.
half = cases(100)

if TYPE_CHECKING:
    from spatial.city import City
    from spatial.drawing import Drawing
    from spatial.ground import Direction
    from spatial.isochrones import Stretch
    from spatial.lenses import Lens

seeds = st.integers(0, 2**31)
LIMITS_MS = (60_000, 150_000, 300_000)


def a_point(seed: int) -> tuple[float, float]:
    x, y = np.random.default_rng([seed, 5]).uniform(-20, 420, 2)
    return float(x) + ORIGIN[0], float(y) + ORIGIN[1]


def drawn_for(world: World, city: City, hand: int, count: int = 3) -> Drawing:
    drawn = random_drawing(world, hand, count, (*ADDITIONS, "closure", "closure"))
    changed = random_changes(world, hand, hand % 3)
    return resolve_drawing(city, sound(city, (*drawn, *changed)))


def route_ms(  # noqa: PLR0913, PLR0917 - two places, and the way between them
    city: City,
    mode: Mode,
    drawing: Drawing | None,
    point: tuple[float, float],
    place: tuple[float, float],
    direction: Direction,
) -> int | None:
    ends = [point, place] if direction == "from" else [place, point]
    ground = stand(city, mode, drawing, ends)
    found = find_itinerary(ground, free_point(ground, 0), free_point(ground, 1))
    if found is not None:
        assert sum(part.time_ms for part in found.parts) == found.time_ms
        for one, two in itertools.pairwise(found.parts):
            assert one.line.coords[-1] == two.line.coords[0] or near(one.line, two.line)
    return None if found is None else found.time_ms


def near(one: shapely.LineString, two: shapely.LineString) -> bool:
    """Tell whether one line goes on where the other ends, within the grid of lengths."""
    return np.hypot(*np.subtract(one.coords[-1], two.coords[0])) < 2e-4


def places_on_streets(
    city: City, mode: Mode, seed: int, count: int
) -> list[tuple[int, int, tuple[float, float]]]:
    """Pick places strictly inside streets at grade, as (street, position, point)."""
    rng = np.random.default_rng([seed, 7])
    found = []
    for street in rng.choice(city.linker.frontage[mode].rows, count).tolist():
        length = int(city.length_ticks[street])
        position = int(rng.integers(1, length - 1))
        place = shapely.line_interpolate_point(city.streets.geometry[street], position / 10_000)
        links = link_points(city.linker, mode, shapely.get_coordinates(place))
        # Where two streets lie over each other a point stands on one of them only.
        stands = links.street[0], links.position_ticks[0], links.distance_ticks[0]
        if stands == (street, position, 0):
            found.append((street, position, (place.x, place.y)))
    return found


def holding(parts: tuple[Stretch, ...], street: int, position: int, limit_ms: int) -> bool:
    return any(
        part.owner == ("street", street)
        and part.within_ms <= limit_ms
        and part.start_ticks <= position <= part.end_ticks
        for part in parts
    )


directions = st.sampled_from(["from", "to"])
modes = st.sampled_from(STREET_MODES)


@half
@given(seeds, seeds, modes, directions, lenses, st.booleans())
def test_a_place_is_inside_exactly_when_its_route_is_within_the_time(  # noqa: PLR0913, PLR0917 - every choice there is
    place: int, hand: int, mode: Mode, direction: Direction, lens: Lens | None, bare: bool
) -> None:
    world = known(grown(place), place)
    city = world.city().through(lens)
    drawing = None if bare else drawn_for(world, city, hand)
    point = a_point(hand)
    ground = stand(city, mode, drawing, [point])
    parts = reached_stretches(ground, 0, direction, LIMITS_MS)
    for street, position, there in places_on_streets(city, mode, hand, 6):
        time = route_ms(city, mode, drawing, point, there, direction)
        for limit in LIMITS_MS:
            inside = time is not None and time <= limit
            assert holding(parts, street, position, limit) == inside, (street, position, time)


@half
@given(seeds, seeds, modes, directions)
def test_the_times_at_the_ends_of_a_stretch_are_those_of_routes(
    place: int, hand: int, mode: Mode, direction: Direction
) -> None:
    world = grown(place)
    city = world.city()
    drawing = drawn_for(world, city, hand, 2)
    point = a_point(hand)
    ground = stand(city, mode, drawing, [point])
    at_grade = set(city.linker.frontage[mode].rows.tolist())
    parts = [
        part
        for part in reached_stretches(ground, 0, direction, LIMITS_MS)
        if part.owner[0] == "street" and part.owner[1] in at_grade
    ]
    rng = np.random.default_rng(hand)
    for number in rng.permutation(len(parts))[:4]:
        part = parts[number]
        assert max(part.start_ms, part.end_ms) <= part.within_ms
        street = part.owner[1]
        for position, time in ((part.start_ticks, part.start_ms), (part.end_ticks, part.end_ms)):
            if not 0 < position < city.length_ticks[street]:
                continue
            at = shapely.line_interpolate_point(city.streets.geometry[street], position / 10_000)
            links = link_points(city.linker, mode, shapely.get_coordinates(at))
            if (links.street[0], links.position_ticks[0]) == (street, position):
                found = route_ms(city, mode, drawing, point, (at.x, at.y), direction)
                # Where a closed stretch or a one-way street begins, its end has the way over
                # whatever else meets there; the stretch has the time just inside.
                one_way = mode is Mode.BIKE and city.streets.bike[street] != 1
                assert found == time or (
                    (part.closed or one_way) and found is not None and found <= time
                )


@half
@given(seeds, seeds, modes, directions, lenses, st.booleans())
def test_a_cell_is_inside_exactly_when_the_route_to_its_middle_is(  # noqa: PLR0913, PLR0917 - every choice there is
    place: int, hand: int, mode: Mode, direction: Direction, lens: Lens | None, bare: bool
) -> None:
    world = known(grown(place), place)
    city = world.city().through(lens)
    drawing = None if bare else drawn_for(world, city, hand, 2)
    point = a_point(hand)
    ground = stand(city, mode, drawing, [point])
    cells = reached_cells(ground, 0, direction, LIMITS_MS[-1], 50)
    times = dict(zip(zip(cells.column, cells.row, strict=True), cells.times_ms, strict=True))
    rng = np.random.default_rng([hand, 3])
    for x, y in rng.uniform(-150, 550, (6, 2)) + ORIGIN:
        column, row = int(x // 50), int(y // 50)
        middle = ((column + 0.5) * 50.0, (row + 0.5) * 50.0)
        time = route_ms(city, mode, drawing, point, middle, direction)
        within = None if time is None or time > LIMITS_MS[-1] else time
        assert times.get((column, row)) == within


@half
@given(seeds, seeds, modes)
def test_rings_nest_whatever_else_is_asked_for(place: int, hand: int, mode: Mode) -> None:
    world = grown(place)
    city = world.city()
    drawing = drawn_for(world, city, hand)
    ground = stand(city, mode, drawing, [a_point(hand)])
    cells = reached_cells(ground, 0, "from", LIMITS_MS[-1], 50)
    nested = rings(cells, LIMITS_MS)
    for one, two in itertools.pairwise(nested):
        assert one.geometry.within(two.geometry) or one.geometry.is_empty
        assert one.area_m2 <= two.area_m2
    # The search stops at the largest time asked for; a smaller question has the same answer.
    alone = reached_cells(ground, 0, "from", LIMITS_MS[0], 50)
    assert rings(alone, LIMITS_MS[:1]) == nested[:1]
    parts = reached_stretches(ground, 0, "from", LIMITS_MS)
    inner = [part for part in parts if part.within_ms == LIMITS_MS[0]]
    assert list(reached_stretches(ground, 0, "from", LIMITS_MS[:1])) == inner


def covered(parts: tuple[Stretch, ...], limit_ms: int) -> dict[int, list[tuple[int, int]]]:
    """Give the joined intervals of each street within a limit."""
    found: dict[int, list[tuple[int, int]]] = {}
    for part in sorted(parts, key=lambda part: part.start_ticks):
        if part.owner[0] != "street" or part.within_ms > limit_ms:
            continue
        spans = found.setdefault(part.owner[1], [])
        if spans and part.start_ticks <= spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], max(spans[-1][1], part.end_ticks))
        else:
            spans.append((part.start_ticks, part.end_ticks))
    return found


@half
@given(seeds, seeds, modes, directions)
def test_adding_never_shrinks_a_ring(
    place: int, hand: int, mode: Mode, direction: Direction
) -> None:
    world = grown(place)
    city = world.city()
    some = sound(city, random_drawing(world, hand, 2, ("connection", "closure")))
    both = sound(city, (*some, *random_drawing(world, hand + 1, 2, ("connection", "crossing"))))
    assume({feature.id for feature in some} <= {feature.id for feature in both})
    less, more = (resolve_drawing(city, drawn) for drawn in (some, both))
    grounds = [stand(city, mode, drawing, [a_point(hand)]) for drawing in (less, more)]
    before, after = (reached_cells(ground, 0, direction, LIMITS_MS[-1], 50) for ground in grounds)
    times = dict(zip(zip(after.column, after.row, strict=True), after.times_ms, strict=True))
    for column, row, time in zip(before.column, before.row, before.times_ms, strict=True):
        assert times[column, row] <= time
    one, two = (reached_stretches(ground, 0, direction, LIMITS_MS) for ground in grounds)
    for limit in LIMITS_MS:
        larger = covered(two, limit)
        for street, spans in covered(one, limit).items():
            for start, end in spans:
                assert any(low <= start and end <= high for low, high in larger[street])
