"""The lines that trips of a feed are drawn along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd
import shapely

from app.importers.gtfs.sheet import number, whole

if TYPE_CHECKING:
    from app.importers.gtfs.finding import Findings
    from app.importers.gtfs.packed import Packed

_FIELDS: Final = ("shape_id", "shape_pt_lat", "shape_pt_lon", "shape_pt_sequence")
_FILE: Final = "shapes.txt"
_LEAST_POINTS: Final = 2


def read_shapes(
    packed: Packed, findings: Findings
) -> tuple[tuple[shapely.LineString, ...], pd.Index[Any]]:
    """Read lines in degrees, and the numbers of their ids."""
    sheet = packed.sheet(_FILE, _FIELDS)
    sheet.need(*_FIELDS)
    codes, names = pd.factorize(sheet.text("shape_id"))
    lat = sheet.read("shape_pt_lat", number(-90, 90), 0.0)
    lon = sheet.read("shape_pt_lon", number(-180, 180), 0.0)
    sequence = sheet.read("shape_pt_sequence", whole(0, 10**9), 0)
    order = np.lexsort((sequence, codes))
    again = (codes[order][1:] == codes[order][:-1]) & (sequence[order][1:] == sequence[order][:-1])
    if again.any():
        message = "the same `shape_id, shape_pt_sequence` stands on a line before"
        findings.add(_FILE, message, sheet.lines[order[1:][again]].tolist())
    counts = np.bincount(codes, minlength=len(names))
    for name in names[counts < _LEAST_POINTS]:
        message = "a shape has at least two points"
        findings.add(_FILE, message, (), (str(name),))
    if len(names) == 0 or (counts < _LEAST_POINTS).any():
        return (), pd.Index(names, dtype=object)
    points = np.column_stack((lon, lat))[order]
    lines = shapely.linestrings(points, indices=codes[order])
    return tuple(lines.tolist()), pd.Index(names, dtype=object)
