"""Loads into a real store: whole or not at all, told in numbers, and nobody else's data touched."""

import json
import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from shapely import Point, box
from sqlalchemy import text

from app import cli_load
from app.db.engine import make_engine
from app.db.queries.city_tables import read_streets
from app.db.queries.dataset import dataset_version
from app.db.queries.geo_layers import read_geo_layers
from app.importers.faults import InvalidLayers
from app.importers.geo_layers import GeoLayers
from app.importers.tables.mapping import FieldMapping
from app.services.bundled_data import load_bundled
from app.services.loading.asked import FileAsked, Kind
from app.services.loading.story import LayerChange, Story
from app.settings import Settings
from app.state import Service, make_service
from tests.importers.osm.town import LAT, LON, STEP, Town, cross

BUNDLED = Path(__file__).resolve().parents[3] / "data" / "geo"
ABOUT = {"publisher": "Kommunen", "licence": "CC0", "date": "2026-11-01"}
PLACE = "nordbyen"


@pytest.fixture
def service(migrated_url: str) -> Iterator[Service]:
    made = make_service(
        Settings(database_url=migrated_url, warm_at_start=False), make_engine(migrated_url)
    )
    yield made
    made.engine.dispose()


def collection(folder: Path, name: str, *features: tuple[object, dict[str, object]]) -> Path:
    path = folder / name
    listed = [
        {"type": "Feature", "properties": properties, "geometry": shape.__geo_interface__}  # type: ignore[attr-defined]
        for shape, properties in features
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": listed}))
    return path


def area_file(folder: Path) -> Path:
    square = box(LON - 5 * STEP, LAT - 5 * STEP, LON + 5 * STEP, LAT + 5 * STEP)
    columns = {"navn": "Nordbyen", "municipality": "Taarnby", "kode": "0185"}
    return collection(folder, "omraader.geojson", (square, columns))


AREA_MAPPING = FieldMapping({"name": "navn", "municipality_code": "kode"})


def load(
    service: Service, kind: Kind, path: Path, *, rehearse: bool = False, **how: object
) -> Story:
    asked = FileAsked(kind, path, told=ABOUT, **how)  # type: ignore[arg-type]
    return cli_load.run(service, asked, PLACE if kind != "areas" else None, rehearse=rehearse)


def held(service: Service) -> GeoLayers:
    with service.snapshots() as session:
        return read_geo_layers(session)


def version(service: Service) -> str:
    with service.snapshots() as session:
        return dataset_version(session)


def stocked(service: Service, folder: Path) -> None:
    load(service, "areas", area_file(folder), mapping=AREA_MAPPING)
    load(service, "osm", cross().write(folder))


def test_from_nothing_to_a_place_with_streets_and_people(service: Service, tmp_path: Path) -> None:
    story = load(service, "areas", area_file(tmp_path), mapping=AREA_MAPPING)
    assert story.taken
    assert story.layers == (LayerChange("areas", 1, 0, 0, 0),)
    town = cross()
    town.node(31, 1, 1, shop="supermarket", name="Købmanden")
    streets = load(service, "osm", town.write(tmp_path))
    counts = {change.layer: change.added for change in streets.layers}
    assert counts == {
        "streets": 4,
        "facilities": 1,
        "buildings": 0,
        "barriers": 0,
        "land_cover": 0,
    }
    people = collection(
        tmp_path,
        "folk.geojson",
        (Point(LON, LAT), {"adresse": "A", "antal": 12}),
        (Point(LON + 15 * STEP, LAT), {"adresse": "B", "antal": 3}),
        (Point(LON + 16 * STEP, LAT), {"adresse": "C", "antal": 0}),
    )
    mapping = FieldMapping({"id": "adresse", "residents": "antal"})
    homes = load(service, "population", people, mapping=mapping)
    assert homes.layers == (LayerChange("homes", 2, 0, 0, 0, 0.0, 15.0),)
    assert [(note.code, note.count) for note in homes.notes] == [("nobody-lives-there", 1)]
    again = load(service, "population", people, mapping=mapping)
    assert again.layers == (LayerChange("homes", 0, 0, 0, 2, 15.0, 15.0),)
    assert not again.is_change
    kept = held(service)
    assert [(place.id, place.name) for place in kept.places] == [(PLACE, "Nordbyen")]
    assert [(home.id, home.area, home.municipality_code) for home in kept.homes] == [
        ("nordbyen-folk-a", PLACE, "0185"),
        ("nordbyen-folk-b", None, "0185"),
    ]
    (source,) = [source for source in kept.sources if source.id == "town"]
    assert source.attribution == "© OpenStreetMap contributors"


def test_areas_far_apart_have_places_of_their_own_and_near_ones_share(
    service: Service, tmp_path: Path
) -> None:
    columns = {"municipality": "Taarnby", "municipality_code": "0185"}
    near, nearer, far = (
        box(LON + east, LAT, LON + east + 5 * STEP, LAT + 5 * STEP) for east in (0, 0.01, 0.5)
    )
    path = collection(
        tmp_path,
        "tre.geojson",
        (near, {"name": "Ét", "id": "et", **columns}),
        (nearer, {"name": "To", "id": "to", **columns}),
        (far, {"name": "Tre", "id": "tre", **columns}),
    )
    story = load(service, "areas", path)
    assert story.place == "et, tre"
    kept = held(service)
    assert {area.id: area.place for area in kept.areas} == {"et": "et", "to": "et", "tre": "tre"}
    west, south, east, north = next(place.bbox for place in kept.places if place.id == "et")
    assert west < LON - 0.06 < LON + 0.06 < east
    assert south < LAT - 0.03 < LAT + 0.03 < north


def test_the_planner_knows_of_what_was_loaded_at_once(service: Service, tmp_path: Path) -> None:
    question = text("SELECT reltuples FROM pg_class WHERE relname = 'street_edge'")
    with service.snapshots() as session:
        assert session.scalar(question) <= 0
    stocked(service, tmp_path)
    with service.snapshots() as session:
        assert session.scalar(question) == len(held(service).streets)


def test_a_licence_that_changes_is_a_change(service: Service, tmp_path: Path) -> None:
    stocked(service, tmp_path)
    asked = FileAsked("osm", cross().write(tmp_path), told={**ABOUT, "licence": "ODbL 2.0"})
    assert cli_load.run(service, asked, PLACE, rehearse=False).taken
    assert "ODbL 2.0" in {source.licence for source in held(service).sources}


def test_the_same_file_twice_changes_nothing(service: Service, tmp_path: Path) -> None:
    stocked(service, tmp_path)
    before, layers = version(service), held(service)
    again = load(service, "osm", cross().write(tmp_path))
    assert not again.taken
    assert not again.is_change
    assert version(service) == before
    assert held(service) == layers


def test_a_new_version_takes_the_place_of_the_old_and_tells_what_differs(
    service: Service, tmp_path: Path
) -> None:
    stocked(service, tmp_path)
    town = cross()
    town.way(102, [3, 5, 4], highway="residential", name="Nygade")
    town.node(6, 30, 0)
    town.way(103, [2, 6], highway="footway")
    town.ways.pop(101)
    town.way(104, [1, 5], highway="residential", name="Vestergade")
    story = load(service, "streets", town.write(tmp_path))
    (change,) = story.layers
    # Nørregade's two are renamed; way 101's two are gone; 103 and 104 are new.
    assert (change.added, change.removed, change.changed, change.same) == (2, 2, 2, 0)
    assert story.dataset_before != story.dataset_after == version(service)


def test_a_rehearsal_tells_the_same_and_changes_nothing(service: Service, tmp_path: Path) -> None:
    load(service, "areas", area_file(tmp_path), mapping=AREA_MAPPING)
    before = version(service)
    told = load(service, "osm", cross().write(tmp_path), rehearse=True)
    assert not told.taken
    assert told.is_change
    assert version(service) == before
    assert held(service).streets == ()
    done = load(service, "osm", cross().write(tmp_path))
    assert done == replace(told, taken=True)


def test_streets_have_one_source_and_facilities_add_up(service: Service, tmp_path: Path) -> None:
    stocked(service, tmp_path)
    schools = collection(
        tmp_path, "skoler.geojson", (Point(LON, LAT), {"name": "Skolen", "category": "school"})
    )
    load(service, "facilities", schools)
    shops = collection(
        tmp_path, "butikker.geojson", (Point(LON, LAT), {"navn": "Købmand", "type": "x"})
    )
    mapping = FieldMapping({"name": "navn"}, {"category": "grocery"})
    load(service, "facilities", shops, mapping=mapping)
    assert {row.category for row in held(service).facilities} == {"school", "grocery"}
    other = Town()
    other.node(1, 0, 0)
    other.node(2, 9, 9)
    other.way(7, [1, 2], highway="path")
    load(service, "streets", other.write(tmp_path, "anden.osm"))
    assert {row.source for row in held(service).streets} == {"anden"}


def test_what_comes_with_forbind_leaves_what_was_loaded_alone(
    service: Service, tmp_path: Path
) -> None:
    stocked(service, tmp_path)
    mine = held(service)
    load_bundled(service, BUNDLED)
    kept = held(service)
    assert set(mine.streets) <= set(kept.streets)
    assert PLACE in {area.id for area in kept.areas}
    assert {area.id for area in kept.areas} >= {"taastrupgaard", "vaerebro-park"}
    assert not load_bundled(service, BUNDLED).changed


def test_every_fault_is_told_and_nothing_is_taken(service: Service, tmp_path: Path) -> None:
    stocked(service, tmp_path)
    before = version(service)
    broken = collection(
        tmp_path,
        "funktioner.geojson",
        (Point(LON, LAT), {"name": "En", "category": "skole"}),
        (Point(LON, LAT), {"name": None, "category": "school"}),
        (Point(LON, LAT), {"name": "Tre", "category": "school"}),
    )
    with pytest.raises(InvalidLayers) as refused:
        load(service, "facilities", broken)
    told = [(fault.feature, fault.value, fault.place) for fault in refused.value.faults]
    at = (pytest.approx(LON), pytest.approx(LAT))
    assert told == [("1", "skole", at), ("2", "null", at)]
    assert version(service) == before


@pytest.mark.parametrize(
    ("name", "message"),
    [("ingen.osm", "the file is missing"), ("brudt.osm.pbf", "the file is broken or cut off")],
)
def test_a_file_that_is_no_map_is_told(
    service: Service, tmp_path: Path, name: str, message: str
) -> None:
    (tmp_path / "brudt.osm.pbf").write_bytes(b"\x00\x00\x00\x0dnonsense")
    with pytest.raises(InvalidLayers, match=message):
        load(service, "osm", tmp_path / name)


def test_a_wrong_column_is_told_with_those_there_are(service: Service, tmp_path: Path) -> None:
    stocked(service, tmp_path)
    path = collection(tmp_path, "f.geojson", (Point(LON, LAT), {"navn": "En", "art": "school"}))
    with pytest.raises(InvalidLayers) as refused:
        load(service, "facilities", path, mapping=FieldMapping({"name": "nvn", "kategori": "art"}))
    messages = [fault.message for fault in refused.value.faults]
    assert len(messages) == 2
    assert "no such field" in messages[0]
    assert "did you mean “navn”? columns: navn, art" in messages[1]


def test_people_of_a_square_move_into_its_buildings(service: Service, tmp_path: Path) -> None:
    load(service, "areas", area_file(tmp_path), mapping=AREA_MAPPING)
    town = cross()
    # Two buildings in the square, the one twice as long as the other.
    for number, (east, long) in enumerate(((2, 2), (6, 4))):
        base = 40 + 10 * number
        for corner, (dx, dy) in enumerate(((0, 0), (long, 0), (long, 2), (0, 2))):
            town.node(base + corner, east + dx, 1 + dy)
        town.way(300 + number, [base, base + 1, base + 2, base + 3, base], building="yes")
    load(service, "osm", town.write(tmp_path))
    square = box(LON, LAT, LON + 12 * STEP, LAT + 5 * STEP)
    empty = box(LON + 12 * STEP, LAT, LON + 20 * STEP, LAT + 5 * STEP)
    squares = collection(
        tmp_path,
        "kvadrater.geojson",
        (square, {"celle": "a", "antal": 10}),
        (empty, {"celle": "b", "antal": 4}),
    )
    mapping = FieldMapping({"id": "celle", "residents": "antal"})
    load(service, "population", squares, mapping=mapping, over_buildings=True)
    homes = {home.id: home for home in held(service).homes}
    # 10 people over 1/3 and 2/3: 3 and 7; the square without buildings keeps its 4.
    counts = sorted(home.residents for home in homes.values())
    assert counts == [3, 4, 7]
    assert set(homes) == {f"nordbyen-kvadrater-{key}" for key in ("a-1", "a-2", "b-1")}


KILLED = """
import os, signal, sys
from pathlib import Path
from app import cli_load
from app.db.engine import make_engine
from app.services.loading import load as loading
from app.services.loading.asked import FileAsked
from app.settings import Settings
from app.state import make_service

service = make_service(Settings(warm_at_start=False), make_engine(Settings().database_url))
real = getattr(loading, sys.argv[2])

def then_die(*args, **how):
    real(*args, **how)
    os.kill(os.getpid(), signal.SIGKILL)

setattr(loading, sys.argv[2], then_die)
cli_load.run(service, FileAsked("osm", Path(sys.argv[1])), "nordbyen", rehearse=False)
"""


@pytest.mark.parametrize("moment", ["copy_rows", "remember", "touched_proposals"])
def test_killed_at_any_moment_the_old_state_stands(
    service: Service, tmp_path: Path, moment: str
) -> None:
    load(service, "areas", area_file(tmp_path), mapping=AREA_MAPPING)
    before, layers = version(service), held(service)
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(cross().write(tmp_path)), moment],
        env=os.environ | {"FORBIND_DATABASE_URL": str(service.settings.database_url)},
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    assert version(service) == before
    assert held(service) == layers
    assert load(service, "osm", cross().write(tmp_path)).taken


