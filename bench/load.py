"""A region of a million streets and a million people: loaded from files, then looked at."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, Final

import numpy as np
import osmium
import shapely

from app.cluster import temporary_cluster
from app.db import migrate
from app.db.engine import make_engine
from app.db.queries.tiles import read_tile
from app.importers.geo_rows import AreaRow, PlaceRow, SourceRow
from app.services.cities import read_city
from app.services.loading.load import load_areas
from app.services.loading.places import MARGIN_M
from app.settings import Settings
from app.state import Service, make_service
from bench.loading import loaded
from bench.measurement import Result, Timing, over_cases
from bench.networks import street_like
from spatial.assess import assess
from spatial.assessment import AssessRequest
from spatial.crs import to_geographic
from spatial.interventions import Intervention
from spatial.tables import Area

if TYPE_CHECKING:
    from bench.networks import StreetNetwork

NODES: Final = 700_000
LEAST_STREETS: Final = 1_000_000
HOMES: Final = 250_000
RESIDENTS_EACH: Final = 4
MOST_S: Final = 300.0
MOST_GIB: Final = 4.0
# The middle of Funen: the region lies inside Denmark's bounds.
CORNER_M: Final = (570_000.0, 6_110_000.0)
PLACE: Final = "region"
TOWN: Final = "town"
"""An area in the region's middle, with the land around it that the engine loads."""
TILE_ZOOMS: Final = (10, 13, 16)
TURNS: Final = 20
LINKS: Final = 20


def run() -> list[Result]:
    """Write the files, load them as a person would, and ask for squares of the map."""
    network = street_like(NODES)
    with temporary_cluster() as cluster, TemporaryDirectory() as name:
        folder, url = Path(name), cluster.create_database("bench")
        streets, people = _write_streets(network, folder), _write_people(network, folder)
        engine = make_engine(url)
        migrate.upgrade(engine)
        service = make_service(Settings(database_url=url, warm_at_start=False), engine)
        _lay_out(service, network)
        loads = [_load(url, PLACE, "streets", streets), _load(url, PLACE, "population", people)]
        again = _load(url, PLACE, "streets", streets)
        tiles = _tiles(service, network)
        _load(url, TOWN, "streets", streets)
        _load(url, TOWN, "population", people)
        town, links = _drawn_in_town(service, network)
        engine.dispose()
    seconds = sum(took for took, _ in loads)
    peak_gib = max(held for _, held in (*loads, again))
    targets = {
        "a million streets": len(network.tails) >= LEAST_STREETS,
        "loaded within five minutes": seconds <= MOST_S,
        "within 4 GiB": peak_gib <= MOST_GIB,
    }
    notes = (
        (
            f"{len(network.tails):,} stretches of street, {HOMES * RESIDENTS_EACH:,} residents in "
            f"{HOMES:,} homes"
        ),
        (
            f"peak memory: streets {loads[0][1]:.2f} GiB, people {loads[1][1]:.2f} GiB, the same "
            f"streets over themselves {again[1]:.2f} GiB"
        ),
        f"an area's place, {MARGIN_M / 1000:.0f} km around it, has {town:,} homes of the region",
    )
    timings = (
        Timing("streets from .osm.pbf", (loads[0][0],)),
        Timing("people from .csv", (loads[1][0],)),
        Timing("the same streets again", (again[0],)),
        *tiles,
        links,
    )
    return [Result("load", "a generated region", timings, targets, notes, peak_gib * 1024)]


def _write_streets(network: StreetNetwork, folder: Path) -> Path:
    path = folder / "region.osm.pbf"
    lonlat = shapely.get_coordinates(to_geographic(shapely.multipoints(network.xy + CORNER_M)))
    with osmium.SimpleWriter(str(path)) as writer:
        for number, place in enumerate(lonlat.tolist(), start=1):
            writer.add_node(osmium.osm.mutable.Node(id=number, location=tuple(place), version=1))
        pairs = np.column_stack([network.tails, network.heads]) + 1
        for number, pair in enumerate(pairs.tolist(), start=1):
            # Names differ, so that every stretch stays a street of its own.
            tags = {"highway": "residential", "name": f"Vej {number}"}
            writer.add_way(osmium.osm.mutable.Way(id=number, nodes=pair, tags=tags, version=1))
    return path


