"""Whole files read: small ones by hand, a real one by what must hold of it."""

import bz2
import gzip
import zipfile
from itertools import pairwise
from pathlib import Path

import networkx as nx
import osmium
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from app.importers.faults import InvalidLayers
from app.importers.geo_rows import StreetRow
from app.importers.osm import read_osm
from app.importers.osm.crossings import crossing_control
from app.importers.osm.how_far import HowFar
from app.importers.reading import Reading, Window
from spatial.crs import to_planar
from tests.importers.osm.town import LAT, LON, SOURCE, STEP, WINDOW, Town, cross

EXTRACT = Path(__file__).resolve().parents[3].parent / (
    "shared/geo/osm/copenhagen_christianshavn_small_2017.osm.zip"
)


def read(path: Path, window: Window = WINDOW) -> Reading:
    return read_osm(path, window, SOURCE)


def ends(rows: tuple[StreetRow, ...]) -> set[frozenset[int]]:
    return {frozenset((row.from_node, row.to_node)) for row in rows}


def notes(reading: Reading) -> dict[str, int]:
    return {note.code: note.count for note in reading.notes if note.code != "island"}


def test_streets_meet_where_they_share_a_node(tmp_path: Path) -> None:
    streets = read(cross().write(tmp_path)).layers.streets
    assert ends(streets) == {frozenset((5, end)) for end in (1, 2, 3, 4)}
    assert {row.name for row in streets} == {"Vestergade", "Nørregade"}
    assert len({row.id for row in streets}) == 4
    assert all(2**52 <= row.id < 2**53 for row in streets)


def test_a_bridge_passes_over(tmp_path: Path) -> None:
    town = cross()
    town.way(101, [1, 2], highway="residential", bridge="yes")
    streets = read(town.write(tmp_path)).layers.streets
    assert ends(streets) == {frozenset((1, 2)), frozenset((3, 4))}
    assert {row.grade for row in streets} == {"bridge", "at_grade"}


def test_a_way_that_goes_on_is_one_street_and_keeps_its_length(tmp_path: Path) -> None:
    town = Town()
    for number in range(1, 6):
        town.node(number, 10 * number, number % 2)
    town.way(101, [1, 2, 3], highway="residential", oneway="yes")
    town.way(102, [5, 4, 3], highway="residential", oneway="-1")
    (street,) = read(town.write(tmp_path)).layers.streets
    assert {street.from_node, street.to_node} == {1, 5}
    assert street.bike == ("forward" if street.from_node == 1 else "backward")
    line = [(LON + 10 * n * STEP, LAT + n % 2 * STEP) for n in range(1, 6)]
    drawn = to_planar(shapely.LineString(line))
    assert street.geometry.length == pytest.approx(drawn.length, abs=1e-6)


def test_what_changes_on_the_way_parts_it(tmp_path: Path) -> None:
    town = Town()
    for number in range(1, 4):
        town.node(number, 10 * number, 0)
    town.way(101, [1, 2], highway="residential", lit="yes")
    town.way(102, [2, 3], highway="residential", lit="no")
    assert ends(read(town.write(tmp_path)).layers.streets) == {frozenset((1, 2)), frozenset((2, 3))}


def test_a_ring_is_two_streets(tmp_path: Path) -> None:
    town = Town()
    for number, (east, north) in enumerate(((0, 0), (10, 0), (10, 10), (0, 10)), 1):
        town.node(number, east, north)
    town.way(101, [1, 2, 3, 4, 1], highway="residential")
    streets = read(town.write(tmp_path)).layers.streets
    assert ends(streets) == {frozenset((1, 3))}
    assert len(streets) == 2


def test_a_locked_gate_closes_the_way_and_a_stile_only_for_bikes(tmp_path: Path) -> None:
    for tags, walkers, riders in (
        ({"barrier": "gate", "locked": "yes"}, False, False),
        ({"barrier": "stile"}, True, False),
        ({"barrier": "bollard"}, True, True),
    ):
        town = Town()
        town.node(1, 0, 0)
        town.node(2, 10, 0, **tags)
        town.node(3, 20, 0)
        town.way(101, [1, 2, 3], highway="path")
        streets = read(town.write(tmp_path)).layers.streets
        for wanted, usable in (
            (walkers, [row for row in streets if row.walk]),
            (riders, [row for row in streets if row.bike != "none"]),
        ):
            graph = nx.Graph([(row.from_node, row.to_node) for row in usable])
            assert nx.has_path(graph, 1, 3) is wanted, tags


def test_a_way_is_cut_where_the_file_lacks_its_nodes(tmp_path: Path) -> None:
    town = Town()
    for number in (1, 2, 4, 5):
        town.node(number, 10 * number, 0)
    town.way(101, [1, 2, 3, 4, 5], highway="residential")
    reading = read(town.write(tmp_path))
    assert ends(reading.layers.streets) == {frozenset((1, 2)), frozenset((4, 5))}
    assert notes(reading)["missing-nodes"] == 1