def test_people_live_in_the_municipality_that_its_shape_says(
    service: Service, tmp_path: Path
) -> None:
    stocked(service, tmp_path)
    west = box(LON - 5 * STEP, LAT - 5 * STEP, LON + 5 * STEP, LAT + 5 * STEP)
    east = box(LON + 5 * STEP, LAT - 5 * STEP, LON + 20 * STEP, LAT + 5 * STEP)
    shapes = collection(
        tmp_path, "kommuner.geojson", (west, {"KOMKODE": "0185"}), (east, {"KOMKODE": "0101"})
    )
    people = collection(
        tmp_path,
        "folk.geojson",
        (Point(LON, LAT), {"id": "a", "residents": 12}),
        (Point(LON + 15 * STEP, LAT), {"id": "b", "residents": 3}),
    )
    load(service, "population", people, municipalities=shapes)
    homes = {home.id[-1]: home.municipality_code for home in held(service).homes}
    assert homes == {"a": "0185", "b": "0101"}


def test_municipalities_may_travel_in_a_zip(service: Service, tmp_path: Path) -> None:
    stocked(service, tmp_path)
    land = box(LON - 5 * STEP, LAT - 5 * STEP, LON + 5 * STEP, LAT + 5 * STEP)
    shapes = collection(tmp_path, "kommuner.geojson", (land, {"KOMKODE": "0101"}))
    packed = tmp_path / "kommuner.zip"
    with zipfile.ZipFile(packed, "w") as file:
        file.write(shapes, "dagi/kommuner.geojson")
    people = collection(tmp_path, "folk.geojson", (Point(LON, LAT), {"id": "a", "residents": 1}))
    load(service, "population", people, municipalities=packed)
    assert [home.municipality_code for home in held(service).homes] == ["0101"]


