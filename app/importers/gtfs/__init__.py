"""GTFS: a timetable as its publishers give it away, read whole or told what is wrong with it."""

from app.importers.gtfs.feed import Feed
from app.importers.gtfs.reader import read_feed

__all__ = ["Feed", "read_feed"]
