"""A place's streets from the layers of a register's file."""

from typing import TypeVar

from geoalchemy2.shape import to_shape
from shapely.geometry.base import BaseGeometry
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Barrier
from app.importers.faults import DataFault, InvalidLayers
from app.importers.geo_rows import SourceRow
from app.importers.reading import Progress, Reading, ReadingNote, Window
from app.importers.registers.reader import Told, read_streets
from app.importers.registers.road_rows import RoadRow, SpeedRow
from app.importers.tables.files import layers_of, read_table
from app.importers.tables.mapping import FieldMapping
from app.importers.tables.meanings import meant
from app.importers.tables.rows import rows_of
from app.services.loading.asked import FileAsked
from app.services.loading.windows import within

RowT = TypeVar("RowT", RoadRow, SpeedRow)


def read_register(
    session: Session, asked: FileAsked, window: Window, source: SourceRow, progress: Progress
) -> Reading:
    """Read the roads of a file, with the layers beside them that a profile names.

    Raises
    ------
    InvalidLayers
        With every fault of every layer at once.
    """
    progress("table", 0, 1 + len(asked.beside))
    given: dict[str, object] = {"place": window.place, "source": source.id}
    layers = _Layers(asked, window, given)
    roads = layers.read(asked.layer, asked.mapping, RoadRow)
    routes: list[list[RoadRow]] = []
    speeds: list[SpeedRow] = []
    present = layers_of(asked.path)
    for at, one in enumerate(asked.beside, start=1):
        progress("table", at, 1 + len(asked.beside))
        if one.layer not in present:
            layers.notes.append(ReadingNote("no-layer", 1, values={"layer": one.layer}))
        elif one.role == "speeds":
            speeds += layers.read(one.layer, one.mapping, SpeedRow, is_beside=True)
        elif one.role == "routes":
            routes.append(layers.read(one.layer, one.mapping, RoadRow, is_beside=True))
        else:
            roads += layers.read(one.layer, one.mapping, RoadRow, is_beside=True)
    if layers.faults:
        raise InvalidLayers(layers.faults)
    told = Told(roads, routes, speeds, _barriers(session, window.place))
    reading = read_streets(told, window, source, gap_m=asked.gap_m, progress=progress)
    return Reading(reading.layers, (*layers.notes, *reading.notes))


class _Layers:
    """The layers of one file, read one after the other with what is wrong with any of them."""

    def __init__(self, asked: FileAsked, window: Window, given: dict[str, object]) -> None:
        self._asked = asked
        self._window = window
        self._given = given
        self.faults: list[DataFault] = []
        self.notes: list[ReadingNote] = []

    def read(
        self,
        layer: str | None,
        mapping: FieldMapping,
        row_type: type[RowT],
        *,
        is_beside: bool = False,
    ) -> list[RowT]:
        try:
            table = read_table(self._asked.path, layer, self._asked.crs)
            inside, notes = within(table, self._window, is_one_of_several=is_beside)
            self.notes += notes
            known, notes = meant(inside, mapping)
            self.notes += notes
            return rows_of(known, row_type, mapping, self._given)
        except InvalidLayers as error:
            self.faults += error.faults
            return []


def _barriers(session: Session, place: str) -> list[BaseGeometry]:
    """Give what no street of a place crosses at grade, as far as the store knows it."""
    shapes = session.scalars(
        select(Barrier.geom).where(Barrier.place_id == place).order_by(Barrier.id)
    )
    return [to_shape(shape) for shape in shapes]