def test_a_place_takes_no_more_homes_than_the_engine_has_times_for(
    migrated_url: str, tmp_path: Path
) -> None:
    """Homes of another source count too; a newer file of the same source takes their place."""
    settings = Settings(database_url=migrated_url, warm_at_start=False, max_homes=3)
    service = make_service(settings, make_engine(migrated_url))
    stocked(service, tmp_path)

    def people(name: str, count: int) -> Path:
        homes = [
            (Point(LON + row * STEP / 10, LAT), {"id": f"{row}", "residents": 1})
            for row in range(count)
        ]
        return collection(tmp_path, name, *homes)

    load(service, "population", people("folk.geojson", 2))
    load(service, "population", people("folk.geojson", 3))
    before = version(service)
    for name, count, total in (("folk.geojson", 4, "4"), ("flere.geojson", 1, "4")):
        with pytest.raises(InvalidLayers, match="more than 3 homes") as refused:
            load(service, "population", people(name, count))
        assert refused.value.faults[0].value == total
    assert version(service) == before
    service.engine.dispose()


def test_two_homes_of_one_address_are_two_and_a_shop_told_twice_is_one(
    service: Service, tmp_path: Path
) -> None:
    stocked(service, tmp_path)
    here = Point(LON, LAT)
    twice = [(here, {"residents": 2}), (here, {"residents": 2})]
    load(service, "population", collection(tmp_path, "folk.geojson", *twice))
    assert [home.residents for home in held(service).homes] == [2, 2]
    shop = (here, {"name": "Bager", "category": "retail"})
    story = load(service, "facilities", collection(tmp_path, "butikker.geojson", shop, shop))
    assert [(note.code, note.count) for note in story.notes] == [("there-again", 1)]
    assert sum(one.name == "Bager" for one in held(service).facilities) == 1


