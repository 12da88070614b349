"""Read `data/geo`: our own layers, every fault collected before any is raised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import shapely
from pydantic import ValidationError

from app.importers.faults import DataFault, InvalidLayers, LonLat
from app.importers.geo_features import Feature, read_features, read_json, shown, to_metres
from app.importers.geo_rows import (
    AreaRow,
    BarrierRow,
    BuildingRow,
    FacilityRow,
    HomeRow,
    LandCoverRow,
    PlaceRow,
    Row,
    SourceRow,
    StopRow,
    StreetRow,
)

if TYPE_CHECKING:
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

__all__ = ["DataFault", "GeoLayers", "InvalidLayers", "read_layers"]

_LINE = frozenset({"LineString"})
_POINT = frozenset({"Point"})
_POLYGON = frozenset({"Polygon"})
_SURFACE = frozenset({"Polygon", "MultiPolygon"})
_BARRIER = frozenset({"LineString", "MultiLineString", "Polygon", "MultiPolygon"})

RowT = TypeVar("RowT", bound=Row)
_Columns = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a row stood."""

    layer: str
    feature: str
    place: LonLat | None


@dataclass(frozen=True, slots=True)
class GeoLayers:
    """Every layer of every place, in file order; geometry in EPSG:25832."""

    sources: tuple[SourceRow, ...] = ()
    places: tuple[PlaceRow, ...] = ()
    areas: tuple[AreaRow, ...] = ()
    streets: tuple[StreetRow, ...] = ()
    facilities: tuple[FacilityRow, ...] = ()
    stops: tuple[StopRow, ...] = ()
    barriers: tuple[BarrierRow, ...] = ()
    homes: tuple[HomeRow, ...] = ()
    buildings: tuple[BuildingRow, ...] = ()
    land_cover: tuple[LandCoverRow, ...] = ()


def read_layers(folder: Path) -> GeoLayers:
    """Read every layer under `folder`.

    Raises
    ------
    InvalidLayers
        With every fault of every file; nothing is half-read.
    """
    faults: list[DataFault] = []
    sources = _table(folder / "sources.json", "sources", SourceRow, faults)
    places = _table(folder / "places.json", "places", PlaceRow, faults)
    place_ids = [place.id for place in places]

    def per_place(name: str, row_type: type[RowT], kinds: frozenset[str]) -> tuple[RowT, ...]:
        rows = (
            _layer(folder / place / f"{name}.geojson", f"{place}/{name}", row_type, kinds, faults)
            for place in place_ids
        )
        return tuple(row for layer in rows for row in layer)

    layers = GeoLayers(
        sources=tuple(sources),
        places=tuple(places),
        areas=tuple(_layer(folder / "areas.geojson", "areas", AreaRow, _SURFACE, faults)),
        streets=per_place("streets", StreetRow, _LINE),
        facilities=per_place("facilities", FacilityRow, _POINT),
        stops=per_place("stops", StopRow, _POINT),
        barriers=per_place("barriers", BarrierRow, _BARRIER),
        homes=per_place("homes", HomeRow, _POINT),
        buildings=per_place("buildings", BuildingRow, _POLYGON),
        land_cover=per_place("land_cover", LandCoverRow, _SURFACE),
    )
    faults.extend(_reference_faults(layers))
    if faults:
        raise InvalidLayers(faults)
    return layers


def _table(path: Path, layer: str, row_type: type[RowT], faults: list[DataFault]) -> list[RowT]:
    content = read_json(path, layer, faults)
    if content is None:
        return []
    if not isinstance(content, Sequence) or isinstance(content, str):
        faults.append(DataFault(layer, None, type(content).__name__, None, "must be a list"))
        return []
    rows = []
    for position, member in enumerate(content):
        identity = member.get("id") if isinstance(member, Mapping) else None
        feature = f"[{position}]" if identity is None else str(identity)
        columns: _Columns = member if isinstance(member, Mapping) else {}
        row = _row(columns, row_type, _Spot(layer, feature, None), faults)
        rows.extend([] if row is None else [row])
    return rows


def _layer(
    path: Path,
    layer: str,
    row_type: type[RowT],
    geometry_types: frozenset[str],
    faults: list[DataFault],
) -> list[RowT]:
    features = read_features(path, layer, geometry_types, faults)
    metres = to_metres([feature.geometry for feature in features])
    place = {} if layer == "areas" else {"place": layer.split("/", maxsplit=1)[0]}
    rows = []
    for feature, geometry in zip(features, metres, strict=True):
        columns = {**feature.properties, **place, "id": feature.id}
        columns["geometry"] = _as_multi(geometry) if row_type is AreaRow else geometry
        spot = _Spot(layer, str(feature.id), feature.place)
        row = _row(columns, row_type, spot, faults)
        rows.extend([] if row is None else [row])
    faults.extend(_repeated_ids(layer, features))
    return rows


def _as_multi(geometry: BaseGeometry) -> BaseGeometry:
    return shapely.MultiPolygon([geometry]) if geometry.geom_type == "Polygon" else geometry


def _row(
    columns: _Columns, row_type: type[RowT], spot: _Spot, faults: list[DataFault]
) -> RowT | None:
    try:
        return row_type.model_validate(columns)
    except ValidationError as error:
        for problem in error.errors(include_url=False):
            name = ".".join(str(part) for part in problem["loc"])
            value = None if problem["type"] == "missing" else shown(problem["input"])
            message = f"`{name}`: {problem['msg']}"
            faults.append(DataFault(spot.layer, spot.feature, value, spot.place, message))
    return None


def _repeated_ids(layer: str, features: Sequence[Feature]) -> list[DataFault]:
    counts = Counter(str(feature.id) for feature in features)
    return [
        DataFault(layer, identity, f"{count} times", None, "the id stands more than once")
        for identity, count in counts.items()
        if count > 1
    ]


def _reference_faults(layers: GeoLayers) -> Iterable[DataFault]:
    sources = {source.id for source in layers.sources}
    places = {place.id for place in layers.places}
    areas = {area.id for area in layers.areas}
    for area in layers.areas:
        if area.place not in places:
            yield DataFault("areas", area.id, area.place, None, "`place` is not in places.json")
        if area.source not in sources:
            yield DataFault("areas", area.id, area.source, None, "`source` is not in sources.json")
    for name, rows in (
        ("streets", layers.streets),
        ("facilities", layers.facilities),
        ("stops", layers.stops),
        ("barriers", layers.barriers),
        ("homes", layers.homes),
        ("buildings", layers.buildings),
        ("land_cover", layers.land_cover),
    ):
        for row in rows:
            if row.source not in sources:
                layer = f"{row.place}/{name}"
                message = "`source` is not in sources.json"
                yield DataFault(layer, str(row.id), row.source, None, message)
    for home in layers.homes:
        if home.area is not None and home.area not in areas:
            layer = f"{home.place}/homes"
            yield DataFault(layer, home.id, home.area, None, "`area` is not in areas.geojson")
