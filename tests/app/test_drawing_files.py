"""Drawings from elsewhere: what is understood of GeoJSON, GeoPackage and DXF."""

import json
from pathlib import Path
from typing import Any

import pytest
import shapely
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, MultiLineString, Point, Polygon, shape

from app.intake.geojson_file import read_geojson
from app.intake.kinds import GEOMETRIES, kind_of_words
from app.intake.settle import settle
from spatial.interventions import REGISTRY
from tests.app.drawn import AREA, collection, feature, line, polygon, proposal, shop
from tests.app.files import codes, dxf, geojson, geopackage, layer_of, metres, near, new_dxf
from tests.spatial.cases import cases

READ = "/api/drawings/read"
FILE = {"Content-Type": "application/octet-stream"}
DRAWN = (
    feature(
        "connection",
        line((12.28801234567891, 55.65451234567891), (12.289, 55.655)),
        id="sti",
        modes=["walk"],
        note="Æblehaven, »sti«",
    ),
    feature(
        "demolition",
        polygon((12.286, 55.653), (12.287, 55.653), (12.287, 55.654)),
        id="ned",
        share=0.25,
    ),
    shop(id="butik"),
)


def read(client: TestClient, content: bytes, name: str) -> dict[str, Any]:
    answer = client.post(f"{READ}?name={name}", content=content, headers=FILE)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_every_kind_is_known_with_its_shapes() -> None:
    assert {row.kind: row.geometries for row in REGISTRY} == GEOMETRIES


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Nye stier", "connection"),
        ("Cykelsti", "connection"),
        ("ny_bro", "connection"),
        ("connection", "connection"),
        ("facility_removal", "facility_removal"),
        ("Lukkede veje", "closure"),
        ("Fodgængerfelter", "crossing"),
        ("Boliger der nedrives", "demolition"),
        ("Nedrivning", "demolition"),
        ("Nye boliger", "housing"),
        ("New paths", "connection"),
        ("Ny buslinje", "service"),
        ("Stoppesteder", "stop"),
        ("Eksisterende stier", None),
        ("Værebro Park", None),
        ("Højdekurver", None),
        ("0", None),
    ],
)
def test_names_of_layers_speak_of_kinds(words: str, kind: str | None) -> None:
    assert kind_of_words(words) == kind


@pytest.mark.parametrize("crs", ["4326", "25832"])
def test_an_exported_proposal_is_read_as_it_was_drawn(client: TestClient, crs: str) -> None:
    kept = client.post("/api/proposals", json=proposal(*DRAWN)).json()
    exported = client.get(f"/api/proposals/{kept['id']}/export?crs={crs}").content
    found = read(client, exported, "forslag.geojson")
    assert found["format"] == "geojson"
    assert found["faults"] == []
    (layer,) = found["layers"]
    assert layer["crs"] == int(crs)
    members = [
        {name: value for name, value in member.items() if name != "kind"}
        for member in layer["features"]["features"]
    ]
    assert members == kept["interventions"]["features"]
    kinds = [member["kind"] for member in layer["features"]["features"]]
    assert kinds == ["connection", "demolition", "facility"]


positions = st.tuples(st.floats(8.2, 14.9), st.floats(54.7, 57.6))


@cases(50)
@given(
    lines=st.lists(st.lists(positions, min_size=2, max_size=6, unique=True), max_size=4),
    places=st.lists(positions, min_size=1, max_size=4),
    note=st.text(max_size=20),
)
def test_export_then_import_gives_the_same_drawing(
    client: TestClient,
    lines: list[list[tuple[float, float]]],
    places: list[tuple[float, float]],
    note: str,
) -> None:
    """Whatever is kept comes back number for number, in degrees and in metres."""
    if "\x00" in note:
        return
    drawn = [feature("connection", line(*row), note=note) for row in lines]
    drawn += [shop(*place) for place in places]
    answer = client.post("/api/proposals", json=proposal(*drawn))
    assert answer.status_code == 201, answer.text
    kept = answer.json()
    for crs in ("4326", "25832"):
        exported = client.get(f"/api/proposals/{kept['id']}/export?crs={crs}").content
        layers = settle(read_geojson(exported, "forslag"))["layers"]
        (found,) = json.loads(json.dumps(layers))
        got = [
            (row["id"], row["geometry"], row["properties"]) for row in found["features"]["features"]
        ]
        sent = kept["interventions"]["features"]
        assert got == [(row["id"], row["geometry"], row["properties"]) for row in sent]