def test_municipalities_that_are_said_twice_missing_or_out_of_place_are_all_told(
    service: Service, tmp_path: Path
) -> None:
    stocked(service, tmp_path)
    before = version(service)
    shops = collection(tmp_path, "butikker.geojson", (Point(LON, LAT), {"name": "A"}))
    mapping = FieldMapping(constants={"municipality_code": "0185"})
    with pytest.raises(InvalidLayers) as refused:
        load(service, "facilities", shops, municipalities=tmp_path / "none", mapping=mapping)
    assert [fault.layer for fault in refused.value.faults] == ["--municipalities"] * 3
    assert version(service) == before


def test_proposals_that_are_touched_are_named_and_kept(
    new_database: Callable[[str | None], str], loaded_template: str, tmp_path: Path
) -> None:
    url = new_database(loaded_template)
    service = make_service(Settings(database_url=url, warm_at_start=False), make_engine(url))
    with service.snapshots() as session:
        drawn = session.execute(
            text(
                "SELECT proposal.id, ST_X(p), ST_Y(p) FROM proposal "
                "JOIN intervention ON proposal_id = proposal.id, "
                "LATERAL ST_Transform(ST_PointOnSurface(intervention.geom), 4326) AS p "
                "WHERE area_id = 'taastrupgaard' LIMIT 1"
            )
        ).one()
    near = collection(
        tmp_path, "nye.geojson", (Point(drawn[1], drawn[2]), {"name": "Ny", "category": "school"})
    )
    asked = FileAsked("facilities", near, told=ABOUT)
    story = cli_load.run(service, asked, "taastrup", rehearse=False)
    assert [(one.id, one.why) for one in story.touched] == [(drawn[0], "near")]
    with service.snapshots() as session:
        assert session.execute(text("SELECT count(*) FROM proposal")).scalar_one() == 5
    service.engine.dispose()


def test_a_zebra_comes_through_to_the_engine(service: Service, tmp_path: Path) -> None:
    load(service, "areas", area_file(tmp_path), mapping=AREA_MAPPING)
    town = cross()
    town.node(1, 0, 0, highway="crossing", crossing="zebra")
    load(service, "streets", town.write(tmp_path))
    with service.snapshots() as session:
        streets = read_streets(session, PLACE)
    assert streets.helped is not None
    helped = {
        node
        for (start, end), nodes in zip(
            streets.helped.tolist(),
            zip(streets.from_node, streets.to_node, strict=True),
            strict=True,
        )
        for there, node in zip((start, end), nodes, strict=True)
        if there
    }
    assert helped == {1}
