from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from app.importers.faults import DataFault, InvalidLayers
from app.importers.geo_layers import read_layers

SHIPPED = Path(__file__).parents[2] / "data" / "geo"

SOURCE = {
    "id": "survey",
    "title": "Survey",
    "publisher": "Us",
    "date": "2026",
    "licence": "CC0",
    "attribution": "",
    "url": None,
    "modelled": False,
    "note": "",
}
STREET = {
    "from_node": 1,
    "to_node": 2,
    "street_class": "local",
    "name": None,
    "walk": True,
    "bike": "both",
    "grade": "at_grade",
    "lit": None,
    "surface": None,
    "steps": False,
    "width_m": None,
    "speed_kmh": None,
    "source": "survey",
    "modelled": False,
}
HOME = {
    "residents": 3,
    "homes": 1,
    "area": None,
    "municipality_code": "0169",
    "source": "survey",
    "modelled": True,
}
LINE = {"type": "LineString", "coordinates": [[12.30, 55.65], [12.31, 55.65]]}
POINT = {"type": "Point", "coordinates": [12.305, 55.651]}
PER_PLACE = ("streets", "facilities", "stops", "barriers", "homes", "buildings", "land_cover")


def feature(identity: object, properties: object, geometry: object) -> dict[str, object]:
    return {"type": "Feature", "id": identity, "properties": properties, "geometry": geometry}


def line(coordinates: object) -> dict[str, object]:
    return {"type": "LineString", "coordinates": coordinates}