def test_metres_without_a_name_are_recognised_and_that_is_said(client: TestClient) -> None:
    place = dict(shapely.geometry.mapping(Point(near(10, 20))))
    document = collection({"type": "Feature", "geometry": place, "properties": {"navn": "Bænk"}})
    found = read(client, geojson(document), "plan.geojson")
    assert codes(found["notes"]) == ["crs_recognised"]
    assert "EPSG:25832" in found["notes"][0]["message"]
    lon, lat = found["layers"][0]["features"]["features"][0]["geometry"]["coordinates"]
    assert metres(Point(lon, lat)).distance(Point(near(10, 20))) < 0.001


def test_a_layer_is_described(client: TestClient) -> None:
    document = {
        **collection(
            {**DRAWN[0], "properties": {"bredde": 3, "navn": "Sti A"}},
            {**DRAWN[0], "id": "b", "properties": {"bredde": 2.5, "navn": None}},
            shop(id="butik"),
        ),
        "name": "Nye stier",
    }
    found = read(client, geojson(document), "plan.json")
    (layer,) = found["layers"]
    assert (layer["name"], layer["count"], layer["kind"]) == ("Nye stier", 3, "connection")
    assert layer["geometries"] == {"LineString": 2, "Point": 1}
    by_name = {row["name"]: row["values"] for row in layer["attributes"]}
    assert by_name["bredde"] == ["3", "2.5"]
    assert by_name["navn"] == ["Sti A"]
    west, south, east, north = layer["bbox"]
    assert (west, north) == (12.288012346, 55.6565)
    assert south < north
    assert west < east
    assert found["limits"] == {"features": 50, "vertices": 50_000}


def test_parts_of_one_feature_become_features_of_their_own(client: TestClient) -> None:
    two = MultiLineString([[(12.28, 55.65), (12.281, 55.65)], [(12.29, 55.65), (12.291, 55.65)]])
    member = {"type": "Feature", "id": 7, "geometry": two.__geo_interface__, "properties": {"a": 1}}
    (layer,) = read(client, geojson(collection(member)), "x.geojson")["layers"]
    features = layer["features"]["features"]
    assert [row["id"] for row in features] == ["7", "7-2"]
    assert [row["properties"] for row in features] == [{"a": 1}, {"a": 1}]
    assert layer["count"] == 1


# --- GeoPackage


def test_a_geopackage_layer_by_layer(client: TestClient, tmp_path: Path) -> None:
    sti = LineString([near(0, 0), near(50, 10)])
    content = geopackage(
        tmp_path,
        {
            "Nye stier": [(sti, {"bredde": 3.0, "navn": "Ålestien", "lit": True})],
            "Bygninger": [
                (Polygon([near(0, 0), near(20, 0), near(20, 20)]), {"nr": 1}),
                (Polygon([near(50, 0), near(70, 0), near(70, 20)]), {"nr": 2}),
            ],
        },
    )
    found = read(client, content, "plan.gpkg")
    assert (found["format"], found["faults"]) == ("geopackage", [])
    stier, houses = layer_of(found, "Nye stier"), layer_of(found, "Bygninger")
    assert (stier["kind"], stier["crs"], houses["kind"]) == ("connection", 25832, None)
    assert houses["geometries"] == {"Polygon": 2}
    (drawn,) = stier["features"]["features"]
    assert drawn["properties"] == {"bredde": 3.0, "navn": "Ålestien", "lit": True}
    assert metres(shape(drawn["geometry"])).hausdorff_distance(sti) < 0.001


def test_a_geopackage_in_another_system_is_brought_to_degrees(
    client: TestClient, tmp_path: Path
) -> None:
    # 12.5° east, 55.7° north in Web Mercator: x = 12.5 · 111 319.49, y = ln tan(45° + 27.85°) · R.
    rows = [(Point(1_391_493.66, 7_498_924.48), {})]
    content = geopackage(tmp_path, {"a": rows}, "EPSG:3857")
    (layer,) = read(client, content, "a.gpkg")["layers"]
    lon, lat = layer["features"]["features"][0]["geometry"]["coordinates"]
    assert layer["crs"] == 3857
    assert lon == pytest.approx(12.5, abs=1e-5)
    assert lat == pytest.approx(55.7, abs=1e-5)