def test_islands_are_named_with_their_length_and_place(tmp_path: Path) -> None:
    town = cross()
    town.node(11, 40, 40)
    town.node(12, 50, 40)
    town.way(103, [11, 12], highway="footway", name="Øen")
    reading = read(town.write(tmp_path))
    (island,) = [note for note in reading.notes if note.code == "island"]
    assert island.values["name"] == "Øen"
    assert island.values["length_m"] == 63
    assert island.place == pytest.approx((LON + 45 * STEP, LAT + 40 * STEP), abs=1e-6)


def test_facilities_buildings_barriers_and_land(tmp_path: Path) -> None:
    town = cross()
    town.node(11, 3, 3, amenity="library", name="Biblioteket")
    for number, (east, north) in enumerate(((30, 0), (40, 0), (40, 10), (30, 10)), 21):
        town.node(number, east, north)
    square = [21, 22, 23, 24, 21]
    town.way(201, square, building="apartments", building__flats="12", name="Blok A")
    town.way(202, square, amenity="school", name="Skolen", capacity="450")
    town.way(203, square, natural="water", name="Søen")
    town.way(204, [21, 23], railway="rail")
    layers = read(town.write(tmp_path)).layers
    facilities = {row.name: row for row in layers.facilities}
    assert {name: row.category for name, row in facilities.items()} == {
        "Biblioteket": "culture",
        "Skolen": "school",
    }
    assert facilities["Skolen"].capacity == 450
    (building,) = layers.buildings
    assert (building.id, building.homes, building.name) == ("by-osm-w201", 12, "Blok A")
    assert facilities["Skolen"].geometry.within(building.geometry)
    assert {(row.kind, row.name) for row in layers.barriers} == {
        ("railway", "Jernbane"),
        ("water", "Søen"),
    }
    assert [(row.kind, row.id) for row in layers.land_cover] == [("water", "by-osm-w203")]


def test_every_packing_gives_the_same_rows(tmp_path: Path) -> None:
    town = cross()
    town.node(11, 3, 3, shop="supermarket", name="Købmanden")
    plain = town.write(tmp_path)
    content = plain.read_bytes()
    (tmp_path / "b.osm.bz2").write_bytes(bz2.compress(content))
    (tmp_path / "g.osm.gz").write_bytes(gzip.compress(content))
    with zipfile.ZipFile(tmp_path / "z.osm.zip", "w") as packed:
        packed.write(plain, "somewhere/town.osm")
    with osmium.SimpleWriter(str(tmp_path / "p.osm.pbf")) as writer:
        osmium.apply(str(plain), writer)
    expected = read(plain).layers
    for name in ("b.osm.bz2", "g.osm.gz", "z.osm.zip", "p.osm.pbf"):
        assert read(tmp_path / name).layers == expected, name


def test_a_file_in_disorder_is_put_in_order(tmp_path: Path) -> None:
    town = cross()
    ordered = read(town.write(tmp_path)).layers
    mixed = '<osm version="0.6">' + "".join(
        [*reversed(town.ways.values()), *reversed(town.nodes.values())]
    )
    path = tmp_path / "mixed.osm"
    path.write_text(mixed + "</osm>", encoding="utf-8")
    assert read(path).layers == ordered


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("town.osm", None, "the file is missing"),
        ("town.shp", b"", "the file's name must end in .osm"),
        ("town.osm", b"<osm version='0.6'><node", "the file is broken or cut off"),
        ("town.osm", b"<osm version='0.6'></osm>", "the file holds no streets"),
        ("town.osm.zip", b"PK\x03\x04", "the file is not a zip"),
        ("town.osm.pbf", b"\x00\x00\x00\x0dnonsense", "the file is broken or cut off"),
    ],
)
def test_a_file_that_cannot_be_read(
    tmp_path: Path, name: str, content: bytes | None, message: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InvalidLayers) as refused:
        read(path)
    assert refused.value.faults[0].message.startswith(message)


def test_a_zip_that_unpacks_to_far_too_much_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.osm.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("bomb.osm", b" " * 30_000_000)
    with pytest.raises(InvalidLayers, match="unpacks to more than a map can be"):
        read(path)


def test_a_map_of_elsewhere_is_told_with_both_places(tmp_path: Path) -> None:
    far = Window("by", to_planar(shapely.box(9.0, 56.0, 9.1, 56.1)))
    with pytest.raises(InvalidLayers) as refused:
        read(cross().write(tmp_path), far)
    (fault,) = refused.value.faults
    assert "9.000 56.000" in fault.message
    assert fault.value is not None
    assert fault.value.startswith("12.300")


