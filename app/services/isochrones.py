"""Ask the engine how far one gets, and write its answer as GeoJSON."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import mapping

from app.problems import Fault, Problem
from app.projection import Crs, crs_member, in_crs
from app.schemas.travel import Form, IsochroneIn, IsochroneQuery
from app.services.comparing import USUAL
from app.version import VERSION
from spatial.ground import Direction, Ground
from spatial.isochrones import Cells, reached_cells, reached_stretches, rings
from spatial.isochrones.by_transit import reached_by_transit
from spatial.isochrones.rings import squares
from spatial.isochrones.stretches import Stretch, stretch_line
from spatial.network.model import Mode
from spatial.transit.table import Departures
from spatial.transit.times import serves
from spatial.units import MS_PER_MINUTE

MOST_CELLS = 40_000
DEFAULT_CELL_M = {Mode.WALK: 25, Mode.BIKE: 50, Mode.TRANSIT: 50}
Geometries = NDArray[np.object_]


@dataclass(frozen=True, slots=True)
class IsochroneQuestion:
    """How far one gets from a point, or who gets there."""

    lonlat: tuple[float, float]
    mode: Mode
    minutes: tuple[int, ...]
    direction: Direction
    form: Form
    cell_m: int
    crs: Crs
    lens: str | None
    departures: Departures = USUAL

    @property
    def street_mode(self) -> Mode:
        """How the point stands on the network: whoever takes the bus walks to it."""
        return Mode.WALK if self.mode is Mode.TRANSIT else self.mode

    @property
    def parts(self) -> tuple[object, ...]:
        """What an answer that is kept depends on besides the data and the drawing."""
        minutes = ".".join(map(str, self.minutes))
        named = (*self.lonlat, self.mode, minutes, self.direction, self.form)
        return (*named, self.cell_m, int(self.crs), self.lens)


def isochrone_question(
    fields: IsochroneQuery | IsochroneIn, *, in_query: bool
) -> IsochroneQuestion:
    """Read what a question asks for.

    Raises
    ------
    Problem
        Stretches of street by bus and train, which nobody goes along.
    """
    if fields.mode is Mode.TRANSIT and fields.form is Form.NETWORK:
        parameter, pointer = ("form", None) if in_query else (None, "/form")
        fault = Fault("no_network_by_transit", pointer=pointer, parameter=parameter)
        raise Problem("invalid-request", faults=[fault])
    return IsochroneQuestion(
        (fields.lon, fields.lat),
        fields.mode,
        tuple(sorted(set(fields.minutes))),
        fields.direction,
        fields.form,
        DEFAULT_CELL_M[fields.mode] if fields.cell_m is None else int(fields.cell_m),
        fields.crs,
        fields.lens,
        fields.departure.departures() if isinstance(fields, IsochroneIn) else USUAL,
    )


def isochrone(ground: Ground, question: IsochroneQuestion, dataset: str) -> dict[str, object]:
    """Write how far one gets, on a ground whose one free point is attached.

    Raises
    ------
    Problem
        By bus and train where nothing is known to run.
    """
    if question.mode is Mode.TRANSIT and not serves(ground.city):
        fault = Fault("no_timetable", value=ground.city.place_id)
        raise Problem("invalid-request", faults=[fault])
    write = {Form.POLYGON: _rings, Form.NETWORK: _stretches, Form.GRID: _cells}[question.form]
    in_cells = question.form is not Form.NETWORK
    return {
        "type": "FeatureCollection",
        **crs_member(question.crs),
        "dataset": dataset,
        "version": VERSION,
        "place": ground.city.place_id,
        "mode": question.mode,
        "lens": None if ground.city.lens is None else ground.city.lens.id,
        "direction": question.direction,
        "form": question.form,
        "minutes": question.minutes,
        "cell_m": question.cell_m if in_cells else None,
        "lon": question.lonlat[0],
        "lat": question.lonlat[1],
        "features": list(write(ground, question, in_crs(question.crs))),
    }


Project = Callable[[Geometries], Geometries]


def _limits_ms(question: IsochroneQuestion) -> list[int]:
    return [minutes * MS_PER_MINUTE for minutes in question.minutes]


def _reached(ground: Ground, question: IsochroneQuestion) -> Cells:
    limit_ms = _limits_ms(question)[-1]
    if question.mode is not Mode.TRANSIT or ground.drawing is None:
        return reached_cells(ground, 0, question.direction, limit_ms, question.cell_m)
    return reached_by_transit(
        ground.city,
        ground.drawing,
        ground.points[0],
        question.departures,
        direction=question.direction,
        limit_ms=limit_ms,
        size_m=question.cell_m,
    )


def _rings(
    ground: Ground, question: IsochroneQuestion, project: Project
) -> Iterator[dict[str, object]]:
    limits = _limits_ms(question)
    cells = _reached(ground, question)
    found = rings(cells, limits)
    surfaces = project(_array([ring.geometry for ring in found]))
    for ring, surface in zip(found, surfaces, strict=True):
        minutes = ring.limit_ms // MS_PER_MINUTE
        properties = {"minutes": minutes, "area_m2": ring.area_m2}
        # The union of no cells has no coordinates at all.
        empty = {"type": "MultiPolygon", "coordinates": []}
        yield _feature(str(minutes), empty if surface.is_empty else mapping(surface), properties)


def _stretches(
    ground: Ground, question: IsochroneQuestion, project: Project
) -> Iterator[dict[str, object]]:
    found = reached_stretches(ground, 0, question.direction, _limits_ms(question))
    lines = project(_array([stretch_line(ground, part) for part in found]))
    for number, part, line in zip(count(), found, lines, strict=False):
        yield _feature(str(number), mapping(line), _stretch_properties(ground, part))


def _stretch_properties(ground: Ground, part: Stretch) -> dict[str, object]:
    kind, row = part.owner
    street = int(ground.city.streets.ids[row]) if kind == "street" else None
    owner = ground.patch.pieces[row].owner if kind == "stub" else row
    feature = None if kind == "street" else ground.patch.edits.lines[owner].feature
    return {
        "minutes": part.within_ms // MS_PER_MINUTE,
        "start_ms": part.start_ms,
        "end_ms": part.end_ms,
        "street": street,
        "feature": feature,
        "closed": part.closed,
    }


def _cells(
    ground: Ground, question: IsochroneQuestion, project: Project
) -> Iterator[dict[str, object]]:
    limits = _limits_ms(question)
    cells = _reached(ground, question)
    if len(cells.row) > MOST_CELLS:
        limit = {"limit": MOST_CELLS}
        fault = Fault("too_many_cells", "/cell_m", value=len(cells.row), values=limit)
        raise Problem("invalid-request", faults=[fault])
    ring = np.searchsorted(limits, cells.times_ms)
    drawn = project(squares(cells))
    rows = zip(cells.column, cells.row, cells.times_ms.tolist(), ring, drawn, strict=True)
    for column, row, time_ms, number, square in rows:
        properties = {"minutes": question.minutes[number], "time_ms": time_ms}
        yield _feature(f"{column}_{row}", mapping(square), properties)


def _array(geometries: Sequence[shapely.Geometry]) -> Geometries:
    array = np.empty(len(geometries), object)
    array[:] = geometries
    return array


def _feature(
    identity: str, geometry: Mapping[str, object], properties: Mapping[str, object]
) -> dict[str, object]:
    return {"type": "Feature", "id": identity, "geometry": geometry, "properties": properties}