def write_collection(path: Path, *features: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8"
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One street and one home in a place without areas: the least that reads."""
    (tmp_path / "sources.json").write_text(json.dumps([SOURCE]), encoding="utf-8")
    places = [{"id": "town", "name": "Town", "bbox": [12.2, 55.6, 12.4, 55.7]}]
    (tmp_path / "places.json").write_text(json.dumps(places), encoding="utf-8")
    write_collection(tmp_path / "areas.geojson")
    for name in PER_PLACE:
        write_collection(tmp_path / "town" / f"{name}.geojson")
    write_collection(tmp_path / "town" / "streets.geojson", feature(1, STREET, LINE))
    write_collection(tmp_path / "town" / "homes.geojson", feature("town-home-1", HOME, POINT))
    return tmp_path


def faults_of(folder: Path) -> tuple[DataFault, ...]:
    with pytest.raises(InvalidLayers) as caught:
        read_layers(folder)
    return caught.value.faults


def only_fault(folder: Path) -> DataFault:
    faults = faults_of(folder)
    assert len(faults) == 1, faults
    return faults[0]


def test_reads_rows_in_metres(folder: Path) -> None:
    layers = read_layers(folder)
    (street,) = layers.streets
    assert street.place == "town"
    # 0.01 degree of longitude at 55.65 N is 0.01 * 111.32 km * cos(55.65 deg) = 628 m; this far
    # from the zone's central meridian UTM stretches it by less than half a metre.
    assert street.geometry.length == pytest.approx(629.8, abs=1.5)
    (home,) = layers.homes
    assert (home.residents, home.area) == (3, None)


def test_reads_what_is_shipped() -> None:
    layers = read_layers(SHIPPED)
    assert {area.id for area in layers.areas} == {
        "charlottekvarteret",
        "gadehavegaard",
        "stengaardsvej",
        "taastrupgaard",
        "vaerebro-park",
    }
    assert {place.id for place in layers.places} == {"esbjerg", "gladsaxe", "taastrup"}


@pytest.mark.parametrize(
    ("geometry", "says"),
    [
        (
            {"type": "LineString", "coordinates": [[706_500, 6_172_000], [706_600, 6_172_000]]},
            "metres",
        ),
        (line([[55.65, 12.30], [55.65, 12.31]]), "swapped"),
        (line([[2.35, 48.85], [2.36, 48.85]]), "outside Denmark"),
        (
            {"type": "LineString", "coordinates": [[12.3, float("nan")], [12.31, 55.6]]},
            "not a number",
        ),
        (
            {"type": "LineString", "coordinates": [[12.3, float("inf")], [12.31, 55.6]]},
            "not a number",
        ),
        (line([]), "empty"),
        (line([[12.3, 55.65], [12.3, 55.65]]), "not valid"),
        (line([["a", "b"], [12.3, 55.65]]), "malformed"),
        ({"type": "LineString"}, "malformed"),
        (POINT, "must be LineString"),
        (None, "must be LineString"),
    ],
)
def test_bad_geometry_is_named(folder: Path, geometry: object, says: str) -> None:
    write_collection(folder / "town" / "streets.geojson", feature(7, STREET, geometry))
    fault = only_fault(folder)
    assert says in fault.message
    assert (fault.layer, fault.feature) == ("town/streets", "7")


def test_swapped_coordinates_are_shown_where_they_belong(folder: Path) -> None:
    swapped = {"type": "Point", "coordinates": [55.65, 12.30]}
    write_collection(folder / "town" / "homes.geojson", feature("h", HOME, swapped))
    assert only_fault(folder).place == (12.30, 55.65)


def test_self_crossing_polygon_is_not_valid(folder: Path) -> None:
    bow_tie = {
        "type": "Polygon",
        "coordinates": [[[12.3, 55.6], [12.4, 55.7], [12.4, 55.6], [12.3, 55.7], [12.3, 55.6]]],
    }
    cover = {"kind": "water", "source": "survey"}
    write_collection(folder / "town" / "land_cover.geojson", feature("w", cover, bow_tie))
    fault = only_fault(folder)
    assert "not valid" in fault.message
    assert fault.place is not None


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"bike": "sideways"}, "bike"),
        ({"street_class": "boulevard"}, "street_class"),
        ({"grade": "viaduct"}, "grade"),
        ({"from_node": "north"}, "from_node"),
        ({"width_m": -1}, "width_m"),
        ({"speed_kmh": 900}, "speed_kmh"),
        ({"surprise": 1}, "surprise"),
    ],
)
def test_bad_value_names_column_and_value(
    folder: Path, change: dict[str, object], column: str
) -> None:
    write_collection(folder / "town" / "streets.geojson", feature(1, {**STREET, **change}, LINE))
    fault = only_fault(folder)
    assert f"`{column}`" in fault.message
    assert fault.value == str(change[column])
    assert fault.place is not None


def test_missing_column_is_named(folder: Path) -> None:
    properties = {name: value for name, value in STREET.items() if name != "walk"}
    write_collection(folder / "town" / "streets.geojson", feature(1, properties, LINE))
    assert "`walk`" in only_fault(folder).message


@pytest.mark.parametrize("residents", [0, -4])
def test_a_home_has_residents(folder: Path, residents: int) -> None:
    home = {**HOME, "residents": residents}
    write_collection(folder / "town" / "homes.geojson", feature("h", home, POINT))
    assert "`residents`" in only_fault(folder).message


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "not JSON"),
        ("", "not JSON"),
        ("[]", "not a GeoJSON FeatureCollection"),
        ('{"type": "Feature"}', "not a GeoJSON FeatureCollection"),
        ('{"type": "FeatureCollection"}', "`features` must be a list"),
        ('{"type": "FeatureCollection", "features": [4]}', "not a Feature"),
        ('{"type": "FeatureCollection", "features": [{"type": "Feature"}]}', "`id`"),
        (
            '{"type": "FeatureCollection", "features": [{"type": "Feature", "id": 1}]}',
            "`properties` is missing",
        ),
    ],
)
def test_broken_file_is_named(folder: Path, text: str, says: str) -> None:
    (folder / "town" / "stops.geojson").write_text(text, encoding="utf-8")
    fault = only_fault(folder)
    assert says in fault.message
    assert fault.layer.startswith("town/stops")


def test_file_that_is_not_utf8(folder: Path) -> None:
    (folder / "town" / "stops.geojson").write_bytes("Tåstrup".encode("latin-1"))
    assert "UTF-8" in only_fault(folder).message


def test_missing_file(folder: Path) -> None:
    (folder / "town" / "stops.geojson").unlink()
    assert "missing" in only_fault(folder).message


def test_table_that_is_no_list(folder: Path) -> None:
    (folder / "places.json").write_text('{"id": "town"}', encoding="utf-8")
    assert any("must be a list" in fault.message for fault in faults_of(folder))


def test_repeated_id(folder: Path) -> None:
    write_collection(
        folder / "town" / "streets.geojson", feature(1, STREET, LINE), feature(1, STREET, LINE)
    )
    fault = only_fault(folder)
    assert "more than once" in fault.message
    assert fault.feature == "1"


def test_source_that_is_not_described(folder: Path) -> None:
    street = {**STREET, "source": "hearsay"}
    write_collection(folder / "town" / "streets.geojson", feature(1, street, LINE))
    assert only_fault(folder).value == "hearsay"


def test_home_of_an_unknown_area(folder: Path) -> None:
    home = {**HOME, "area": "atlantis"}
    write_collection(folder / "town" / "homes.geojson", feature("h", home, POINT))
    assert only_fault(folder).value == "atlantis"


def test_area_of_an_unknown_place(folder: Path) -> None:
    area = {
        "place": "nowhere",
        "name": "A",
        "case_project": "A",
        "municipality": "M",
        "municipality_code": "0169",
        "housing_organisations": [],
        "homes": 1,
        "residents": 1,
        "source": "survey",
        "modelled": True,
    }
    ring = [[12.3, 55.6], [12.31, 55.6], [12.31, 55.61], [12.3, 55.6]]
    square = {"type": "Polygon", "coordinates": [ring]}
    write_collection(folder / "areas.geojson", feature("a", area, square))
    assert only_fault(folder).value == "nowhere"


def test_every_fault_is_told_at_once(folder: Path) -> None:
    write_collection(
        folder / "town" / "streets.geojson",
        feature(1, {**STREET, "bike": "x", "grade": "y"}, LINE),
        feature(2, STREET, POINT),
    )
    (folder / "town" / "stops.geojson").write_text("{", encoding="utf-8")
    faults = faults_of(folder)
    assert len(faults) == 4
    assert "4 fault(s)" in str(InvalidLayers(faults))


def test_a_copy_of_the_shipped_data_with_one_broken_line(tmp_path: Path) -> None:
    copy = tmp_path / "geo"
    shutil.copytree(SHIPPED, copy)
    streets = copy / "taastrup" / "streets.geojson"
    text = streets.read_text(encoding="utf-8").replace(
        '"street_class":"local"', '"street_class":"x"', 1
    )
    streets.write_text(text, encoding="utf-8")
    assert "`street_class`" in only_fault(copy).message
