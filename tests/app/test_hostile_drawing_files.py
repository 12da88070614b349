"""Files that are broken, renamed, absurd or made to do harm: refused in words, never half read."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from shapely.geometry import LineString, Point, Polygon

from app.intake.dxf import entity_count
from app.intake.found import FEATURES
from app.services.drawing_files import _ENVIRONMENT
from app.settings import PROJECT_FOLDER
from app.state import Service
from tests.app.drawn import collection, feature, line, point, polygon
from tests.app.files import altered, codes, dxf, geojson, geopackage, layer_of, near, new_dxf
from tests.app.test_drawing_files import FILE, READ, read

SOMEWHERE = Point(near(0, 0))


def refused(client: TestClient, content: bytes, name: str) -> list[dict[str, Any]]:
    answer = client.post(f"{READ}?name={name}", content=content, headers=FILE)
    assert answer.status_code == 422, answer.text
    problem = answer.json()
    assert problem["type"] == "/problems/unreadable-file"
    assert all(fault["message"] for fault in problem["errors"])
    faults: list[dict[str, Any]] = problem["errors"]
    return faults


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b" \n", "file_empty"),
        (b"PK\x03\x04" + b"\0" * 100, "file_zipped"),
        (b"\x1f\x8b\x08" + b"\0" * 100, "file_zipped"),
        (b"%PDF-1.7\n", "file_pdf"),
        (b"AC1032" + b"\0" * 100, "file_dwg"),
        (b"\x89PNG\r\n\x1a\n", "file_image"),
        (b"\xff\xd8\xff\xe0", "file_image"),
        (b"\x00\x00\x27\x0a" + b"\0" * 100, "file_shapefile"),
        (b"<kml/>", "file_unknown"),
        (b"SQLite", "file_unknown"),
        (b"[1, 2]", "file_unknown"),
    ],
)
def test_what_is_no_drawing_is_told_what_to_do(
    client: TestClient, content: bytes, code: str
) -> None:
    assert codes(refused(client, content, "plan")) == [code]


def test_a_file_by_another_name(client: TestClient, tmp_path: Path) -> None:
    content = geopackage(tmp_path, {"a": [(SOMEWHERE, {})]})
    (fault,) = refused(client, content, "plan.dxf")
    assert fault["code"] == "file_renamed"
    assert ".gpkg" in fault["message"]
    assert codes(refused(client, geojson(collection()), "plan.gpkg")) == ["file_renamed"]
    assert codes(refused(client, dxf(new_dxf()), "plan.geojson")) == ["file_renamed"]


def test_the_name_is_never_part_of_a_path(client: TestClient, tmp_path: Path) -> None:
    content = geopackage(tmp_path, {"a": [(SOMEWHERE, {})]})
    for name in ("../../etc/passwd.gpkg", "/vsicurl/http://127.0.0.1/x.gpkg", "%00.gpkg", "-h"):
        assert read(client, content, name)["layers"][0]["name"] == "a"


@pytest.mark.parametrize(
    ("media_type", "code"),
    [
        ("", "not_a_drawing_type"),
        ("text/plain", "not_a_drawing_type"),
        ("multipart/form-data; boundary=x", "not_a_drawing_type"),
        ("application/x-www-form-urlencoded", "not_a_drawing_type"),
    ],
)
def test_what_another_page_could_send_is_refused(
    client: TestClient, media_type: str, code: str
) -> None:
    answer = client.post(READ, content=b"{}", headers={"Content-Type": media_type})
    assert answer.status_code == 415
    assert codes(answer.json()["errors"]) == [code]


def test_a_file_may_not_be_compressed(client: TestClient) -> None:
    answer = client.post(READ, content=b"{}", headers={**FILE, "Content-Encoding": "gzip"})
    assert answer.status_code == 415
    assert codes(answer.json()["errors"]) == ["compressed_body"]


def test_a_file_that_is_too_large(client: TestClient) -> None:
    assert client.post(READ, content=b" " * 2_000_001, headers=FILE).status_code == 413


# --- GeoJSON


def test_every_fault_of_a_geojson_with_its_place(client: TestClient) -> None:
    document = collection(
        feature("facility", point(12.29, 55.65), id="god"),
        feature("facility", point(55.65, 12.29), id="byttet"),
        feature("facility", point(2.35, 48.85), id="paris"),
        feature("connection", line((12.29, 55.65), (12.29, 55.65)), id="kort"),
        feature(
            "demolition",
            polygon((12.28, 55.65), (12.29, 55.66), (12.29, 55.65), (12.28, 55.66)),
            id="sloejfe",
        ),
        {"type": "Feature", "id": "intet", "geometry": None, "properties": {}},
        {"type": "Feature", "id": "x", "geometry": {"type": "Point", "coordinates": ["a", 1]}},
        {"type": "Feature", "id": "y", "geometry": {"type": "Blob"}},
        3,
    )
    found = read(client, geojson(document), "plan.geojson")
    faults = {fault["feature"]: fault for fault in found["faults"]}
    assert {name: fault["code"] for name, fault in faults.items()} == {
        "byttet": "swapped_coordinates",
        "paris": "outside_denmark",
        "kort": "line_without_length",
        "sloejfe": "shape_not_valid",
        "intet": "missing_geometry",
        "x": "bad_coordinates",
        "y": "unknown_geometry",
        "9": "not_a_feature",
    }
    assert found["fault_count"] == 8
    assert (faults["byttet"]["lon"], faults["byttet"]["lat"]) == (12.29, 55.65)
    assert "55.65, 12.29" in faults["byttet"]["message"]
    assert faults["sloejfe"]["shown"]
    assert 12.28 < faults["sloejfe"]["lon"] < 12.29
    shown = [row["id"] for row in found["layers"][0]["features"]["features"]]
    assert shown == ["god", "sloejfe"]
    assert found["layers"][0]["count"] == 9


def test_faults_are_told_in_danish_with_layer_and_feature(client: TestClient) -> None:
    document = {
        **collection(feature("facility", point(2.35, 48.85), id="7"), line),
        "name": "Træer",
    }
    document["features"][1] = feature("facility", point(12.29, 55.65), id="8")
    answer = client.post(
        f"{READ}?name=x.geojson",
        content=geojson(document),
        headers={**FILE, "Accept-Language": "da"},
    )
    (fault,) = answer.json()["faults"]
    assert fault["message"].startswith("»Træer«, nr. 7: Punktet ligger ved 2.35, 48.85")


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e999"])
def test_numbers_that_are_none(client: TestClient, number: str) -> None:
    members = (feature("facility", point(12.29, 55.65)), feature("facility", point(77.5, 55.65)))
    text = json.dumps(collection(*members)).replace("77.5", number)
    assert codes(read(client, text.encode(), "x.geojson")["faults"]) == ["coordinate_not_a_number"]


def test_nothing_but_faults_is_refused_with_all_of_them(client: TestClient) -> None:
    document = collection(*(feature("facility", point(0, 0)) for _ in range(3)))
    assert codes(refused(client, geojson(document), "x.geojson")) == ["outside_denmark"] * 3


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"{", "invalid_json"),
        (b"{}", "not_a_collection"),
        (b'{"type": "FeatureCollection", "features": []}', "file_without_features"),
        (b'{"name": "\xc6bler"}', "not_utf8"),
        (b'{"a":' * 100_000, "nested_too_deep"),
        (b'{"a":' + b"9" * 5_000 + b"}", "invalid_value"),
        (b'{"type": "FeatureCollection", "features": [], "crs": {"x": 1}}', "unknown_crs"),
    ],
)
def test_a_geojson_that_cannot_be_read(client: TestClient, content: bytes, code: str) -> None:
    assert codes(refused(client, content, "x.geojson")) == [code]


def test_too_many_features_name_the_layer_and_the_limit(client: TestClient) -> None:
    rows = ",".join(["1"] * (FEATURES + 1))
    content = f'{{"type": "FeatureCollection", "features": [{rows}]}}'.encode()
    (fault,) = refused(client, content, "x.geojson")
    assert fault["code"] == "file_too_many_features"
    assert fault["value"] == FEATURES + 1
    assert "“x”" in fault["message"]
    assert "20000" in fault["message"]


def test_too_many_vertices(client: TestClient) -> None:
    zigzag = ",".join(f"[12.2{number % 2},55]" for number in range(150_000))
    head, _, tail = json.dumps(collection(feature("connection", line()))).partition("[]")
    content = f"{head}[{zigzag}]{tail}".encode()
    assert len(content) < 2_000_000
    two = content.replace(b"[12.20,55]", b"[12,55]").replace(b"[12.21,55]", b"[12,56]")
    assert read(client, two, "x.geojson")["layers"][0]["count"] == 1
    more = ",".join(["[12,55]", "[12,56]"] * 110_000)
    content = f"{head}[{more}]{tail}".encode()
    assert codes(refused(client, content, "x.geojson")) == ["file_too_many_vertices"]


# --- GeoPackage


def test_the_process_has_no_driver_but_geopackage() -> None:
    """Whoever takes a newer GDAL adds its new drivers to the list."""
    drivers = subprocess.run(
        [sys.executable, "-c", "import pyogrio; print(*pyogrio.list_drivers(), sep='\\n')"],
        env=_ENVIRONMENT,
        cwd=PROJECT_FOLDER,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\n")
    assert [driver for driver in drivers if driver] == ["GPKG"]


def test_a_broken_database(client: TestClient, tmp_path: Path) -> None:
    whole = geopackage(tmp_path, {"a": [(SOMEWHERE, {"n": n}) for n in range(500)]})
    for content in (whole[:5_000], whole[:100] + b"\xff" * 4_000 + whole[4_100:]):
        assert codes(refused(client, content, "a.gpkg")) == ["file_broken"]


def test_a_database_of_another_kind(client: TestClient, tmp_path: Path) -> None:
    content = geopackage(tmp_path, {"a": [(SOMEWHERE, {})]})
    other = altered(tmp_path, content, "DROP TABLE gpkg_contents")
    assert codes(refused(client, other, "a.gpkg")) == ["geopackage_not_one"]


def test_a_view_is_no_layer(client: TestClient, tmp_path: Path) -> None:
    """A view could count for ever when it is read."""
    content = geopackage(tmp_path, {"a": [(SOMEWHERE, {})]})
    trap = altered(
        tmp_path,
        content,
        "ALTER TABLE a RENAME TO b",
        "CREATE VIEW a AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
        "SELECT i AS fid, NULL AS geom FROM n",
        "UPDATE gpkg_contents SET table_name = 'a'",
    )
    assert codes(refused(client, trap, "a.gpkg")) == ["geopackage_view"]


def test_an_empty_layer_beside_a_full_one(client: TestClient, tmp_path: Path) -> None:
    content = geopackage(tmp_path, {"fuld": [(SOMEWHERE, {})], "tom": [(SOMEWHERE, {})]})
    content = altered(tmp_path, content, "DELETE FROM tom")
    assert [layer["name"] for layer in read(client, content, "a.gpkg")["layers"]] == ["fuld"]


def test_rows_without_a_shape_are_told(client: TestClient, tmp_path: Path) -> None:
    content = geopackage(tmp_path, {"a": [(SOMEWHERE, {}), (None, {}), (Point(), {})]})
    found = read(client, content, "a.gpkg")
    assert codes(found["faults"]) == ["missing_geometry", "missing_geometry"]
    assert [fault["feature"] for fault in found["faults"]] == ["2", "3"]


def test_a_layer_without_a_system_is_recognised_or_refused(
    client: TestClient, tmp_path: Path
) -> None:
    known = geopackage(tmp_path, {"a": [(SOMEWHERE, {})]}, crs=None)
    assert codes(read(client, known, "a.gpkg")["notes"]) == ["crs_recognised"]
    odd = geopackage(tmp_path, {"a": [(Point(5_000, 3_000), {})]}, crs=None)
    (fault,) = refused(client, odd, "a.gpkg")
    assert fault["code"] == "layer_crs_unknown"
    assert "5000, 3000" in fault["message"]


def test_danish_letters_in_an_older_encoding(client: TestClient, tmp_path: Path) -> None:
    content = geopackage(tmp_path, {"a": [(SOMEWHERE, {"navn": "Aeblehaven"})]})
    bad = altered(tmp_path, content, "UPDATE a SET navn = CAST(x'C6626C65686176656E' AS TEXT)")
    (row,) = read(client, bad, "a.gpkg")["layers"][0]["features"]["features"]
    assert row["properties"]["navn"] == "Æblehaven"


def test_absurd_coordinates_of_a_table(client: TestClient, tmp_path: Path) -> None:
    content = geopackage(
        tmp_path,
        {"a": [(SOMEWHERE, {}), (Point(1e300, 1e300), {}), (LineString([(0, 0), (1, 1)]), {})]},
    )
    found = read(client, content, "a.gpkg")
    assert codes(found["faults"]) == ["outside_denmark", "outside_denmark"]
    assert [fault["feature"] for fault in found["faults"]] == ["2", "3"]


def test_values_that_json_does_not_know(client: TestClient, tmp_path: Path) -> None:
    content = geopackage(tmp_path, {"a": [(SOMEWHERE, {"tal": float("nan"), "stort": 2**60})]})
    (row,) = read(client, content, "a.gpkg")["layers"][0]["features"]["features"]
    assert row["properties"] == {"tal": None, "stort": str(2**60)}


# --- DXF


def test_a_drawing_far_from_denmark_says_where_it_lies(client: TestClient) -> None:
    drawing = new_dxf()
    drawing.modelspace().add_line((0, 0), (250, 180))
    (fault,) = refused(client, dxf(drawing), "x.dxf")
    assert fault["code"] == "dxf_not_in_denmark"
    assert fault["value"] == "0 … 250, 0 … 180"
    assert "EPSG:25832" in fault["message"]


def test_a_drawing_in_the_systems_of_building_is_named(client: TestClient) -> None:
    drawing = new_dxf()
    drawing.modelspace().add_line((590_000, 1_160_000), (590_100, 1_160_050))
    assert codes(refused(client, dxf(drawing), "x.dxf")) == ["dxf_dktm"]


def test_one_stray_line_does_not_spoil_the_rest(client: TestClient) -> None:
    drawing = new_dxf()
    space = drawing.modelspace()
    for north in range(5):
        space.add_line(near(0, north), near(30, north))
    stray = space.add_line((0, 0), (1, 1))
    found = read(client, dxf(drawing), "x.dxf")
    (fault,) = found["faults"]
    assert (fault["code"], fault["feature"]) == ("outside_denmark", stray.dxf.handle)
    assert len(found["layers"][0]["features"]["features"]) == 5


def test_nested_blocks_are_not_unfolded(client: TestClient) -> None:
    """Thirty blocks of ten of the one before would be 10³⁰ lines."""
    drawing = new_dxf()
    drawing.blocks.new("B0").add_line((0, 0), (1, 0))
    for level in range(1, 30):
        block = drawing.blocks.new(f"B{level}")
        for number in range(10):
            block.add_blockref(f"B{level - 1}", (number, 0))
    drawing.modelspace().add_blockref("B29", near(0, 0))
    (layer,) = read(client, dxf(drawing), "x.dxf")["layers"]
    assert layer["geometries"] == {"Point": 1}


def test_blocks_that_hold_themselves(client: TestClient) -> None:
    drawing = new_dxf()
    drawing.blocks.new("A").add_blockref("B", (0, 0))
    drawing.blocks.new("B").add_blockref("A", (0, 0))
    drawing.modelspace().add_blockref("A", near(0, 0))
    drawing.modelspace().add_line(near(0, 0), near(5, 0))
    found = read(client, dxf(drawing), "x.dxf")
    assert layer_of(found, "0")["geometries"]["LineString"] == 1


def test_coordinates_that_are_no_numbers(client: TestClient) -> None:
    drawing = new_dxf()
    space = drawing.modelspace()
    space.add_line(near(0, 0), near(30, 0))
    space.add_circle((987_654.25, 6_172_950), 20)
    for number in (b"nan", b"inf", b"1e300"):
        content = dxf(drawing).replace(b"987654.25", number)
        found = read(client, content, "x.dxf")
        assert len(found["layers"][0]["features"]["features"]) == 1


@pytest.mark.parametrize(("version", "encoding"), [("R2000", "cp1252"), ("R2010", "cp1252")])
def test_danish_letters_of_any_age(client: TestClient, version: str, encoding: str) -> None:
    """An old drawing is Windows-1252; a new one that says UTF-8 may be so all the same."""
    drawing = new_dxf(version)
    drawing.layers.add("Grøn åben æblehave")
    drawing.modelspace().add_line(
        near(0, 0), near(9, 0), dxfattribs={"layer": "Grøn åben æblehave"}
    )
    content = dxf(drawing).decode(drawing.output_encoding).encode(encoding)
    assert read(client, content, "x.dxf")["layers"][0]["name"] == "Grøn åben æblehave"


def test_a_broken_drawing(client: TestClient) -> None:
    head = b"0\nSECTION\n2\nENTITIES\n"
    assert codes(refused(client, head + b"nonsense\nmore", "x.dxf"))[0] in {
        "file_broken",
        "file_without_features",
    }


def test_an_empty_drawing(client: TestClient) -> None:
    assert codes(refused(client, dxf(new_dxf()), "x.dxf")) == ["file_without_features"]


def test_a_drawing_of_too_many_parts_is_refused_before_it_is_read(client: TestClient) -> None:
    content = b"0\nSECTION\n2\nENTITIES\n" + b"0\nPOINT\n" * 150_001
    assert codes(refused(client, content, "x.dxf")) == ["dxf_too_many_entities"]


def test_values_of_nothing_are_no_parts() -> None:
    """A drawing of many zeros is not one of many parts."""
    content = b"  0\r\nSECTION\r\n  2\r\nENTITIES\r\n  0\r\nLINE\r\n" + b" 70\r\n0\r\n" * 9
    assert entity_count(content) == 2


def test_a_file_that_takes_too_long_is_given_up(service: Service, client: TestClient) -> None:
    drawing = new_dxf()
    space = drawing.modelspace()
    for number in range(9_000):
        space.add_line(near(0, number), near(30, number))
    hurried = service.settings.model_copy(update={"max_file_seconds": 0.2})
    content = dxf(drawing)
    assert len(content) < 2_000_000
    kept = service.settings
    object.__setattr__(service, "settings", hurried)
    try:
        assert codes(refused(client, content, "x.dxf")) == ["file_too_slow"]
    finally:
        object.__setattr__(service, "settings", kept)


def test_nothing_is_left_behind(
    client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    drawn = Polygon([near(0, 0), near(9, 0), near(9, 9)])
    content = geopackage(tmp_path, {"a": [(drawn, {})]})
    read(client, content, "a.gpkg")
    refused(client, content[:5_000], "a.gpkg")
    assert [path.name for path in tmp_path.iterdir()] == ["drawn.gpkg"]
