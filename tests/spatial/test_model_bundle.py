from __future__ import annotations

import pytest
from shapely.geometry import Point, box

from spatial.errors import InvalidDrawing
from spatial.model_bundle import BundleConnector, BundleEdge, model_bundle
from tests.spatial.oracle import graph_of, times_from_home
from tests.spatial.worlds import World, line


def world() -> World:
    return (
        World()
        .street(1, 2, (0, 0), (100, 0))
        .street(2, 3, (100, 0), (100, 100), bike=2)
        .home("h", 20, 4, 7.0, "area")
        .facility("f", 100, 60)
    )


def test_the_plain_graph() -> None:
    bundle = model_bundle(world().city())
    assert sorted((node.id, node.x - 700_000, node.y - 6_170_000) for node in bundle.nodes) == [
        ("a1", 20, 0),
        ("a2", 100, 60),
        ("n1", 0, 0),
        ("n2", 100, 0),
        ("n3", 100, 100),
    ]
    assert bundle.edges == (
        BundleEdge("1-0", "n1", "a1", 15_000, 15_000, 4_500, 4_500),
        BundleEdge("1-1", "a1", "n2", 60_000, 60_000, 18_000, 18_000),
        # Bikes only forward, from 2 to 3.
        BundleEdge("2-0", "n2", "a2", 45_000, 45_000, 13_500, None),
        BundleEdge("2-1", "a2", "n3", 30_000, 30_000, 9_000, None),
    )
    (origin,) = bundle.origins
    assert (origin.id, origin.residents, origin.area) == ("h", 7, "area")
    assert origin.connectors == (BundleConnector("a1", 3_000, 900, 3_000, 900),)
    (facility,) = bundle.facilities
    assert facility.connectors == (BundleConnector("a2", 0, 0, 0, 0),)


def test_someone_without_the_engine_finds_the_same_time() -> None:
    bundle = model_bundle(world().city())
    # 4 + 80 + 60 m on foot; by bike at 225 ms.
    assert times_from_home(graph_of(bundle, "walk"), "h")["f", "f"] == 108_000
    assert times_from_home(graph_of(bundle, "bike"), "h")["f", "f"] == 32_400


def test_the_patched_graph() -> None:
    drawn = (
        world().drawn("connection", line((50, 0), (100, 50)), "path"),
        world().drawn("closure", line((80, -5), (80, 5)), "gate", modes=["walk"]),
        world().drawn("housing", Point(30, 0), "new", residents=9),
        world().drawn("demolition", box(10, 0, 25, 10), "gone", share=0.5),
    )
    area = world().area(0, -20, 60, 20)
    bundle = model_bundle(world().city(), drawn, area)
    kept = {edge.id: edge for edge in bundle.edges}
    # The gate closes the piece from the home to node 2 for walkers alone.
    assert kept["1-1"].walk_ms is None
    assert kept["1-1"].bike_ms == 18_000
    assert [(origin.id, origin.residents, origin.area) for origin in bundle.origins] == [
        ("h", 3.5, "area"),
        ("new", 9, "area"),
    ]
    # 4 + 30 m to the path, √5000 m along it, 10 m on.
    walk = times_from_home(graph_of(bundle, "walk"), "h")
    assert walk["f", "f"] == 25_500 + 53_033 + 7_500


def test_what_is_removed_is_not_there() -> None:
    gone = world().drawn("facility_removal", Point(0, 0), facility_id="f")
    assert model_bundle(world().city(), (gone,)).facilities == ()


def test_a_drawing_with_errors_is_refused() -> None:
    with pytest.raises(InvalidDrawing, match="not known") as caught:
        model_bundle(world().city(), (world().drawn("teleport", Point(0, 0)),))
    assert [issue.code for issue in caught.value.issues] == ["unknown_kind"]