def test_a_proposal_comes_back_from_a_geopackage(client: TestClient, tmp_path: Path) -> None:
    rows = [
        (metres(shape(row["geometry"])), {"kind": row["properties"]["kind"], "share": 0.25})
        for row in DRAWN
    ]
    found = read(client, geopackage(tmp_path, {"forslag": rows}), "f.gpkg")
    features = found["layers"][0]["features"]["features"]
    assert [row["kind"] for row in features] == ["connection", "demolition", "facility"]
    for sent, got in zip(DRAWN, features, strict=True):
        off = metres(shape(got["geometry"])).hausdorff_distance(metres(shape(sent["geometry"])))
        assert off < 0.001


# --- DXF


def test_a_dxf_layer_by_layer(client: TestClient) -> None:
    drawing = new_dxf()
    space = drawing.modelspace()
    space.add_line(near(0, 0), near(30, 0), dxfattribs={"layer": "Nye stier"})
    space.add_lwpolyline([near(0, 0), near(0, 20), near(20, 20)], dxfattribs={"layer": "Nye stier"})
    space.add_lwpolyline(
        [near(0, 0), near(0, 20), near(20, 20)], close=True, dxfattribs={"layer": "Grund"}
    )
    space.add_point(near(5, 5), dxfattribs={"layer": "Træer"})
    space.add_text("Hal", dxfattribs={"layer": "Træer"})
    found = read(client, dxf(drawing), "plan.dxf")
    assert (found["format"], found["faults"]) == ("dxf", [])
    stier = layer_of(found, "Nye stier")
    assert (stier["geometries"], stier["kind"], stier["crs"]) == (
        {"LineString": 2},
        "connection",
        25832,
    )
    assert layer_of(found, "Grund")["geometries"] == {"Polygon": 1}
    assert layer_of(found, "Træer")["geometries"] == {"Point": 1}
    assert set(codes(found["notes"])) == {"dxf_assumed", "dxf_left_out"}
    first = metres(shape(stier["features"]["features"][0]["geometry"]))
    assert first.hausdorff_distance(LineString([near(0, 0), near(30, 0)])) < 0.001


def test_curves_become_pieces_that_follow_them(client: TestClient) -> None:
    drawing = new_dxf()
    space = drawing.modelspace()
    space.add_arc(near(0, 0), 50, 0, 90, dxfattribs={"layer": "bue"})
    space.add_circle(near(0, 0), 50, dxfattribs={"layer": "kreds"})
    space.add_spline([near(0, 0), near(20, 30), near(50, 0)], dxfattribs={"layer": "spline"})
    found = read(client, dxf(drawing), "x.dxf")
    arc = metres(shape(layer_of(found, "bue")["features"]["features"][0]["geometry"]))
    # A quarter of a circle of 50 m is 78.54 m; ten centimetres of sagitta shorten it little.
    assert arc.length == pytest.approx(78.54, abs=0.3)
    circle = metres(shape(layer_of(found, "kreds")["features"]["features"][0]["geometry"]))
    assert circle.geom_type == "Polygon"
    assert circle.area == pytest.approx(7_854, rel=0.01)
    spline = layer_of(found, "spline")["features"]["features"][0]["geometry"]
    assert spline["type"] == "LineString"
    assert len(spline["coordinates"]) > 5


def test_a_hatch_is_a_surface_with_its_holes(client: TestClient) -> None:
    drawing = new_dxf()
    hatch = drawing.modelspace().add_hatch(dxfattribs={"layer": "Plads"})
    hatch.paths.add_polyline_path([near(0, 0), near(40, 0), near(40, 40), near(0, 40)])
    hatch.paths.add_polyline_path([near(10, 10), near(20, 10), near(20, 20), near(10, 20)])
    (layer,) = read(client, dxf(drawing), "x.dxf")["layers"]
    (plads,) = layer["features"]["features"]
    # 40 · 40 less 10 · 10, nearly: the grid's scale is 0.9996 and more.
    assert metres(shape(plads["geometry"])).area == pytest.approx(1_500, rel=0.001)