@given(st.data())
def test_cutting_and_joining_keeps_every_metre_and_every_join(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Against a graph of the raw segments, made by NetworkX alone."""
    count = data.draw(st.integers(4, 12))
    town = Town()
    places = data.draw(
        st.lists(
            st.tuples(st.integers(0, 30), st.integers(0, 30)),
            min_size=count,
            max_size=count,
            unique=True,
        )
    )
    for number, (east, north) in enumerate(places, 1):
        town.node(number, east, north)
    raw = nx.Graph()
    for way in range(101, 101 + data.draw(st.integers(1, 6))):
        nodes = data.draw(st.lists(st.integers(1, count), min_size=2, max_size=6, unique=True))
        fresh = [pair for pair in pairwise(nodes) if not raw.has_edge(*pair)]
        if len(fresh) != len(nodes) - 1:
            continue
        raw.add_edges_from(fresh)
        town.way(way, nodes, highway="residential", lit=data.draw(st.sampled_from(("yes", "no"))))
    if not raw.edges:
        return
    for one, two in raw.edges:
        line = [
            (LON + east * STEP, LAT + north * STEP)
            for east, north in (places[one - 1], places[two - 1])
        ]
        raw.edges[one, two]["m"] = to_planar(shapely.LineString(line)).length
    streets = read(town.write(tmp_path_factory.mktemp("town"))).layers.streets
    made = nx.MultiGraph()
    for row in streets:
        made.add_edge(row.from_node, row.to_node, m=row.geometry.length)
    assert sum(m for *_, m in made.edges(data="m")) == pytest.approx(
        sum(m for *_, m in raw.edges(data="m")), abs=1e-4
    )
    for start in made:
        expected = nx.single_source_dijkstra_path_length(raw, start, weight="m")
        found = nx.single_source_dijkstra_path_length(made, start, weight="m")
        assert found == pytest.approx({node: expected[node] for node in made if node in expected})


@pytest.mark.skipif(not EXTRACT.exists(), reason="needs the extract of ../shared/geo/osm")
def test_a_real_extract_hangs_together_and_is_the_same_twice() -> None:
    window = Window("havn", to_planar(shapely.box(12.5, 55.6, 12.7, 55.75)))
    one, two = read(EXTRACT, window), read(EXTRACT, window)
    assert one == two
    (whole,) = [note for note in one.notes if note.code == "largest-part"]
    assert float(whole.values["share_percent"]) >= 98
    categories = {row.category for row in one.layers.facilities}
    assert {"school", "grocery", "station", "stop", "park", "culture"} <= categories
    assert any(row.grade == "bridge" and row.name == "Knippelsbro" for row in one.layers.streets)


def test_how_far_a_reading_is_is_told_in_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.osm"
    path.write_bytes(b"0123456789")
    how_far = HowFar(path)
    assert how_far(12) == (12, None), "nobody reads it yet"
    with path.open("rb", buffering=0) as file:
        file.read(4)
        assert how_far(13) == (4, 10)
        file.read()
        assert how_far(14) == (10, 10)
    assert how_far(15) == (10, 10), "what was read to its end is closed"


def test_a_reading_tells_its_steps(tmp_path: Path) -> None:
    told: list[tuple[str, int, int | None]] = []
    read_osm(cross().write(tmp_path), WINDOW, SOURCE, progress=lambda *step: told.append(step))
    assert {stage for stage, _, _ in told} == {"streets", "things"}


def test_what_helps_over_a_street_stands_at_the_ends_that_meet_there(tmp_path: Path) -> None:
    town = Town()
    # A road with two paths over it: a zebra at the one, nothing that is known at the other.
    for number, east in ((1, 0), (2, 20), (3, 60), (4, 100)):
        town.node(
            number, east, 0, **({"highway": "crossing", "crossing": "zebra"} if number == 2 else {})
        )
    for number, east in ((12, 20), (13, 60)):
        town.node(number, east, 10)
    town.way(101, [1, 2, 3, 4], highway="tertiary")
    town.way(102, [12, 2], highway="footway")
    town.way(103, [13, 3], highway="footway")
    # A light 19 m before the end of the road, and one 32 m before its beginning.
    town.node(21, 97, 0, highway="traffic_signals")
    town.node(22, -5, 0, highway="traffic_signals")
    rows = read(town.write(tmp_path)).layers.streets
    found = {
        node: control
        for row in rows
        for node, control in ((row.from_node, row.from_control), (row.to_node, row.to_control))
    }
    assert found == {1: None, 2: "zebra", 3: None, 4: "signal", 12: None, 13: None}


@pytest.mark.parametrize(
    ("tags", "control"),
    [
        ({"highway": "traffic_signals"}, "signal"),
        ({"highway": "crossing", "crossing": "traffic_signals"}, "signal"),
        ({"highway": "crossing", "crossing": "marked", "crossing:signals": "yes"}, "signal"),
        ({"highway": "crossing", "crossing": "uncontrolled"}, "zebra"),
        ({"highway": "crossing", "crossing:markings": "zebra"}, "zebra"),
        ({"highway": "crossing", "crossing_ref": "zebra"}, "zebra"),
        ({"highway": "crossing", "crossing:markings": "no", "crossing:island": "yes"}, "refuge"),
        ({"highway": "crossing", "crossing": "unmarked"}, "none"),
        ({"highway": "crossing"}, None),
        ({"railway": "crossing"}, None),
        ({"barrier": "gate"}, None),
    ],
)
def test_the_control_of_a_crossing(tags: dict[str, str], control: str | None) -> None:
    assert crossing_control(tags) == control
