"""Housing areas that people draw on the map, beside those that come from files.

Each change is one transaction under the lock of all loads, like a load: the dataset gets a new
version by it, and everything that works for the five areas works for these.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import shapely
from geoalchemy2.shape import to_shape
from shapely import MultiPolygon
from shapely.geometry.base import BaseGeometry
from sqlalchemy import delete, func, select, text, update
from sqlalchemy.orm import Session

from app.db.models import Area, Home, Place, Proposal
from app.db.queries.dataset import dataset_version
from app.db.queries.geo_layers import upsert_rows
from app.db.queries.places import find_area
from app.importers.geo_rows import AreaRow, SourceRow
from app.importers.tables.rows import slug
from app.municipalities import MUNICIPALITIES
from app.problems import Fault, Problem
from app.projection import to_metres
from app.request_body import parse_json, validated
from app.schemas.areas import DrawnAreaIn, DrawnAreaProperties
from app.services.drawing import read_geometry
from app.services.loading.holdings import AREA, Holding, checksum_of, forget, read_holdings
from app.services.loading.load import take_areas
from app.services.loading.lock import LOADING_LOCK
from app.services.loading.places import known_places, placed_areas, surface_of
from app.state import Service

SOURCE: Final = "drawn-areas"
LEAST_HA: Final = 0.2
MOST_HA: Final = 500
MOST_VERTICES: Final = 5_000
_M2_PER_HA: Final = 10_000
_SHARED_M2: Final = 1.0  # neighbours whose borders were drawn along each other share slivers


def read_drawn_area(raw: bytes) -> tuple[DrawnAreaIn, MultiPolygon]:
    """Read a housing area, its geometry in EPSG:25832.

    Raises
    ------
    Problem
        With every fault of the fields and the geometry at once.
    """
    document = parse_json(raw)
    fields, faults = validated(DrawnAreaIn, document)
    found = list(faults)
    geometry = document.get("geometry") if isinstance(document, dict) else None
    surface = None
    if isinstance(geometry, dict):
        surface = _surface(geometry, found)
    elif isinstance(document, dict):
        found.append(Fault("missing_geometry", "/geometry"))
    if fields is not None and not slug(fields.properties.name):
        found.append(Fault("no_letters", "/properties/name", value=fields.properties.name))
    if fields is None or surface is None or found:
        raise Problem("invalid-request", faults=found)
    return fields, surface


def _surface(geometry: dict[str, object], faults: list[Fault]) -> MultiPolygon | None:
    found: list[Fault] = []
    lonlat = read_geometry(geometry, "/geometry", None, False, found)
    faults += found
    if lonlat is None:
        return None
    if not isinstance(lonlat, shapely.Polygon | MultiPolygon):
        faults.append(Fault("not_an_area", "/geometry/type", value=lonlat.geom_type))
        return None
    vertices = int(shapely.get_num_coordinates(lonlat))
    if vertices > MOST_VERTICES:
        limit = {"limit": MOST_VERTICES}
        faults.append(Fault("too_many_vertices", "/geometry", value=vertices, values=limit))
        return None
    surface = to_metres(lonlat)
    hectares = surface.area / _M2_PER_HA
    if not LEAST_HA <= hectares <= MOST_HA:
        middle = lonlat.representative_point()
        said = {"least": LEAST_HA, "most": MOST_HA}
        value = round(hectares, 2)
        place = (middle.x, middle.y)
        faults.append(Fault("area_size", "/geometry", value=value, place=place, values=said))
        return None
    return MultiPolygon(shapely.get_parts(surface).tolist())


def create(service: Service, drawn: DrawnAreaIn, surface: MultiPolygon) -> str:
    """Keep a new area, in the place that holds it or in a new one around it; gives its id.

    Raises
    ------
    Problem
        ``area-exists``, or ``invalid-request`` where it reaches into another.
    """
    identity = drawn.id or slug(drawn.properties.name)
    with _loading(service) as session:
        if find_area(session, identity) is not None:
            raise Problem("area-exists", value=identity)
        _refuse_overlap(session, identity, surface)
        row = _row(identity, drawn.properties, surface, place="")
        upsert_rows(session, [_source(service)])
        placed = placed_areas(known_places(session), [row])
        take_areas(session, placed, _source(service), service.clock())
    return identity


def change(
    service: Service, area_id: str, drawn: DrawnAreaIn, surface: MultiPolygon, dataset: str | None
) -> None:
    """Draw an area anew, or say something else of it.

    Parameters
    ----------
    dataset
        The version of the data that the caller saw; None for any.

    Raises
    ------
    Problem
        ``unknown-area``, ``area-not-drawn``, ``stale-area``, or ``invalid-request`` where it
        reaches into another area or out of its place.
    """
    with _loading(service) as session:
        area = _own(session, area_id, dataset)
        _refuse_overlap(session, area_id, surface)
        (place,) = [one for one in known_places(session) if one.id == area.place_id]
        if not surface_of(place).covers(surface):
            said = {"expected": place.name}
            fault = Fault("outside_window", "/geometry", value=area_id, values=said)
            raise Problem("invalid-request", faults=[fault])
        _leave_homes(session, area_id)
        row = _row(area_id, drawn.properties, surface, place.id)
        take_areas(session, [(place, row)], _source(service), service.clock())


def remove(service: Service, area_id: str, dataset: str | None) -> None:
    """Take an area away, with the place that was made for it where nothing else is in it.

    Raises
    ------
    Problem
        ``unknown-area``, ``area-not-drawn``, ``stale-area`` or ``area-has-proposals``.
    """
    with _loading(service) as session:
        area = _own(session, area_id, dataset)
        drawn = select(func.count()).select_from(Proposal).where(Proposal.area_id == area_id)
        proposals = session.scalar(drawn)
        if proposals:
            raise Problem("area-has-proposals", value=area.name, expected=proposals)
        _leave_homes(session, area_id)
        session.execute(delete(Area).where(Area.id == area_id))
        forget(session, [_holding(area)])
        _remove_empty_place(session, area.place_id)


def is_drawn(session: Session, area: Area) -> bool:
    """Tell whether an area was drawn here, and so can be changed here."""
    return checksum_of(session, _holding(area)) is not None


@contextmanager
def _loading(service: Service) -> Iterator[Session]:
    with service.sessions.begin() as session:
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOADING_LOCK})
        yield session


def _own(session: Session, area_id: str, dataset: str | None) -> Area:
    area = None if "\x00" in area_id else find_area(session, area_id)
    if area is None:
        known = session.scalars(select(Area.id).order_by(Area.id)).all()
        raise Problem("unknown-area", value=area_id, expected=", ".join(known))
    if not is_drawn(session, area):
        raise Problem("area-not-drawn", value=area.name)
    if dataset is not None and dataset != dataset_version(session):
        raise Problem("stale-area")
    return area


def _holding(area: Area) -> Holding:
    return Holding(area.place_id, f"{AREA}{area.id}", SOURCE)


def _refuse_overlap(session: Session, area_id: str, surface: BaseGeometry) -> None:
    others = session.scalars(select(Area).where(Area.id != area_id).order_by(Area.id))
    faults = []
    for other in others:
        shared = shapely.intersection(surface, to_shape(other.geom))
        if shared.area > _SHARED_M2:
            said = {"expected": other.name}
            fault = Fault("areas_overlap", "/geometry", value=round(shared.area), values=said)
            faults.append(fault)
    if faults:
        raise Problem("invalid-request", faults=faults)


def _leave_homes(session: Session, area_id: str) -> None:
    session.execute(update(Home).where(Home.area_id == area_id).values(area_id=None))


def _remove_empty_place(session: Session, place: str) -> None:
    """Remove a place without areas or data; loaded data stands among the holdings."""
    others = session.scalar(select(func.count()).select_from(Area).where(Area.place_id == place))
    if others or any(holding.place == place for holding in read_holdings(session)):
        return
    session.execute(delete(Place).where(Place.id == place))


def _row(identity: str, told: DrawnAreaProperties, surface: MultiPolygon, place: str) -> AreaRow:
    return AreaRow(
        id=identity,
        place=place or identity,
        name=told.name,
        case_project=None,
        municipality=MUNICIPALITIES[told.municipality_code],
        municipality_code=told.municipality_code,
        housing_organisations=tuple(told.housing_organisations),
        homes=told.homes,
        residents=told.residents,
        source=SOURCE,
        modelled=False,
        geometry=surface,
    )


def _source(service: Service) -> SourceRow:
    return SourceRow(
        id=SOURCE,
        title="Housing areas drawn on the map",
        publisher="The planners who drew them",
        date=service.clock().date().isoformat(),
        licence="Own work",
        attribution="",
        url=None,
        modelled=False,
        note="Borders and counts as their planners drew and wrote them.",
    )
