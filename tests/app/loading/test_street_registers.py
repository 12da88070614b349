"""Streets from registers: one network of centrelines that nobody noded, in a real store."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from shapely import LineString, MultiLineString, Point

from app import cli_load
from app.data_quality import check_layers
from app.db.engine import make_engine
from app.db.queries.geo_layers import read_geo_layers
from app.importers.faults import InvalidLayers
from app.importers.geo_rows import StreetRow
from app.importers.tables.mapping import FieldMapping
from app.importers.tables.profile_files import Beside, read_profile
from app.services.loading.asked import FileAsked, known_by
from app.services.loading.story import Story
from app.settings import Settings
from app.state import Service, make_service
from tests.spatial.cases import THOROUGH

SITES = Path(__file__).resolve().parents[4] / "shared" / "geo" / "sites"
ABOUT = {"publisher": "Kommunen", "licence": "CC0", "date": "2026-11-01", "id": "vejregister"}
X, Y = 699_500.0, 6_173_200.0  # fields, with no barrier near
LEVELS = {"0": "at_grade", "1": "bridge", "-1": "tunnel"}
ROADS = FieldMapping(
    {"street_class": "klasse", "grade": "niveau", "name": "navn"},
    meanings={
        "street_class": {"Motorvej": "motorway", "Vej": "local", "Sti": "path"},
        "grade": LEVELS,
    },
)
ROUTES = Beside(layer="ruter", role="routes", constants={"street_class": "cycleway"})
SPEEDS = Beside(layer="fart", role="speeds", columns={"speed_kmh": "kmt"})


@pytest.fixture
def service(loaded_url: str) -> Iterator[Service]:
    made = make_service(
        Settings(database_url=loaded_url, warm_at_start=False), make_engine(loaded_url)
    )
    yield made
    made.engine.dispose()


def drawn(*places: tuple[float, float]) -> LineString:
    return LineString([(X + x, Y + y) for x, y in places])


def road(
    shape: LineString | MultiLineString, kind: str = "Vej", level: str = "0", name: str = ""
) -> tuple[shapely.Geometry, dict[str, object]]:
    return shape, {"klasse": kind, "niveau": level, "navn": name}


def register(folder: Path, **layers: list[tuple[shapely.Geometry, dict[str, object]]]) -> Path:
    """Write a GeoPackage of layers of lines."""
    path = folder / "veje.gpkg"
    for name, features in layers.items():
        shapes = [shape for shape, _ in features]
        fields = list(features[0][1])
        kinds = {shape.geom_type for shape in shapes}
        pyogrio.raw.write(
            path,
            np.array(shapely.to_wkb(shapes), object),
            [np.array([columns[field] for _, columns in features]) for field in fields],
            fields,
            layer=name,
            geometry_type=kinds.pop() if len(kinds) == 1 else "Unknown",
            crs="EPSG:25832",
            append=path.exists(),
        )
    return path


def load(
    service: Service, path: Path, *beside: Beside, place: str = "taastrup", **how: object
) -> Story:
    asked = FileAsked(
        "streets",
        path,
        layer="veje",
        mapping=ROADS,
        told=ABOUT,
        beside=beside,
        **how,  # type: ignore[arg-type]
    )
    return cli_load.run(service, asked, place, rehearse=False)


def streets(service: Service, place: str = "taastrup") -> list[StreetRow]:
    with service.snapshots() as session:
        return [row for row in read_geo_layers(session).streets if row.place == place]


def notes(story: Story) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = {}
    for note in story.notes:
        found.setdefault(note.code, []).append({"count": note.count, **note.values})
    return found


def test_streets_join_where_they_cross_and_pass_where_one_is_above(
    service: Service, tmp_path: Path
) -> None:
    path = register(
        tmp_path,
        veje=[
            road(drawn((0, 0), (400, 0)), name="Langgade"),
            road(drawn((100, -100), (100, 100)), name="Tværvej"),
            road(drawn((200, -100), (200, 100)), level="1", name="Broen"),
            road(drawn((200, 100), (100, 100)), "Sti"),
            road(drawn((300, -300), (300, 300)), "Motorvej"),
        ],
    )
    load(service, path)
    found = streets(service)
    nodes = {row.name or row.street_class: set[int]() for row in found}
    for row in found:
        nodes[row.name or row.street_class] |= {row.from_node, row.to_node}
    assert nodes["Langgade"] & nodes["Tværvej"]
    assert not nodes["Langgade"] & nodes["Broen"]
    assert nodes["Broen"] & nodes["path"]
    assert not nodes["Langgade"] & nodes["motorway"]
    # Where the street passes the motorway it is on a bridge, 25 m to either side.
    over = [row for row in found if row.name == "Langgade" and row.grade == "bridge"]
    assert [(row.geometry.bounds[0] - X, row.geometry.bounds[2] - X) for row in over] == [
        (275, 325)
    ]
    motorway = [row for row in found if row.street_class == "motorway"]
    assert not any(row.walk for row in motorway)
    assert {row.bike for row in motorway} == {"none"}
    assert {row.source for row in found} == {"vejregister"}


def test_gaps_are_closed_and_told_but_not_over_a_railway(service: Service, tmp_path: Path) -> None:
    with service.snapshots() as session:
        layers = read_geo_layers(session)
    mine = [row for row in layers.barriers if row.place == "taastrup"]
    railway = max((r for r in mine if r.kind == "railway"), key=lambda row: row.geometry.length)
    middle = railway.geometry.interpolate(0.5, normalized=True)
    beyond = railway.geometry.interpolate(railway.geometry.project(middle) + 1)
    # A unit vector along the track, turned a quarter, leads away from it.
    east, north = beyond.x - middle.x, beyond.y - middle.y

    def across(metres: float, along: float = 0) -> tuple[float, float]:
        return middle.x - north * metres + east * along, middle.y + east * metres + north * along

    path = register(
        tmp_path,
        veje=[
            road(LineString([across(8, -200), across(8, 200)])),
            road(LineString([across(20, 0), across(200, 0)]), name="Stumpen"),
            road(LineString([across(-8, 0), across(-70, 0)]), name="Bag sporet"),
        ],
    )
    story = load(service, path)
    told = notes(story)
    assert told["gap-closed"] == [{"count": 1, "length_m": pytest.approx(12, abs=0.5)}]
    (island,) = told["island-barrier"]
    assert island["name"] == "Bag sporet"
    assert island["length_m"] == 62
    assert island["gap_m"] == pytest.approx(16, abs=1)
    link = [row for row in streets(service) if row.modelled]
    assert [round(row.geometry.length) for row in link] == [12]
    assert told["largest-part"][0]["share_percent"] == pytest.approx(
        100 * (400 + 180 + 12) / (400 + 180 + 12 + 62), abs=0.2
    )


def test_an_island_says_why_it_is_one(service: Service, tmp_path: Path) -> None:
    path = register(
        tmp_path,
        veje=[
            road(drawn((0, 0), (900, 0))),
            road(drawn((0, 300), (80, 300)), name="Langt væk"),
            road(drawn((500, -20), (500, 20)), level="1", name="Kun over"),
        ],
    )
    told = notes(load(service, path))
    assert [one["name"] for one in told["island-far"]] == ["Langt væk"]
    assert told["island-far"][0]["gap_m"] == 300
    assert [one["name"] for one in told["island-grade"]] == ["Kun over"]
    assert "island-barrier" not in told


def test_routes_count_where_no_road_lies_and_speeds_where_one_does(
    service: Service, tmp_path: Path
) -> None:
    path = register(
        tmp_path,
        veje=[road(drawn((0, 0), (400, 0))), road(drawn((0, 0), (0, 400)))],
        ruter=[
            (drawn((0, 3), (400, 3)), {"navn": "langs vejen"}),
            (drawn((380, 5), (380, 400), (5, 400)), {"navn": "gennem parken"}),
        ],
        fart=[(drawn((0, 2), (400, 2)), {"kmt": 70.0})],
    )
    load(service, path, ROUTES, SPEEDS)
    found = streets(service)
    cycled = [row for row in found if row.street_class == "cycleway"]
    # 400 m north and 380 m west, both ends led on to the roads.
    assert sum(row.geometry.length for row in cycled) == pytest.approx(780, abs=1)
    fast = [row for row in found if row.speed_kmh == 70]
    assert {row.street_class for row in fast} == {"main"}
    assert sum(row.geometry.length for row in fast) == pytest.approx(400, abs=1)
    ends = {node for row in found for node in (row.from_node, row.to_node)}
    assert len(ends) == 4, "the route meets both roads, and one of them at its end"


def test_the_same_register_twice_changes_nothing_and_a_new_road_only_itself(
    service: Service, tmp_path: Path
) -> None:
    old = [road(drawn((0, 0), (400, 0))), road(drawn((100, -100), (100, 100)))]
    load(service, register(tmp_path, veje=old))
    again = load(service, register(tmp_path, veje=old))
    assert not again.is_change
    newer = tmp_path / "newer"
    newer.mkdir()
    more = load(service, register(newer, veje=[*old, road(drawn((300, 0), (300, 90)))]))
    (change,) = more.layers
    # The street that the new one meets is cut in two there.
    assert (change.added, change.removed, change.same) == (3, 1, 3)


def test_a_gap_is_as_wide_as_one_says(service: Service, tmp_path: Path) -> None:
    path = register(
        tmp_path, veje=[road(drawn((0, 0), (400, 0))), road(drawn((50, 18), (50, 100)))]
    )
    assert "gap-closed" in notes(load(service, path))
    assert notes(load(service, path, gap_m=15.0))["island-far"][0]["gap_m"] == 18


def test_every_fault_of_every_layer_is_told_at_once(service: Service, tmp_path: Path) -> None:
    before = streets(service)
    path = register(
        tmp_path,
        veje=[road(drawn((0, 0), (400, 0))), road(drawn((0, 9), (400, 9)), name="x" * 500)],
        fart=[(drawn((0, 2), (400, 2)), {"kmt": 700.0})],
        ruter=[
            (Point(X, Y), {"navn": "et punkt"}),
            (drawn((0, 2), (400, 2)), {"navn": "en linje"}),
        ],
    )
    with pytest.raises(InvalidLayers) as refused:
        load(service, path, ROUTES, SPEEDS)
    told = {(fault.layer, fault.feature): fault for fault in refused.value.faults}
    assert told.keys() == {("veje", "2"), ("fart", "1"), ("ruter", "1")}
    assert "name" in told["veje", "2"].message
    assert told["fart", "1"].value == "700.0"
    assert told["ruter", "1"].message == "the geometry must be a line"
    assert all(fault.place is not None for fault in told.values())
    assert streets(service) == before


def test_a_register_without_anything_to_walk_on_is_refused(
    service: Service, tmp_path: Path
) -> None:
    path = register(tmp_path, veje=[road(drawn((0, 0), (400, 0)), "Motorvej")])
    with pytest.raises(InvalidLayers, match="nobody can walk"):
        load(service, path)


def test_words_and_layers_that_are_not_known_are_told(service: Service, tmp_path: Path) -> None:
    path = register(
        tmp_path, veje=[road(drawn((0, 0), (400, 0))), road(drawn((0, 9), (0, 90)), "Færge")]
    )
    told = notes(load(service, path, ROUTES))
    assert told["no-layer"] == [{"count": 1, "layer": "ruter"}]
    assert told["no-meaning"] == [{"count": 1, "column": "klasse", "value": "Færge"}]


@pytest.mark.skipif(not SITES.is_dir(), reason=f"no reference data at {SITES}")
@pytest.mark.parametrize("site", ["gladsaxe", "taastrup", "esbjerg"] if THOROUGH else ["gladsaxe"])
def test_a_real_register_hangs_together(service: Service, site: str) -> None:
    asked = known_by(
        read_profile("geodanmark-streets"), FileAsked("streets", SITES / f"{site}.gpkg")
    )
    asked = replace(asked, told={**asked.told, "date": "2024"})
    story = cli_load.run(service, asked, site, rehearse=False)
    told = notes(story)
    (largest,) = told["largest-part"]
    assert float(str(largest["share_percent"])) >= 98
    islands = [code for code in told if code.startswith("island-") for _ in told[code]]
    assert len(islands) == int(str(largest["count"])) - 1
    with service.snapshots() as session:
        layers = read_geo_layers(session)
    network = {"connected", "through_barriers", "coinciding_nodes", "valid_geometry", "unique_ids"}
    found = [one for one in check_layers(layers) if one.check in network]
    assert [one for one in found if one.severity == "error"] == []
