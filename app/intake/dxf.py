"""DXF through ezdxf: what lies in the model space, layer by layer."""

import io
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

import numpy as np
import shapely
from ezdxf import recover
from ezdxf.document import Drawing
from ezdxf.entities.dxfgfx import DXFGraphic
from ezdxf.entities.insert import Insert
from ezdxf.lldxf.const import DXFError
from pyproj import CRS
from pyproj.exceptions import CRSError

from app.intake.coordinates import METRES, Grid, looks_like_dktm, positions, recognised
from app.intake.dxf_shapes import READ, ShapeUnreadable, shape_of
from app.intake.found import FileFault, FileRefused, Note, RawFeature, RawFile, RawLayer
from app.intake.values import NAME_CHARACTERS, readable

# Entities with everything in blocks, tables and headers.
ENTITIES = 150_000
# $INSUNITS, in metres.
_UNITS: Mapping[int, float] = {1: 0.0254, 2: 0.3048, 4: 0.001, 5: 0.01, 6: 1.0, 7: 1000.0, 14: 0.1}
_UNIT_NAMES: Mapping[int, str] = {1: "in", 2: "ft", 4: "mm", 5: "cm", 7: "km", 14: "dm"}
_HIDDEN_LAYERS = frozenset({"DEFPOINTS"})
Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]


def read_dxf(content: bytes) -> RawFile:
    """Read the lines, surfaces and points of a DXF.

    Raises
    ------
    FileRefused
        Where it is broken, holds too much, or lies nowhere in Denmark.
    """
    count = entity_count(content)
    if count > ENTITIES:
        values = {"limit": ENTITIES}
        raise FileRefused([FileFault("dxf_too_many_entities", value=count, values=values)])
    drawing, mended = _open(content)
    unit = int(drawing.header.get("$INSUNITS", 0))
    raw = RawFile()
    if mended:
        raw.notes.append(Note("dxf_mended", values={"count": mended}))
    crs, to_crs = _geodata(drawing, raw)
    layers = _layers(drawing, raw)
    if to_crs is not None:
        _move(layers, to_crs)
    grid = Grid(crs) if crs is not None else _understood(layers, unit, raw)
    for layer in layers:
        layer.crs, layer.scale = grid.crs, grid.scale
    raw.layers = layers
    return raw


def entity_count(content: bytes) -> int:
    """Count what begins with the code 0; every other line is a code, the rest are values."""
    return sum(1 for code in content.lstrip().split(b"\n")[::2] if code.strip() == b"0")


def _open(content: bytes) -> tuple[Drawing, int]:
    """Open a drawing, mending what can be mended; give how much that was."""
    try:
        drawing, auditor = recover.read(io.BytesIO(content))
    except (DXFError, ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        values = {"reason": str(error)[:200]}
        raise FileRefused([FileFault("file_broken", values=values)]) from error
    return drawing, len(auditor.errors) + len(auditor.fixes)


def _geodata(drawing: Drawing, raw: RawFile) -> tuple[CRS | None, Matrix | None]:
    """Read where the drawing says that it lies; None where it says nothing that is understood."""
    geodata = drawing.modelspace().get_geodata()
    if geodata is None:
        return None, None
    try:
        matrix, epsg = geodata.get_crs_transformation(no_checks=True)
        crs = CRS.from_epsg(epsg)
    except (DXFError, CRSError, ValueError, ArithmeticError):
        raw.notes.append(Note("dxf_geodata_unknown"))
        return None, None
    raw.notes.append(Note("dxf_geodata", values={"crs": f"EPSG:{epsg}"}))
    return crs, np.array(matrix.get_2d_transformation()).reshape(3, 3)


def _move(layers: list[RawLayer], matrix: Matrix) -> None:
    """Put what is drawn where the drawing says that it lies."""

    def move(places: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> Matrix:
        moved: Matrix = np.column_stack((places, np.ones(len(places)))) @ matrix
        return moved[:, :2]

    for layer in layers:
        layer.features = [
            RawFeature(feature.id, shapely.transform(feature.geometry, move), feature.properties)
            for feature in layer.features
        ]


def _understood(layers: list[RawLayer], unit: int, raw: RawFile) -> Grid:
    """Read the numbers as metres in EPSG:25832, or in the drawing's own unit of it.

    Raises
    ------
    FileRefused
        Where neither lies in Denmark.
    """
    numbers = positions([feature.geometry for layer in layers for feature in layer.features])
    if len(numbers) == 0:
        raise FileRefused(raw.faults or [FileFault("file_without_features")])
    scales = [1.0, _UNITS.get(unit, 1.0)]
    grid = recognised(numbers, [Grid(METRES, scale) for scale in scales])
    if grid is None:
        code = "dxf_dktm" if looks_like_dktm(numbers) else "dxf_not_in_denmark"
        (west, south), (east, north) = numbers.min(axis=0), numbers.max(axis=0)
        value = f"{west:.0f} … {east:.0f}, {south:.0f} … {north:.0f}"
        raise FileRefused([FileFault(code, value=value)])
    raw.notes.append(Note("dxf_assumed", values={"crs": "EPSG:25832"}))
    if grid.scale != 1.0:
        raw.notes.append(Note("dxf_unit", values={"unit": _UNIT_NAMES[unit]}))
    return grid


def _layers(drawing: Drawing, raw: RawFile) -> list[RawLayer]:
    layers: dict[str, RawLayer] = {}
    left_out: defaultdict[str, Counter[str]] = defaultdict(Counter)
    blocks: Counter[str] = Counter()
    for entity in drawing.modelspace():
        name = readable(str(entity.dxf.get("layer", "0")))[:NAME_CHARACTERS]
        if name.upper() in _HIDDEN_LAYERS:
            continue
        if entity.dxftype() not in READ:
            left_out[name][entity.dxftype()] += 1
            continue
        layer = layers.setdefault(name, RawLayer(name))
        layer.count += 1
        feature = _feature(entity, layer, raw.faults)
        if feature is not None:
            layer.features.append(feature)
            if isinstance(entity, Insert):
                blocks[name] += 1
    raw.notes.extend(_notes(left_out, blocks))
    return sorted(layers.values(), key=lambda layer: layer.name)


def _notes(left_out: Mapping[str, Counter[str]], blocks: Mapping[str, int]) -> Iterator[Note]:
    for layer, types in left_out.items():
        what = ", ".join(f"{count} {name}" for name, count in types.most_common(6))
        yield Note("dxf_left_out", layer, {"what": what})
    for layer, count in blocks.items():
        yield Note("dxf_blocks", layer, {"count": count})


def _feature(entity: DXFGraphic, layer: RawLayer, faults: list[FileFault]) -> RawFeature | None:
    handle = str(entity.dxf.get("handle", layer.count))
    try:
        shape = shape_of(entity)
    except ShapeUnreadable as error:
        values = {"what": entity.dxftype(), "reason": str(error)}
        faults.append(FileFault("dxf_shape", layer.name, handle, str(error), values=values))
        return None
    if shape is None:
        values = {"what": entity.dxftype()}
        faults.append(FileFault("dxf_no_shape", layer.name, handle, values=values))
        return None
    return RawFeature(handle, shape, _properties(entity))


def _properties(entity: DXFGraphic) -> dict[str, object]:
    """Give what a block says of itself; other entities say nothing that is worth keeping."""
    if not isinstance(entity, Insert):
        return {}
    said = {
        readable(attribute.dxf.tag): readable(attribute.dxf.text) for attribute in entity.attribs
    }
    return {"block": readable(entity.dxf.name), **said}
