"""Take what a reader read into the store, or tell what that would do."""

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import delete, func, select, text, update
from sqlalchemy.orm import Session

from app.db.bulk import copy_rows
from app.db.models import DataSource, Home
from app.db.queries.dataset import dataset_version
from app.db.queries.geo_layers import TABLES, read_place_rows, upsert_rows
from app.db.queries.homes_of_areas import assign_homes
from app.importers.faults import DataFault, InvalidLayers
from app.importers.geo_rows import AreaRow, PlaceRow, Row, SourceRow
from app.importers.reading import Progress, Reading, ReadingNote, unwatched
from app.services.loading.comparing import Difference, checksum_of_rows, compare_rows
from app.services.loading.holdings import AREA, ONE_SOURCE, Holding, checksum_of, remember
from app.services.loading.lock import LOADING_LOCK
from app.services.loading.story import Story
from app.services.loading.touching import touched_proposals
from app.state import Service

Work = Callable[[Session], Sequence[Difference]]


def load(  # noqa: PLR0913 - a reading, where it belongs and how it is taken
    service: Service,
    place: str,
    reading: Reading,
    layers: Sequence[str],
    progress: Progress = unwatched,
    *,
    rehearse: bool = False,
) -> Story:
    """Make layers of a place hold what was read from one source.

    Streets, barriers and land cover take the place of what stood there; facilities, homes and
    buildings that of what came from the same source. Everything happens in one transaction; a
    rehearsal does it all and takes it back. Proposals stay as they are.

    Parameters
    ----------
    reading
        Rows of one source; rows of other places than ``place`` are a reader's fault.
    layers
        Names of `GeoLayers` that the source was read for; one without rows is emptied.
    progress
        What it raises takes everything back.
    """
    (source,) = reading.layers.sources

    def work(session: Session) -> list[Difference]:
        differences = []
        for at, layer in enumerate(layers):
            progress("store", at, len(layers))
            differences.append(_replace(service, session, place, source, layer, reading))
        # The last moment at which it can be stopped.
        progress("store", len(layers), len(layers))
        return differences

    return _told(service, place, source, work, reading.notes, rehearse=rehearse)


def load_areas(
    service: Service,
    areas: Sequence[tuple[PlaceRow, AreaRow]],
    source: SourceRow,
    *,
    rehearse: bool = False,
) -> Story:
    """Add housing areas, or bring those with the same ids up to date, each with its place."""
    places = dict.fromkeys(place.id for place, _ in areas)

    def work(session: Session) -> list[Difference]:
        return [take_areas(session, areas, source, service.clock())]

    return _told(service, ", ".join(places), source, work, (), rehearse=rehearse)


def take_areas(
    session: Session,
    areas: Sequence[tuple[PlaceRow, AreaRow]],
    source: SourceRow,
    now: datetime,
) -> Difference:
    """Add areas of a source that is known, or bring them up to date, within a transaction."""
    places = {place.id: place for place, _ in areas}
    rows = [area for _, area in areas]
    held = [row for place in places for row in read_place_rows(session, "areas", place)]
    ids = {area.id for area in rows}
    before = [row for row in held if isinstance(row, AreaRow) and row.id in ids]
    upsert_rows(session, list(places.values()))
    upsert_rows(session, rows)
    for place, area in areas:
        holding = Holding(place.id, f"{AREA}{area.id}", source.id)
        remember(session, holding, checksum_of_rows([area], source), now)
    for name in places:
        assign_homes(session, name)
    return compare_rows("areas", before, rows)


def _told(  # noqa: PLR0913 - one load
    service: Service,
    place: str,
    source: SourceRow,
    work: Work,
    notes: Sequence[ReadingNote],
    *,
    rehearse: bool,
) -> Story:
    with service.sessions() as session:
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOADING_LOCK})
        before = dataset_version(session)
        upsert_rows(session, [source])
        differences = work(session)
        after = dataset_version(session)
        touched = touched_proposals(session, place, differences)
        taken = not rehearse and before != after
        if taken:
            session.commit()
        else:
            session.rollback()
    changes = tuple(difference.change for difference in differences)
    return Story(place, source.id, taken, changes, tuple(notes), tuple(touched), before, after)


def _refuse_too_many(
    session: Session, place: str, source: SourceRow, count: int, most: int
) -> None:
    """Take no more homes than the engine has times for."""
    elsewhere = select(func.count()).where(Home.place_id == place, Home.source != source.id)
    total = count + (session.scalar(elsewhere) or 0)
    if total > most:
        message = (
            f"{place} would have more than {most} homes; load the squares as they are, "
            "--no-over-buildings, or set FORBIND_MAX_HOMES where there is memory for it"
        )
        raise InvalidLayers([DataFault("homes", None, str(total), None, message)])


def _replace(  # noqa: PLR0913, PLR0917 - one layer of a load
    service: Service,
    session: Session,
    place: str,
    source: SourceRow,
    layer: str,
    reading: Reading,
) -> Difference:
    rows: Sequence[Row] = getattr(reading.layers, layer)
    holding = Holding(place, layer, source.id)
    only = None if layer in ONE_SOURCE else source.id
    before = read_place_rows(session, layer, place, source=only)
    difference = compare_rows(layer, before, rows)
    checksum = checksum_of_rows(rows, source)
    if checksum_of(session, holding) == checksum and not difference.change.is_change:
        return difference
    table = TABLES[layer]
    if layer == "homes":
        _refuse_too_many(session, place, source, len(rows), service.settings.max_homes)
    stale = delete(table).where(table.place_id == place)
    session.execute(stale if only is None else stale.where(table.source == only))
    copy_rows(session, table, rows)
    session.execute(update(DataSource).where(DataSource.id == source.id).values(checksum=checksum))
    remember(session, holding, checksum, service.clock())
    if layer == "homes":
        assign_homes(session, place)
    return difference