def test_blocks_are_points_with_what_they_say(client: TestClient) -> None:
    drawing = new_dxf()
    block = drawing.blocks.new("LAMPE")
    block.add_circle((0, 0), 1)
    block.add_attdef("TYPE", (0, 0))
    drawing.blocks.new("YDRE").add_blockref("LAMPE", (0, 0))
    space = drawing.modelspace()
    insert = space.add_blockref("LAMPE", near(5, 5), dxfattribs={"layer": "Lys"})
    insert.add_auto_attribs({"TYPE": "Park, 4 m"})
    space.add_blockref("YDRE", near(9, 9), dxfattribs={"layer": "Lys"})
    found = read(client, dxf(drawing), "x.dxf")
    lys = layer_of(found, "Lys")["features"]["features"]
    assert [row["geometry"]["type"] for row in lys] == ["Point", "Point"]
    assert lys[0]["properties"] == {"block": "LAMPE", "TYPE": "Park, 4 m"}
    assert "dxf_blocks" in codes(found["notes"])


def test_millimetres_are_recognised(client: TestClient) -> None:
    drawing = new_dxf(units=4)
    start, end = near(0, 0), near(30, 0)
    drawing.modelspace().add_line(
        [1000 * number for number in start], [1000 * number for number in end]
    )
    found = read(client, dxf(drawing), "x.dxf")
    assert "dxf_unit" in codes(found["notes"])
    got = metres(shape(found["layers"][0]["features"]["features"][0]["geometry"]))
    assert got.hausdorff_distance(LineString([start, end])) < 0.001


def test_metres_are_metres_even_where_the_header_says_millimetres(client: TestClient) -> None:
    drawing = new_dxf(units=4)
    drawing.modelspace().add_line(near(0, 0), near(30, 0))
    found = read(client, dxf(drawing), "x.dxf")
    assert "dxf_unit" not in codes(found["notes"])


def test_a_drawing_that_says_where_it_lies_is_put_there(client: TestClient) -> None:
    drawing = new_dxf()
    space = drawing.modelspace()
    space.add_line((0, 0), (30, 0))
    geodata = space.new_geodata()
    geodata.setup_local_grid(design_point=(0, 0), reference_point=near(0, 0))
    geodata.coordinate_system_definition = EPSG_25832
    found = read(client, dxf(drawing), "x.dxf")
    assert codes(found["notes"]) == ["dxf_geodata"]
    got = metres(shape(found["layers"][0]["features"]["features"][0]["geometry"]))
    assert got.hausdorff_distance(LineString([near(0, 0), near(30, 0)])) < 0.001


EPSG_25832 = """<?xml version="1.0" encoding="UTF-16" standalone="no" ?>
<Dictionary version="1.0" xmlns="http://www.osgeo.org/mapguide/coordinatesystem">
<Alias id="25832" type="CoordinateSystem">
<ObjectId>ETRS89.UTM-32N</ObjectId><Namespace>EPSG Code</Namespace></Alias>
<Axis uom="METER"><CoordinateSystemAxis><AxisOrder>1</AxisOrder><AxisName>Easting</AxisName>
<AxisAbbreviation>E</AxisAbbreviation><AxisDirection>east</AxisDirection></CoordinateSystemAxis>
<CoordinateSystemAxis><AxisOrder>2</AxisOrder><AxisName>Northing</AxisName>
<AxisAbbreviation>N</AxisAbbreviation><AxisDirection>north</AxisDirection></CoordinateSystemAxis>
</Axis></Dictionary>"""


def test_what_is_read_can_be_assessed(client: TestClient) -> None:
    """The way of a drawing from a file to numbers."""
    found = read(client, geojson(collection(*DRAWN)), "x.geojson")
    features = [
        {name: value for name, value in row.items() if name != "kind"}
        for row in found["layers"][0]["features"]["features"]
    ]
    answer = client.post("/api/assess", json={"area": AREA, "interventions": collection(*features)})
    assert answer.status_code == 200, answer.text
    assert [issue for issue in answer.json()["issues"] if issue["severity"] == "error"] == []
