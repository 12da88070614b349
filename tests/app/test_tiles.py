"""Vector tiles: what stands in them, read by GDAL, and how a browser keeps them."""

import gzip
from pathlib import Path

import pyogrio
import pytest
import shapely
from fastapi.testclient import TestClient
from sqlalchemy import text

from app.db.queries.tiles import TILE_LAYERS, tile_features
from app.services.answer_cache import AnswerCache
from app.state import Service

# The squares over Tåstrupgård.
TILES = {10: (546, 320), 14: (8751, 5129), 16: (35004, 20519)}


def address(layer: str, zoom: int) -> str:
    column, row = TILES[zoom]
    return f"/tiles/{layer}/{zoom}/{column}/{row}.mvt"


def features_of(tile: bytes, folder: Path, zoom: int) -> list[tuple[dict[str, object], object]]:
    """Read a tile with GDAL: properties and geometry in web Mercator metres."""
    column, row = TILES[zoom]
    file = folder / f"{row}.mvt"
    file.write_bytes(tile)
    options = {"X": str(column), "Y": str(row), "Z": str(zoom), "METADATA_FILE": ""}
    meta, _, geometries, columns = pyogrio.raw.read(file, **options)
    names = [str(name) for name in meta["fields"]]
    return [
        (dict(zip(names, values, strict=True)), shapely.from_wkb(geometry))
        for geometry, *values in zip(geometries, *columns, strict=True)
    ]


def test_a_tile_holds_the_streets_of_its_square(
    client: TestClient, service: Service, tmp_path: Path
) -> None:
    answer = client.get(address("streets", 16))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/vnd.mapbox-vector-tile"
    found = features_of(answer.content, tmp_path, 16)
    column, row = TILES[16]
    inside_it = text(
        "SELECT id::text, street_class FROM street_edge "
        "WHERE ST_Intersects(geom, ST_Transform(ST_TileEnvelope(16, :x, :y), 25832))"
    )
    with service.snapshots() as session:
        inside = {
            row.id: row.street_class for row in session.execute(inside_it, {"x": column, "y": row})
        }
    told = {str(properties["id"]): properties["street_class"] for properties, _ in found}
    assert inside
    assert {identity: told.get(identity) for identity in inside} == inside


def test_far_out_only_the_broad_streets_are_drawn_and_with_fewer_points(
    client: TestClient, service: Service, tmp_path: Path
) -> None:
    near = features_of(client.get(address("streets", 14)).content, tmp_path, 14)
    far = features_of(client.get(address("streets", 10)).content, tmp_path, 10)
    assert {"local", "path"} <= {properties["street_class"] for properties, _ in near}
    assert {properties["street_class"] for properties, _ in far} <= {"motorway", "main"}
    with service.snapshots() as session:
        points = dict(
            session.execute(text("SELECT id::text, ST_NPoints(geom) FROM street_edge")).all()  # type: ignore[arg-type]
        )
    drawn = {str(row["id"]): int(shapely.get_num_coordinates(shape)) for row, shape in far}
    assert all(drawn[identity] <= points[identity] for identity in drawn)
    assert sum(drawn.values()) < 0.8 * sum(points[identity] for identity in drawn)


@pytest.mark.parametrize("layer", TILE_LAYERS)
def test_every_layer_is_there_or_says_that_it_is_empty(client: TestClient, layer: str) -> None:
    answer = client.get(address(layer, 14))
    # The bundled data holds no building.
    assert answer.status_code == (204 if layer == "buildings" else 200)
    assert bool(answer.content) is (layer != "buildings")
    assert client.get(f"/tiles/{layer}/14/0/0.mvt").status_code == 204


def test_what_is_held_is_not_sent_again(client: TestClient) -> None:
    first = client.get(address("streets", 14))
    held = {"If-None-Match": first.headers["etag"]}
    again = client.get(address("streets", 14), headers=held)
    assert (again.status_code, again.content) == (304, b"")
    other = client.get(address("streets", 16), headers=held)
    assert other.status_code == 200


def test_a_tile_is_packed_on_the_way(client: TestClient) -> None:
    with client.stream("GET", address("streets", 14), headers={"Accept-Encoding": "gzip"}) as sent:
        assert sent.headers["content-encoding"] == "gzip"
        packed = b"".join(sent.iter_raw())
    assert gzip.decompress(packed) == client.get(address("streets", 14)).content


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/tiles/streets/3/8/0.mvt", 422),
        ("/tiles/streets/3/0/8.mvt", 422),
        ("/tiles/streets/21/0/0.mvt", 422),
        ("/tiles/streets/-1/0/0.mvt", 422),
        ("/tiles/proposals/3/0/0.mvt", 422),
        ("/tiles/streets/3/0/0.mvt?key=1", 422),
        ("/tiles/streets/3/0/0.png", 404),
    ],
)
def test_what_is_no_tile_is_refused(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_tile_is_found_by_the_index(service: Service) -> None:
    """What fits in a few pages is read whole; the planner is told not to, as a region would."""
    question = tile_features("streets", 16, *TILES[16])
    with service.snapshots() as session:
        compiled = question.compile(
            dialect=service.engine.dialect, compile_kwargs={"literal_binds": True}
        )
        session.execute(text("SET LOCAL enable_seqscan = off"))
        plan = "\n".join(session.scalars(text(f"EXPLAIN {compiled}".replace(":", "\\:"))))
    assert "Index Cond: (geom &&" in plan


def test_the_tiles_that_are_remembered_are_bounded_in_bytes() -> None:
    cache = AnswerCache(remembered=10, most_bytes=10)
    made: list[str] = []

    def ask(name: str, size: int) -> None:
        cache.get(name, lambda: (made.append(name), b"x" * size)[1])

    for name, size in (("a", 4), ("b", 4), ("a", 4), ("c", 4), ("a", 4), ("b", 4)):
        ask(name, size)
    assert made == ["a", "b", "c", "b"]
    ask("huge", 11)
    ask("huge", 11)
    assert made[-2:] == ["huge", "huge"]
