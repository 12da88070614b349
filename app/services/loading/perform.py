"""One load from the file to the story, whoever asks for it: a terminal or the queue."""

from contextlib import nullcontext
from dataclasses import replace

from app.importers.faults import DataFault, InvalidLayers
from app.importers.geo_rows import PlaceRow
from app.importers.gtfs import read_feed
from app.importers.reading import Progress
from app.importers.tables.zipped import unzipped
from app.services.loading.asked import FileAsked
from app.services.loading.load import load, load_areas
from app.services.loading.places import known_places, placed_areas
from app.services.loading.reading_files import read_areas, read_file, source_of
from app.services.loading.story import Story
from app.services.loading.timetable import load_timetable
from app.state import Service


def perform(
    service: Service, asked: FileAsked, place: str | None, progress: Progress, *, rehearse: bool
) -> Story:
    """Read a file and take it in, or tell what that would do.

    Raises
    ------
    InvalidLayers
        With every fault; the store is left as it was.
    """
    source = source_of(asked)
    if asked.kind == "transit":
        feed = read_feed(asked.path, progress)
        return load_timetable(service, feed, source, progress, rehearse=rehearse)
    if asked.is_osm:
        return _told(service, asked, place, progress, rehearse=rehearse)
    beside = asked.municipalities
    # What is missing is told with the other faults.
    is_there = beside is not None and beside.is_file()
    with (
        unzipped(asked.path) as file,
        unzipped(beside) if is_there else nullcontext(beside) as shapes,  # type: ignore[arg-type]
    ):
        told = {**asked.told, **source.model_dump(include={"id", "title", "date"})}
        inner = replace(asked, path=file, municipalities=shapes, told=told)
        return _told(service, inner, place, progress, rehearse=rehearse)


def _told(
    service: Service, asked: FileAsked, place: str | None, progress: Progress, *, rehearse: bool
) -> Story:
    source = source_of(asked)
    if asked.kind == "areas":
        areas = read_areas(asked, source)
        with service.snapshots() as session:
            placed = placed_areas(known_places(session), areas)
        return load_areas(service, placed, source, rehearse=rehearse)
    with service.snapshots() as session:
        window = place_called(known_places(session), place)
        reading = read_file(session, asked, window, source, progress)
    return load(service, window.id, reading, asked.layers, progress, rehearse=rehearse)


def place_called(known: list[PlaceRow], name: str | None) -> PlaceRow:
    """Give the place that is meant: the one that is named, or the only one.

    Raises
    ------
    InvalidLayers
        Where it is not clear which.
    """
    places = {place.id: place for place in known}
    wanted = next(iter(places)) if name is None and len(places) == 1 else name
    if wanted is None or wanted not in places:
        listed = f"one of {', '.join(places)}" if places else "there is none yet, load areas first"
        message = f"say which place: --place; {listed}"
        raise InvalidLayers([DataFault("--place", None, name, None, message)])
    return places[wanted]
