"""One place out of a file of OpenStreetMap."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, Literal, get_args

import shapely

from app.importers.faults import DataFault, InvalidLayers
from app.importers.geo_layers import GeoLayers
from app.importers.islands import island_notes
from app.importers.osm.edges import edges_of
from app.importers.osm.files import BROKEN, in_order, open_osm
from app.importers.osm.others import Others
from app.importers.osm.rows import street_rows
from app.importers.osm.things import read_things
from app.importers.osm.ways import read_ways
from app.importers.reading import Progress, Reading, ReadingNote, Window, unwatched
from spatial.crs import to_geographic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from app.importers.geo_rows import SourceRow, StreetRow
    from app.importers.osm.things import Thing
    from app.importers.osm.ways import RawStreets

OsmLayer = Literal["streets", "facilities", "buildings", "barriers", "land_cover"]
LAYERS: Final[tuple[OsmLayer, ...]] = get_args(OsmLayer)
LICENCE: Final = "ODbL 1.0"
ATTRIBUTION: Final = "© OpenStreetMap contributors"
_VALUES_TOLD = 20
_DISORDER: Final = "out of order: the ways stand before their nodes, or without them"


def read_osm(
    path: Path,
    window: Window,
    source: SourceRow,
    layers: Sequence[OsmLayer] = LAYERS,
    progress: Progress = unwatched,
) -> Reading:
    """Read layers of a place from an ``.osm`` file, plain, ``.bz2``, ``.gz``, ``.zip`` or ``.pbf``.

    Whatever meets the window is kept whole, so that no street ends at its edge.

    Raises
    ------
    InvalidLayers
        Where the file cannot be read, or nothing of it lies in the window.
    """
    ask = partial(
        _read, name=path.name, window=window, source=source, layers=layers, progress=progress
    )
    try:
        with open_osm(path) as file:
            reading = _as_it_stands(ask, file)
            if reading is not None:
                return reading
            with in_order(file) as ordered:
                return ask(ordered)
    except RuntimeError as error:
        raise InvalidLayers([DataFault(path.name, None, str(error), None, BROKEN)]) from error


def _as_it_stands(ask: Callable[[Path], Reading], file: Path) -> Reading | None:
    """Read a file in its own order; None where that may be why something is not found.

    Ways are drawn by nodes that came before them, and surfaces put together from ways by their ids.
    """
    try:
        reading = ask(file)
    except RuntimeError as error:
        if "out of order" not in str(error):
            raise
        return None
    lacks_nodes = any(note.code == "missing-nodes" for note in reading.notes)
    return None if lacks_nodes else reading


def _read(  # noqa: PLR0913 - as read_osm, with the name that people know the file by
    file: Path,
    *,
    name: str,
    window: Window,
    source: SourceRow,
    layers: Sequence[OsmLayer],
    progress: Progress,
) -> Reading:
    return _reading(
        partial(read_ways, file, progress),
        partial(read_things, file, progress),
        name=name,
        window=window,
        source=source,
        layers=layers,
    )


def read_overpass(
    window: Window,
    source: SourceRow,
    layers: Sequence[OsmLayer] = LAYERS,
    progress: Progress = unwatched,
) -> Reading:
    """Read layers of a place over the network, as `read_osm` does from a file.

    Raises
    ------
    InvalidLayers
        Where Overpass does not answer, or holds nothing there.
    """
    # osmnx brings a second of imports that nothing else needs.
    from app.importers.osm import overpass  # noqa: PLC0415

    return _reading(
        partial(overpass.ask_ways, window, progress),
        partial(overpass.ask_things, window, progress),
        name=overpass.NAME,
        window=window,
        source=source,
        layers=layers,
    )


def _reading(  # noqa: PLR0913 - two ways of asking, and what is asked
    ways: Callable[[], RawStreets],
    things: Callable[[], Iterable[Thing | None]],
    *,
    name: str,
    window: Window,
    source: SourceRow,
    layers: Sequence[OsmLayer],
) -> Reading:
    notes: list[ReadingNote] = []
    streets: Sequence[StreetRow] = ()
    if "streets" in layers:
        streets = _streets(ways(), name, window, source.id, notes)
    others = Others(window, source.id, [layer for layer in layers if layer != "streets"])
    if others.layers:
        for thing in things():
            others.take(thing)
    if others.broken:
        notes.append(ReadingNote("not-whole", others.broken))
    return Reading(
        GeoLayers(
            sources=(source,),
            streets=tuple(streets),
            facilities=tuple(others.facilities),
            buildings=tuple(others.buildings),
            barriers=tuple(others.barriers),
            land_cover=tuple(others.land_cover),
        ),
        tuple(notes),
    )


def _streets(
    raw: RawStreets, file: str, window: Window, source: str, notes: list[ReadingNote]
) -> list[StreetRow]:
    if raw.missing_nodes and not raw.way_ids:
        raise RuntimeError(_DISORDER)
    if not raw.way_ids:
        message = "the file holds no streets; is it an extract with ways (`highway=*`)?"
        raise InvalidLayers([DataFault(file, None, None, None, message)])
    rows = street_rows(edges_of(raw), raw, window.place, source)
    inside = _inside(rows, window)
    if not inside:
        raise InvalidLayers([_elsewhere(file, raw, window)])
    notes += _street_notes(raw, len(rows) - len(inside))
    notes += island_notes(inside)
    return inside


def _inside(rows: Sequence[StreetRow], window: Window) -> list[StreetRow]:
    shapely.prepare(window.surface)
    meets = shapely.intersects(window.surface, [row.geometry for row in rows])
    return [row for row, is_inside in zip(rows, meets, strict=True) if is_inside]


def _elsewhere(file: str, raw: RawStreets, window: Window) -> DataFault:
    west, south = raw.xy.min(axis=0)
    east, north = raw.xy.max(axis=0)
    box = to_geographic(shapely.box(west, south, east, north)).bounds
    wanted = to_geographic(window.surface).bounds
    here, there = (" ".join(f"{part:.3f}" for part in bounds) for bounds in (wanted, box))
    message = (
        f"no street of the file lies in the window of {window.place} ({here}, west south east "
        "north); fetch the extract of that land"
    )
    return DataFault(file, None, there, (round(box[0], 6), round(box[1], 6)), message)


def _street_notes(raw: RawStreets, outside: int) -> list[ReadingNote]:
    notes = []
    if outside:
        notes.append(ReadingNote("outside-window", outside))
    if raw.missing_nodes:
        notes.append(ReadingNote("missing-nodes", raw.missing_nodes))
    if raw.gates:
        notes.append(ReadingNote("gates", len(raw.gates)))
    for (key, value), count in sorted(raw.unread.items())[:_VALUES_TOLD]:
        notes.append(ReadingNote("value-not-read", count, None, {"key": key, "value": value[:80]}))
    return notes
