"""Which municipality people live in, by its shape: their area is compared with all who do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely

from app.importers.faults import DataFault, InvalidLayers
from app.importers.geo_features import shown
from app.importers.tables.files import Table
from app.importers.tables.mapping import listed
from app.importers.tables.rows import plain
from spatial.crs import to_geographic

if TYPE_CHECKING:
    from collections.abc import Sequence

FIELD: Final = "municipality_code"
CODE_COLUMNS: Final = ("KOMKODE", "komkode", "kommunekode", FIELD)
"""What registers call the code: DAGI's two, Datafordeleren's, and ours."""
SHORE_M: Final = 1_000.0
"""Squares and quays reach beyond the coast of a generalised shape by so much."""


def in_municipalities(table: Table, municipalities: Table) -> Table:
    """Give every feature the code of the municipality that its middle lies in or nearest to.

    Parameters
    ----------
    table, municipalities
        Geometry in EPSG:25832. A municipality may have several features, one an island.

    Raises
    ------
    InvalidLayers
        Where the municipalities have no code, or with every feature that lies in none of them.
    """
    codes = _codes(municipalities)
    points = np.array([_middle(shape) for shape in table.geometry], object)
    tree = shapely.STRtree(municipalities.geometry)
    rows, hits = tree.query_nearest(points, max_distance=SHORE_M)
    found: dict[int, str] = {}
    for row, hit in zip(rows.tolist(), hits.tolist(), strict=True):
        # On a border two are as near: the lower code, whatever the file's order.
        found[row] = min(found.get(row, codes[hit]), codes[hit])
    faults = [
        _nowhere(table.name, row, point)
        for row, point in enumerate(points)
        if point is not None and row not in found
    ]
    if faults:
        raise InvalidLayers(faults)
    column = np.array([found.get(row) for row in range(len(table))], object)
    return Table(table.name, {**table.columns, FIELD: column}, table.geometry)


def _codes(municipalities: Table) -> Sequence[str]:
    present = list(municipalities.columns)
    name = next((name for name in CODE_COLUMNS if name in present), None)
    if name is None:
        message = f"no column with the code: {listed(CODE_COLUMNS)}; columns: {listed(present)}"
        raise InvalidLayers([DataFault(municipalities.name, None, None, None, message)])
    values = [plain(value) for value in municipalities.columns[name]]
    # A code that was read as a number has lost its leading nought.
    codes = [str(value).zfill(4) for value in values]
    faults = [
        DataFault(municipalities.name, str(row + 1), shown(value), None, f"`{name}`: no code")
        for row, (value, code) in enumerate(zip(values, codes, strict=True))
        if re.fullmatch(r"[0-9]{4}", code) is None
    ]
    if faults:
        raise InvalidLayers(faults)
    return codes


def _middle(shape: shapely.Geometry | None) -> shapely.Point | None:
    """Give a point of the feature; what has none is the rows' matter."""
    return None if shape is None or shape.is_empty else shape.representative_point()


def _nowhere(layer: str, row: int, point: shapely.Point) -> DataFault:
    place = to_geographic(point)
    lonlat = (round(place.x, 6), round(place.y, 6))
    message = f"more than {SHORE_M:.0f} m from every municipality of the file"
    return DataFault(layer, str(row + 1), None, lonlat, message)
