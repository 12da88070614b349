"""Load the project's own data: all of it in one transaction, or nothing."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely
from sqlalchemy import delete, text
from sqlalchemy.orm import Session

from app.db.models import DataLayer
from app.db.queries.dataset import dataset_version, layer_checksums, version_of
from app.db.queries.geo_layers import replace_layers
from app.db.queries.homes_of_areas import assign_homes
from app.importers.geo_layers import GeoLayers, read_layers
from app.importers.geo_rows import (
    AreaRow,
    BarrierRow,
    BuildingRow,
    FacilityRow,
    HomeRow,
    LandCoverRow,
    StopRow,
    StreetRow,
)
from app.importers.gtfs import read_feed
from app.services.examples import load_examples, read_examples
from app.services.loading.holdings import Holding, kept_by, read_holdings
from app.services.loading.lock import LOADING_LOCK
from app.services.loading.timetable import LAYER as TIMETABLE
from app.services.loading.timetable import replace_timetable, timetable_checksum
from app.services.loading.timetable_rows import rows_of_feed
from app.state import Service

if TYPE_CHECKING:
    from hashlib import _Hash as Digest

Sourced = (
    AreaRow | StreetRow | FacilityRow | StopRow | BarrierRow | HomeRow | BuildingRow | LandCoverRow
)


LAYER_SUFFIXES: Final = frozenset({".json", ".geojson", ".txt"})
TIMETABLE_FOLDER: Final = "timetable"
TIMETABLE_SOURCE: Final = "forbind-timetable"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading came to."""

    dataset: str
    changed: bool
    counts: dict[str, int]


class NoBundledData(FileNotFoundError):  # noqa: N818 - said to people as it is
    """The folder holds no layers."""


def file_checksums(folder: Path) -> dict[str, str]:
    """Give the SHA-256 of every layer file by its name inside the folder."""
    files = sorted(path for path in folder.rglob("*") if path.suffix in LAYER_SUFFIXES)
    if not files:
        raise NoBundledData(
            f"{folder} holds no layers; set FORBIND_GEO_FOLDER to the folder data/geo of Forbind."
        )
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }


def load_bundled(service: Service, folder: Path) -> Loaded:
    """Make the store hold the layers and examples of a folder; proposals stay.

    Nothing is done where the store holds the very same files already.

    Raises
    ------
    InvalidLayers
        With every fault of every file; the store is left as it was.
    """
    checksums = file_checksums(folder)
    with service.sessions.begin() as session:
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOADING_LOCK})
        holdings = read_holdings(session)
        held = layer_checksums(session)
        own = {name: value for name, value in held.items() if Holding.of(name) is None}
        if own == checksums:
            return Loaded(version_of(held), changed=False, counts={})
        layers = read_layers(folder)
        examples = read_examples(folder / "examples", {area.id for area in layers.areas})
        replace_layers(session, layers, source_checksums(layers), kept_by(holdings))
        for place in layers.places:
            assign_homes(session, place.id)
        trips = _load_timetable(session, folder, layers, holdings)
        load_examples(service, session, examples)
        _remember(session, checksums, set(own), service.clock())
        return Loaded(
            dataset_version(session),
            changed=True,
            counts={**_counts(layers, len(examples)), "trips": trips},
        )


def _load_timetable(
    session: Session, folder: Path, layers: GeoLayers, holdings: list[Holding]
) -> int:
    """Take in the modelled timetable, unless somebody loaded a real one; give its trips."""
    path = folder / TIMETABLE_FOLDER
    if not path.is_dir() or any(holding.layer == TIMETABLE for holding in holdings):
        return 0
    feed = read_feed(path)
    (source,) = (row for row in layers.sources if row.id == TIMETABLE_SOURCE)
    tables = rows_of_feed(feed, source.id)
    replace_timetable(session, tables, source.id, timetable_checksum(tables, source))
    return len(feed.trips)


def source_checksums(layers: GeoLayers) -> dict[str, str]:
    """Give a checksum per source over every feature that was taken from it."""
    digests: dict[str, Digest] = {row.id: hashlib.sha256() for row in layers.sources}
    rows: tuple[Sourced, ...] = (
        *layers.areas,
        *layers.streets,
        *layers.facilities,
        *layers.stops,
        *layers.barriers,
        *layers.homes,
        *layers.buildings,
        *layers.land_cover,
    )
    for row in rows:
        fields = row.model_dump(exclude={"geometry"})
        # Millimetres: the last digits of a projected number may differ between machines.
        at = np.round(shapely.get_coordinates(row.geometry), 3).tolist()
        digests[row.source].update(json.dumps([fields, at]).encode())
    return {source: digest.hexdigest() for source, digest in digests.items()}


def _remember(session: Session, checksums: dict[str, str], known: set[str], now: datetime) -> None:
    session.execute(delete(DataLayer).where(DataLayer.name.in_(known)))
    session.add_all(
        DataLayer(name=name, checksum=checksum, loaded_at=now)
        for name, checksum in checksums.items()
    )


def _counts(layers: GeoLayers, examples: int) -> dict[str, int]:
    return {
        "areas": len(layers.areas),
        "streets": len(layers.streets),
        "facilities": len(layers.facilities),
        "stops": len(layers.stops),
        "barriers": len(layers.barriers),
        "homes": len(layers.homes),
        "buildings": len(layers.buildings),
        "land_cover": len(layers.land_cover),
        "examples": examples,
    }
