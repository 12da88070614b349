"""What differs between the timetable that stands and one that comes in its place.

Row numbers are nobody's names: a stop more at the head of a file shifts all of them. So rows are
told apart by the feed's ids, and hold the content of what they refer to.
"""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import (
    Base,
    TransitPattern,
    TransitRoute,
    TransitService,
    TransitStop,
    TransitTrip,
)
from app.services.loading.story import LayerChange
from app.services.loading.timetable_rows import TableRows

LAYERS: Final[dict[type[Base], str]] = {
    TransitStop: "transit_stops",
    TransitRoute: "transit_routes",
    TransitTrip: "transit_trips",
}
_COMPARED: Final = (TransitStop, TransitRoute, TransitService, TransitPattern, TransitTrip)
_AT_ONCE: Final = 10_000
Row = dict[str, Any]


def held_rows(session: Session, like: Sequence[TableRows]) -> tuple[TableRows, ...]:
    """Read the tables that stand, with the columns of those that come."""
    found = []
    for rows in like:
        if rows.table in _COMPARED:
            columns = [getattr(rows.table, name) for name in rows.columns]
            question = select(*columns).order_by(columns[0])
            held = session.execute(question).yield_per(_AT_ONCE)
            found.append(TableRows(rows.table, rows.columns, [_plain(row) for row in held]))
    return tuple(found)


def _plain(row: Sequence[Any]) -> tuple[Any, ...]:
    """Give a row as a feed's is written: geometries by their bytes."""
    return tuple(value.desc.upper() if hasattr(value, "desc") else value for value in row)


def compare_timetables(
    before: Sequence[TableRows], after: Sequence[TableRows]
) -> tuple[LayerChange, ...]:
    """Count what is new, gone, changed and as before."""
    held, came = _digests(before), _digests(after)
    return tuple(_change(name, held[table], came[table]) for table, name in LAYERS.items())


def _change(layer: str, held: dict[str, bytes], came: dict[str, bytes]) -> LayerChange:
    both = held.keys() & came.keys()
    changed = sum(held[name] != came[name] for name in both)
    return LayerChange(
        layer,
        added=len(came) - len(both),
        removed=len(held) - len(both),
        changed=changed,
        same=len(both) - changed,
    )


def _digests(tables: Sequence[TableRows]) -> dict[type[Base], dict[str, bytes]]:
    by_table = {rows.table: list(_named(rows)) for rows in tables}
    stop_ids = [row["id"] for row in by_table[TransitStop]]
    routes = [row["id"] for row in by_table[TransitRoute]]
    days = [_digest(row["days"]) for row in by_table[TransitService]]
    patterns = [
        _digest(
            {
                **row,
                "row": None,
                "route": routes[row["route"]],
                "stops": [stop_ids[stop] for stop in row["stops"]],
            }
        )
        for row in by_table[TransitPattern]
    ]
    for row in by_table[TransitStop]:
        row["parent"] = None if row["parent"] is None else stop_ids[row["parent"]]
    for row in by_table[TransitTrip]:
        row |= {"pattern": patterns[row["pattern"]], "service": days[row["service"]]}
    return {
        table: {row["id"]: _digest({**row, "row": None, "source": None}) for row in by_table[table]}
        for table in LAYERS
    }


def _named(rows: TableRows) -> Iterator[Row]:
    for row in rows.rows:
        yield dict(zip(rows.columns, row, strict=True))


def _digest(value: object) -> bytes:
    return hashlib.blake2b(repr(value).encode(), digest_size=16).digest()
