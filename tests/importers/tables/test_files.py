"""Tables of features in every format, and what is wrong with them told so that one can mend it."""

from pathlib import Path

import geopandas
import pytest
import shapely
from shapely import Point

from app.importers.faults import InvalidLayers
from app.importers.tables.files import read_table

WHERE = Point(712_345.25, 6_171_234.5)
LONLAT = Point(12.3766, 55.6423)


def frame(crs: str | None = "EPSG:25832", point: Point = WHERE) -> geopandas.GeoDataFrame:
    columns = {"navn": ["Blåbærvej Ældrecenter"], "antal": [12]}
    return geopandas.GeoDataFrame(columns, geometry=[point], crs=crs)


def faults(path: Path, **how: str) -> list[tuple[str, str | None]]:
    with pytest.raises(InvalidLayers) as refused:
        read_table(path, **how)
    return [(fault.message, fault.value) for fault in refused.value.faults]


@pytest.mark.parametrize(
    ("name", "driver"),
    [
        ("t.gpkg", "GPKG"),
        ("t.shp", "ESRI Shapefile"),
        ("t.fgb", "FlatGeobuf"),
        ("t.geojson", "GeoJSON"),
    ],
)
def test_every_format_gives_the_same_table(tmp_path: Path, name: str, driver: str) -> None:
    sent = frame() if driver != "GeoJSON" else frame().to_crs(4326)
    sent.to_file(tmp_path / name, driver=driver)
    table = read_table(tmp_path / name)
    assert table.columns["navn"].tolist() == ["Blåbærvej Ældrecenter"]
    assert table.columns["antal"].tolist() == [12]
    assert table.geometry[0].distance(WHERE) < 0.01


@pytest.mark.parametrize(
    ("text", "crs"),
    [
        ("navn;x;y\nÅsen;712345.25;6171234.5\n", "EPSG:25832"),
        ("navn,lon,lat\nÅsen,12.3766,55.6423\n", "EPSG:4326"),
        ("navn;wkt\nÅsen;POINT (12.3766 55.6423)\n", "EPSG:4326"),
    ],
)
def test_a_csv_with_either_separator(tmp_path: Path, text: str, crs: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(text, encoding="utf-8")
    table = read_table(path, crs=crs)
    assert table.columns["navn"].tolist() == ["Åsen"]
    expected = WHERE if crs == "EPSG:25832" else shapely.Point(712_525, 6_171_100)
    assert table.geometry[0].distance(expected) < (0.01 if crs == "EPSG:25832" else 5_000)


def test_a_table_that_windows_wrote(tmp_path: Path) -> None:
    frame().to_file(tmp_path / "t.shp", encoding="cp1252")
    (tmp_path / "t.cpg").unlink(missing_ok=True)
    assert read_table(tmp_path / "t.shp").columns["navn"].tolist() == ["Blåbærvej Ældrecenter"]


def test_a_csv_that_says_no_coordinate_system(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("navn,x,y\nA,712345,6171234\n")
    ((message, _),) = faults(path)
    assert message.startswith("the file does not say its coordinate system; tell it: --crs")


def test_a_csv_without_places(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("navn,vej\nA,B\n")
    ((message, value),) = faults(path)
    assert "the table has no geometry" in message
    assert value == "navn, vej"


def test_the_wrong_coordinate_system_is_told_row_by_row(tmp_path: Path) -> None:
    frame("EPSG:4326", LONLAT).to_file(tmp_path / "t.gpkg")
    found = faults(tmp_path / "t.gpkg", crs="EPSG:25832")
    ((message, value),) = found
    assert "outside Denmark; is the coordinate system right (--crs)?" in message
    assert value == "12.3766, 55.6423"


def test_swapped_axes_are_told_as_that(tmp_path: Path) -> None:
    frame("EPSG:4326", Point(LONLAT.y, LONLAT.x)).to_file(tmp_path / "t.gpkg")
    assert [message for message, _ in faults(tmp_path / "t.gpkg")] == [
        "longitude and latitude are swapped"
    ]


def test_which_layers_there_are_is_told(tmp_path: Path) -> None:
    path = tmp_path / "t.gpkg"
    frame().to_file(path, layer="veje")
    frame().to_file(path, layer="skoler")
    ((message, _),) = faults(path)
    assert message == "name the layer; layers: veje, skoler"
    ((message, value),) = faults(path, layer="butikker")
    assert message == "the file has no such layer; layers: veje, skoler"
    assert value == "butikker"
    assert len(read_table(path, "skoler")) == 1


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("t.gpkg", None, "the file is missing"),
        ("t.pdf", b"%PDF", "the file's name must end in"),
        ("t.gpkg", b"SQLite format 3\x00 and no more", "the file cannot be read"),
        ("t.geojson", b"{", "the file cannot be read"),
    ],
)
def test_a_file_that_cannot_be_read(
    tmp_path: Path, name: str, content: bytes | None, message: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    ((told, _),) = faults(tmp_path / name)
    assert told.startswith(message)
