"""On which days the services of a feed run, and what its routes are."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

from app.importers.gtfs.feed import FeedRoutes, FeedServices
from app.importers.gtfs.sheet import DATE, Kind, choice, index_of

if TYPE_CHECKING:
    from app.importers.gtfs.packed import Packed
    from app.importers.gtfs.sheet import Sheet

WEEK: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LONGEST_DAYS: Final = 3_660
"""A calendar of more than ten years is a mistake."""
_ADDED, _REMOVED = 1, 2
_BASIC: Final = frozenset({*range(8), 11, 12})
_EXTENDED: Final = range(100, 1_703)


def read_routes(packed: Packed) -> tuple[FeedRoutes, pd.Index[Any]]:
    """Read the routes, and the numbers of their ids."""
    agencies = packed.sheet("agency.txt", ("agency_id", "agency_name", "agency_timezone"))
    agencies.need("agency_name", "agency_timezone")
    agencies.unique("agency_id")
    fields = (
        "route_id",
        "agency_id",
        "route_short_name",
        "route_long_name",
        "route_type",
        "route_color",
    )
    sheet = packed.sheet("routes.txt", fields)
    sheet.need("route_id", "route_type")
    sheet.unique("route_id")
    nameless = ~sheet.said("route_short_name") & ~sheet.said("route_long_name")
    sheet.tell("a route has a short or a long name", nameless, "route_id")
    known = index_of(agencies, "agency_id")
    if len(agencies) > 1:
        sheet.need("agency_id")
    rows = sheet.refer("agency_id", known, "agency.txt")
    names = agencies.texts("agency_name")
    only = names[0] if names else ""
    routes = FeedRoutes(
        sheet.texts("route_id"),
        sheet.texts("route_short_name"),
        sheet.texts("route_long_name"),
        tuple(names[row] if row >= 0 else only for row in rows.tolist()),
        sheet.texts("route_color"),
        sheet.read("route_type", Kind("a kind of route of the format", _route_kind), 3),
    )
    return routes, index_of(sheet, "route_id")


def _route_kind(text: str) -> int | None:
    if not text.isascii() or not text.isdecimal():
        return None
    kind = int(text)
    return kind if kind in _BASIC or kind in _EXTENDED else None


def read_services(packed: Packed) -> tuple[FeedServices, pd.Index[Any]]:
    """Read every day of every service: the calendar, with what its exceptions add and remove."""
    calendar = packed.sheet("calendar.txt", ("service_id", *WEEK, "start_date", "end_date"))
    exceptions = packed.sheet("calendar_dates.txt", ("service_id", "date", "exception_type"))
    days: dict[str, set[int]] = defaultdict(set)
    _by_week(calendar, days)
    _by_date(exceptions, days)
    services = FeedServices(tuple(days), tuple(tuple(sorted(found)) for found in days.values()))
    return services, pd.Index(list(days), dtype=object)


def _by_week(sheet: Sheet, days: dict[str, set[int]]) -> None:
    sheet.need("service_id", *WEEK, "start_date", "end_date")
    sheet.unique("service_id")
    runs = np.column_stack([sheet.read(day, choice(0, 1), 0) for day in WEEK])
    start, end = (sheet.read(field, DATE, 0) for field in ("start_date", "end_date"))
    sheet.tell("`end_date` is before `start_date`", (end < start) & (end > 0), "end_date")
    long = end - start > LONGEST_DAYS
    sheet.tell(f"a service runs for more than {LONGEST_DAYS} days", long & (start > 0), "end_date")
    for row, service in enumerate(sheet.texts("service_id")):
        found = days[service]
        if start[row] > 0 and end[row] - start[row] <= LONGEST_DAYS:
            every = np.arange(start[row], end[row] + 1)
            # The first day of all, which counts as one, was a Monday.
            found.update(every[runs[row, (every - 1) % 7] == 1].tolist())


def _by_date(sheet: Sheet, days: dict[str, set[int]]) -> None:
    sheet.need("service_id", "date", "exception_type")
    sheet.unique("service_id", "date")
    day = sheet.read("date", DATE, 0)
    kind = sheet.read("exception_type", choice(_ADDED, _REMOVED), 0)
    for service, when, what in zip(
        sheet.texts("service_id"), day.tolist(), kind.tolist(), strict=True
    ):
        found = days[service]
        if what == _ADDED and when > 0:
            found.add(when)
        elif what == _REMOVED:
            found.discard(when)
