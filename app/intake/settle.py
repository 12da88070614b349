"""Understand what a file holds: in degrees, one shape a feature, everything odd told."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from app.intake.coordinates import DEGREES, METRES, Grid, in_denmark, positions, recognised
from app.intake.coordinates import single_parts as parts_of
from app.intake.found import (
    FEATURES,
    LAYERS,
    LISTED_FAULTS,
    VERTICES,
    FileFault,
    FileRefused,
    FoundFeature,
    Note,
    RawFeature,
    RawFile,
    RawLayer,
)
from app.intake.kinds import fits, kind_of_words, own_kind
from app.intake.values import PROPERTY_CHARACTERS, plain_properties

_ATTRIBUTES = 60
_EXAMPLES = 5
_EXAMPLE_CHARACTERS = 60
LARGEST_DEGREE_LIKE = 1_000.0
_RECOGNISABLE = (Grid(DEGREES), Grid(METRES))


@dataclass(slots=True)
class Layer:
    """A layer in degrees."""

    name: str
    count: int
    crs: int | None
    features: list[FoundFeature] = field(default_factory=list)

    def as_json(self) -> dict[str, object]:
        """Describe the layer and give its features."""
        geometries = Counter(feature.geometry.geom_type for feature in self.features)
        word = kind_of_words(self.name)
        return {
            "name": self.name,
            "count": self.count,
            "crs": self.crs,
            "geometries": dict(geometries),
            "attributes": attributes(self.features),
            "bbox": bounding_box(self.features),
            "kind": word if word is not None and fits(word, geometries) else None,
            "features": {
                "type": "FeatureCollection",
                "features": [_as_geojson(feature) for feature in self.features],
            },
        }


def refuse_too_much(raw: RawFile) -> None:
    """Refuse a file that nobody could look over, naming every layer that is too much.

    Raises
    ------
    FileRefused
    """
    faults: list[FileFault] = []
    if len(raw.layers) > LAYERS:
        values = {"limit": LAYERS}
        faults.append(FileFault("file_too_many_layers", value=len(raw.layers), values=values))
    faults.extend(_too_many(raw, "file_too_many_features", _feature_counts(raw), FEATURES))
    faults.extend(_too_many(raw, "file_too_many_vertices", _vertex_counts(raw), VERTICES))
    if faults:
        raise FileRefused(faults)


def _feature_counts(raw: RawFile) -> list[int]:
    return [max(layer.count, len(layer.features)) for layer in raw.layers]


def _vertex_counts(raw: RawFile) -> list[int]:
    return [
        int(shapely.get_num_coordinates([feature.geometry for feature in layer.features]).sum())
        for layer in raw.layers
    ]


def _too_many(raw: RawFile, code: str, counts: list[int], limit: int) -> Iterator[FileFault]:
    """Name the largest layers, so many that the rest would fit."""
    left = sum(counts)
    by_size = sorted(zip(counts, raw.layers, strict=True), key=lambda row: -row[0])
    for count, layer in by_size:
        if left <= limit:
            return
        yield FileFault(code, layer.name, value=count, values={"limit": limit})
        left -= count


def settle(raw: RawFile) -> dict[str, object]:
    """Describe a file as the answer tells it.

    Raises
    ------
    FileRefused
        Where nothing of it can be shown.
    """
    refuse_too_much(raw)
    faults = list(raw.faults)
    notes = list(raw.notes)
    layers = []
    for layer in raw.layers:
        grid = _grid(layer, faults, notes)
        if grid is not None:
            layers.append(_layer(layer, grid, faults))
    shown = [layer for layer in layers if layer.features]
    if not shown:
        raise FileRefused(faults or [FileFault("file_without_features")])
    every = [feature for layer in shown for feature in layer.features]
    return {
        "bbox": bounding_box(every),
        "layers": [layer.as_json() for layer in shown],
        "faults": faults[:LISTED_FAULTS],
        "fault_count": len(faults),
        "notes": notes,
    }


def _grid(layer: RawLayer, faults: list[FileFault], notes: list[Note]) -> Grid | None:
    """Tell how the numbers of a layer are read."""
    if layer.crs is not None:
        return Grid(layer.crs, layer.scale)
    numbers = positions([feature.geometry for feature in layer.features])
    grid = recognised(numbers, _RECOGNISABLE)
    if grid is None:
        if (np.abs(numbers) <= LARGEST_DEGREE_LIKE).all():
            return Grid(DEGREES)  # each feature is told where it lies
        value = ", ".join(f"{number:g}" for number in numbers[0])
        faults.append(FileFault("layer_crs_unknown", layer.name, value=value))
    elif grid.crs != DEGREES:
        notes.append(Note("crs_recognised", layer.name, {"crs": f"EPSG:{grid.crs.to_epsg()}"}))
    return grid


def _layer(raw: RawLayer, grid: Grid, faults: list[FileFault]) -> Layer:
    found = Layer(raw.name, raw.count, grid.crs.to_epsg())
    taken: set[str] = set()
    for feature in raw.features:
        properties = plain_properties(feature.properties)
        if properties is None:
            values = {"limit": PROPERTY_CHARACTERS}
            faults.append(FileFault("bad_properties", raw.name, feature.id, values=values))
            continue
        kind = own_kind(properties.get("kind"))
        for shape in _shapes(feature, raw.name, grid, faults):
            identity = _free(feature.id, taken)
            found.features.append(FoundFeature(identity, kind, shape, properties))
    return found


def _free(wanted: str, taken: set[str]) -> str:
    """Give an id that no other feature of the layer has: several parts share one in the file."""
    identity, number = wanted, 1
    while identity in taken:
        number += 1
        identity = f"{wanted}-{number}"
    taken.add(identity)
    return identity


def _shapes(
    feature: RawFeature, layer: str, grid: Grid, faults: list[FileFault]
) -> Iterator[BaseGeometry]:
    """Give the parts of a feature that can be shown, and tell of the others."""
    if feature.geometry.is_empty:
        faults.append(FileFault("missing_geometry", layer, feature.id))
        return
    numbers = shapely.get_coordinates(feature.geometry)
    if not np.isfinite(numbers).all():
        faults.append(FileFault("coordinate_not_a_number", layer, feature.id))
        return
    lonlat = grid.to_degrees(feature.geometry)
    inside = in_denmark(shapely.get_coordinates(lonlat))
    if not inside.all():
        faults.append(_outside(feature, layer, numbers[~inside][0], lonlat, grid))
        return
    for part in parts_of(lonlat):
        fault = _shape_fault(part, layer, feature.id)
        if fault is not None:
            faults.append(fault)
        if fault is None or fault.shown:
            yield part


def _outside(
    feature: RawFeature,
    layer: str,
    numbers: np.ndarray[tuple[int], np.dtype[np.float64]],
    lonlat: BaseGeometry,
    grid: Grid,
) -> FileFault:
    """Say that a feature lies outside Denmark, and where it would lie with its numbers swapped."""
    x, y = (float(number) for number in numbers)
    value = f"{x:g}, {y:g}"
    if grid.crs == DEGREES:
        swapped = shapely.get_coordinates(lonlat)[:, ::-1]
        if in_denmark(swapped).all():
            meant, place = f"{y:g}, {x:g}", (float(swapped[0][0]), float(swapped[0][1]))
            values = {"meant": meant}
            return FileFault("swapped_coordinates", layer, feature.id, value, place, values=values)
    return FileFault("outside_denmark", layer, feature.id, value)


def _shape_fault(part: BaseGeometry, layer: str, feature: str) -> FileFault | None:
    first = shapely.get_coordinates(part)[:1]
    if len(first) == 0:
        return FileFault("missing_geometry", layer, feature)
    place = (float(first[0][0]), float(first[0][1]))
    if part.geom_type == "LineString" and part.length == 0:
        return FileFault("line_without_length", layer, feature, place=place)
    if part.is_valid:
        return None
    reason, _, position = shapely.is_valid_reason(part).partition("[")
    at = [float(number) for number in position.rstrip("]").split()]
    if len(at) == 2:  # noqa: PLR2004 - lon and lat
        place = (at[0], at[1])
    values = {"reason": reason}
    return FileFault("shape_not_valid", layer, feature, reason, place, shown=True, values=values)


def attributes(features: list[FoundFeature]) -> list[dict[str, object]]:
    """List attribute names with the first few different values of each."""
    seen: dict[str, dict[str, None]] = {}
    for feature in features:
        for name, value in feature.properties.items():
            if name not in seen and len(seen) == _ATTRIBUTES:
                continue
            examples = seen.setdefault(name, {})
            if value is not None and len(examples) < _EXAMPLES:
                examples[str(value)[:_EXAMPLE_CHARACTERS]] = None
    return [{"name": name, "values": list(examples)} for name, examples in seen.items()]


def bounding_box(features: list[FoundFeature]) -> list[float] | None:
    """Give west, south, east, north of everything."""
    if not features:
        return None
    bounds = shapely.total_bounds([feature.geometry for feature in features])
    return [float(bound) for bound in bounds]


def _as_geojson(feature: FoundFeature) -> Mapping[str, object]:
    return {
        "type": "Feature",
        "id": feature.id,
        "kind": feature.kind,
        "geometry": shapely.geometry.mapping(feature.geometry),
        "properties": feature.properties,
    }
