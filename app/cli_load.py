"""``forbind load``: bring a place's data in."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    SpinnerColumn,
    TaskProgressColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from app.importers.faults import DataFault, InvalidLayers
from app.importers.reading import Progress as Watching
from app.importers.reading import unwatched
from app.importers.tables.mapping import FieldMapping
from app.services.loading.asked import FileAsked
from app.services.loading.perform import perform
from app.services.loading.story import Story
from app.state import Service


def run(service: Service, asked: FileAsked, place: str | None, *, rehearse: bool) -> Story:
    """Read a file and take it in, or tell what that would do; a terminal shows how far it is.

    Raises
    ------
    InvalidLayers
        With every fault; the store is left as it was.
    """
    with watched() as progress:
        return perform(service, asked, place, progress, rehearse=rehearse)


def mapping_of(columns: Sequence[str], constants: Sequence[str]) -> FieldMapping:
    """Read ``FIELD=COLUMN`` and ``FIELD=VALUE`` as they stand on the command line."""
    faults = [
        DataFault("--map" if pair in columns else "--set", None, pair, None, "write FIELD=NAME")
        for pair in (*columns, *constants)
        if not all(pair.partition("="))
    ]
    if faults:
        raise InvalidLayers(faults)
    return FieldMapping(_pairs(columns), _pairs(constants))


def _pairs(given: Sequence[str]) -> dict[str, str]:
    split = (pair.partition("=") for pair in given)
    return {name.strip(): value.strip() for name, _, value in split}


@contextmanager
def watched() -> Iterator[Watching]:
    """Show how far a reading is, on a terminal; a file of a log is left in peace."""
    if not sys.stderr.isatty():
        yield unwatched
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(show_speed=True),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks = {}

        def watching(stage: str, done: int, total: int | None) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total)
            bar.update(tasks[stage], completed=done, total=total)

        yield watching