def _write_people(network: StreetNetwork, folder: Path) -> Path:
    path = folder / "people.csv"
    rows = np.linspace(0, network.node_count - 1, HOMES).astype(np.int64)
    places = network.xy[rows] + CORNER_M
    with path.open("w") as file:
        file.write("id,residents,x,y\n")
        for number, (x, y) in enumerate(places.tolist(), start=1):
            file.write(f"{number},{RESIDENTS_EACH},{x:.2f},{y:.2f}\n")
    return path


def _lay_out(service: Service, network: StreetNetwork) -> None:
    """Make the place, with an area in its middle."""
    corner, far = np.array(CORNER_M), network.xy.max(axis=0) + CORNER_M
    west, south, east, north = to_geographic(shapely.box(*corner - 500, *far + 500)).bounds
    middle = shapely.Point(*(corner + far) / 2).buffer(300, quad_segs=2)
    source = SourceRow(
        id="bench",
        title="Generated",
        publisher="Forbind",
        date="2026",
        licence="CC0-1.0",
        attribution="",
        url=None,
        modelled=True,
        note="",
    )
    place = PlaceRow(id=PLACE, name="Region", bbox=(west, south, east, north))
    around = to_geographic(shapely.box(*middle.buffer(MARGIN_M).bounds)).bounds
    town = PlaceRow(id=TOWN, name="Town", bbox=around)
    # Two areas may not overlap.
    elsewhere = shapely.Point(*(corner + 600)).buffer(300, quad_segs=2)
    load_areas(service, [(place, _area(PLACE, elsewhere)), (town, _area(TOWN, middle))], source)


def _area(place: str, shape: shapely.Polygon) -> AreaRow:
    return AreaRow(
        id=place,
        place=place,
        name=place.title(),
        case_project=None,
        municipality="Odense",
        municipality_code="0461",
        housing_organisations=(),
        homes=None,
        residents=None,
        source="bench",
        modelled=True,
        geometry=shapely.MultiPolygon([shape]),
    )


def _load(url: str, place: str, kind: str, path: Path) -> tuple[float, float]:
    crs = ("--crs", "EPSG:25832") if kind == "population" else ()
    return loaded(url, kind, path, "--place", place, *crs)


def _tiles(service: Service, network: StreetNetwork) -> list[Timing]:
    middle = to_geographic(shapely.Point(*(network.xy.max(axis=0) / 2 + CORNER_M)))
    timings = []
    for zoom in TILE_ZOOMS:
        column, row = _square(middle.x, middle.y, zoom)
        taken = []
        for turn in range(TURNS):
            with service.snapshots() as session:
                began = perf_counter()
                read_tile(session, "streets", zoom, column + turn % 3, row)
                taken.append(perf_counter() - began)
        timings.append(Timing(f"a tile at zoom {zoom}, not kept", tuple(taken)))
    return timings


def _drawn_in_town(service: Service, network: StreetNetwork) -> tuple[int, Timing]:
    """Ask what paths change that are drawn at the area; give how many homes take part, too."""
    with service.snapshots() as session:
        city = read_city(session, TOWN)
    middle = shapely.Point(*(network.xy.max(axis=0) / 2 + CORNER_M))
    area = Area(TOWN, "Town", shapely.MultiPolygon([middle.buffer(300)]), "0461")
    rng = np.random.default_rng(7)
    questions = []
    for row in range(LINKS):
        ends = np.array([middle.x, middle.y]) + rng.uniform(-300, 300, (2, 2))
        drawn = Intervention(f"d{row}", "connection", shapely.LineString(ends))
        questions.append(partial(assess, city, AssessRequest(area, (drawn,))))
    questions[0]()
    return len(city.homes.ids), over_cases("a path drawn in the region, both modes", questions)


def _square(lon: float, lat: float, zoom: int) -> tuple[int, int]:
    side = 2**zoom
    down = (1 - np.arcsinh(np.tan(np.radians(lat))) / np.pi) / 2
    return int((lon + 180) / 360 * side), int(down * side)
