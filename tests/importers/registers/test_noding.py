"""Streets that nobody noded: where they meet, where they pass, and where a gap is closed."""

import pytest
import shapely

from app.importers.registers.components import components, ties, without_islands
from app.importers.registers.crossings import mark_bridges
from app.importers.registers.lines import Attributes, Edge, Line, ordinary_street, short_link
from app.importers.registers.merging import merge_bends
from app.importers.registers.noding import node_lines

STREET = ordinary_street("register")
LINK = short_link("register")
MOTORWAY = STREET._replace(street_class="motorway", walk=False, bike="none")


def line(*places: tuple[float, float], grade: str = "at_grade") -> Line:
    return Line(shapely.LineString(places), STREET._replace(grade=grade))


def edges_of(lines: list[Line]) -> list[Edge]:
    return node_lines(lines).edges


def nodes(edges: list[Edge]) -> set[tuple[float, float]]:
    return {node for edge in edges for node in (edge.start, edge.end)}


def test_streets_that_cross_at_grade_are_joined() -> None:
    edges = edges_of([line((0, 0), (100, 0)), line((50, -50), (50, 50))])
    assert len(edges) == 4
    assert (50.0, 0.0) in nodes(edges)


@pytest.mark.parametrize("other", [MOTORWAY, STREET._replace(grade="bridge")])
def test_motorways_and_bridges_are_not_joined_where_they_cross(other: Attributes) -> None:
    passing = Line(shapely.LineString([(50, -50), (50, 50)]), other)
    edges = edges_of([line((0, 0), (100, 0)), passing])
    assert len(edges) == 2
    assert (50.0, 0.0) not in nodes(edges)


def test_an_end_within_five_metres_joins_and_one_beyond_does_not() -> None:
    # The cross street stops 4 m, then 6 m, short of the main one.
    assert len(edges_of([line((0, 0), (100, 0)), line((50, 4), (50, 60))])) == 3
    assert len(edges_of([line((0, 0), (100, 0)), line((50, 6), (50, 60))])) == 2


def test_a_street_drawn_twice_is_one() -> None:
    edges = edges_of([line((0, 0), (100, 0)), line((0, 1), (50, 2), (100, 1))])
    assert len(edges) == 1


def test_a_street_over_a_railway_gets_a_bridge_of_fifty_metres() -> None:
    (edge,) = edges_of([line((0, 0), (200, 0))])
    railway = shapely.LineString([(100, -90), (100, 90)])
    parts = mark_bridges([edge], [railway])
    # 25 m to either side of x = 100.
    assert [part.attributes.grade for part in parts] == ["at_grade", "bridge", "at_grade"]
    assert [part.end for part in parts] == [(75.0, 0.0), (125.0, 0.0), (200.0, 0.0)]


def test_bends_are_merged_and_junctions_kept() -> None:
    edges = edges_of([line((0, 0), (50, 0)), line((50, 0), (100, 0)), line((100, 0), (100, 50))])
    (merged,) = merge_bends(edges)
    assert merged.length_m == 150
    forked = edges_of([line((0, 0), (50, 0)), line((50, 0), (100, 0)), line((50, 0), (50, 40))])
    assert len(merge_bends(forked)) == 3


def test_islands_are_tied_unless_a_barrier_lies_between() -> None:
    edges = edges_of([line((0, 0), (100, 0)), line((50, 20), (50, 60))])
    (tie,) = ties(edges, shapely.GeometryCollection(), LINK)
    assert tie.geometry.length == 20
    wall = shapely.LineString([(-10, 10), (110, 10)])
    assert ties(edges, wall, LINK) == []
    kept, islands = without_islands(edges)
    assert len(kept) == 1
    assert [island.length_m for island in islands] == [40]
    assert len(components(edges)) == 2


def test_a_gap_that_an_end_was_led_over_is_told_with_its_width() -> None:
    gaps = node_lines(
        [line((0, 0), (100, 0)), line((50, 4), (50, 60)), line((80, 0), (80, 60))]
    ).gaps
    assert [(gap.place.coords[0], gap.width_m) for gap in gaps] == [((50, 4), 4)]


def test_a_street_keeps_its_length_unless_it_is_generalised() -> None:
    (whole,) = node_lines([line((0, 0), (50, 1), (100, 0))]).edges
    assert len(whole.geometry.coords) == 3
    (straight,) = node_lines([line((0, 0), (50, 1), (100, 0))], generalise_m=1.7).edges
    assert len(straight.geometry.coords) == 2


def test_a_longer_gap_is_closed_for_a_longer_piece() -> None:
    main = line((0, 0), (1000, 0))
    short, long = line((50, 40), (50, 100)), line((500, 40), (500, 400))
    made = ties(node_lines([main, short, long]).edges, shapely.GeometryCollection(), LINK, 20)
    # 360 m are worth 48 m of reach, 60 m are worth 20.
    assert [tie.geometry.bounds for tie in made] == [(500, 0, 500, 40)]
