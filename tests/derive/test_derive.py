from __future__ import annotations

import filecmp
import sys
from pathlib import Path

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from data.derive import __main__ as derive
from data.derive.apportion import apportion
from data.derive.components import components, ties, without_islands
from data.derive.crossings import mark_bridges
from data.derive.lines import STREET, Attributes, Edge, Line
from data.derive.merging import merge_bends
from data.derive.noding import node_lines
from data.derive.slugs import lasting_ids, slug

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT.parent / "shared" / "geo"
MOTORWAY = STREET._replace(street_class="motorway", walk=False, bike="none")


def line(*places: tuple[float, float], grade: str = "at_grade") -> Line:
    return Line(shapely.LineString(places), STREET._replace(grade=grade))


def nodes(edges: list[Edge]) -> set[tuple[float, float]]:
    return {node for edge in edges for node in (edge.start, edge.end)}


@given(
    st.integers(0, 5000), st.lists(st.floats(0.01, 1e6, allow_nan=False), min_size=1, max_size=50)
)
def test_shares_add_up_and_stay_within_one_of_exact(total: int, weights: list[float]) -> None:
    shares = apportion(total, weights)
    assert sum(shares) == total
    for share, weight in zip(shares, weights, strict=True):
        assert abs(share - total * weight / sum(weights)) < 1 + 1e-6


def test_nobody_to_share_among() -> None:
    with pytest.raises(ValueError, match="nobody"):
        apportion(3, [])
    assert apportion(0, []) == []


def test_streets_that_cross_at_grade_are_joined() -> None:
    edges = node_lines([line((0, 0), (100, 0)), line((50, -50), (50, 50))])
    assert len(edges) == 4
    assert (50.0, 0.0) in nodes(edges)


@pytest.mark.parametrize("other", [MOTORWAY, STREET._replace(grade="bridge")])
def test_motorways_and_bridges_are_not_joined_where_they_cross(other: Attributes) -> None:
    passing = Line(shapely.LineString([(50, -50), (50, 50)]), other)
    edges = node_lines([line((0, 0), (100, 0)), passing])
    assert len(edges) == 2
    assert (50.0, 0.0) not in nodes(edges)


def test_an_end_within_five_metres_joins_and_one_beyond_does_not() -> None:
    # The cross street stops 4 m, then 6 m, short of the main one.
    assert len(node_lines([line((0, 0), (100, 0)), line((50, 4), (50, 60))])) == 3
    assert len(node_lines([line((0, 0), (100, 0)), line((50, 6), (50, 60))])) == 2


def test_a_street_drawn_twice_is_one() -> None:
    edges = node_lines([line((0, 0), (100, 0)), line((0, 1), (50, 2), (100, 1))])
    assert len(edges) == 1


def test_a_street_over_a_railway_gets_a_bridge_of_fifty_metres() -> None:
    (edge,) = node_lines([line((0, 0), (200, 0))])
    railway = shapely.LineString([(100, -90), (100, 90)])
    parts = mark_bridges([edge], [railway])
    # 25 m to either side of x = 100.
    assert [part.attributes.grade for part in parts] == ["at_grade", "bridge", "at_grade"]
    assert [part.end for part in parts] == [(75.0, 0.0), (125.0, 0.0), (200.0, 0.0)]


def test_bends_are_merged_and_junctions_kept() -> None:
    edges = node_lines([line((0, 0), (50, 0)), line((50, 0), (100, 0)), line((100, 0), (100, 50))])
    (merged,) = merge_bends(edges)
    assert merged.length_m == 150
    forked = node_lines([line((0, 0), (50, 0)), line((50, 0), (100, 0)), line((50, 0), (50, 40))])
    assert len(merge_bends(forked)) == 3


def test_islands_are_tied_unless_a_barrier_lies_between() -> None:
    edges = node_lines([line((0, 0), (100, 0)), line((50, 20), (50, 60))])
    (tie,) = ties(edges, shapely.GeometryCollection())
    assert tie.geometry.length == 20
    wall = shapely.LineString([(-10, 10), (110, 10)])
    assert ties(edges, wall) == []
    kept, islands = without_islands(edges)
    assert len(kept) == 1
    assert [island.length_m for island in islands] == [40]
    assert len(components(edges)) == 2


def test_ids_stay_when_something_else_changes() -> None:
    before = lasting_ids(1_000_000, ["a", "b", "c"])
    after = lasting_ids(1_000_000, ["a", "new", "c"])
    assert (before[0], before[2]) == (after[0], after[2])
    assert len(set(lasting_ids(1_000_000, ["a", "a", "a"]))) == 3
    assert all(1_000_000 < number < 2_000_000 for number in before)


def test_slugs_are_plain() -> None:
    assert slug("Ole Rømer-Skolen, Tåstrup Æ") == "ole-roemer-skolen-taastrup-ae"


@pytest.mark.skipif(not REFERENCE.is_dir(), reason=f"no reference data at {REFERENCE}")
def test_deriving_again_gives_the_shipped_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ["derive", "--reference", str(REFERENCE), "--out", str(tmp_path)]
    monkeypatch.setattr(sys, "argv", arguments)
    assert derive.main() == 0
    written = [path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()]
    assert len(written) == 3 + 3 * 8
    shipped = ROOT / "data" / "geo"
    _, different, missing = filecmp.cmpfiles(tmp_path, shipped, written, shallow=False)
    assert (different, missing) == ([], [])
