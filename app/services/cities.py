"""The places as the engine holds them, built from the store once per dataset."""

from threading import Lock

from sqlalchemy.orm import Session

from app.db.queries.city_tables import (
    read_barriers,
    read_facilities,
    read_homes,
    read_streets,
)
from app.db.queries.dataset import dataset_version
from spatial.city import City, build_city


class CityCache:
    """Every place that was asked for, as of the newest dataset. Safe to share between threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._dataset = ""
        self._cities: dict[str, City] = {}
        self._building: dict[str, Lock] = {}

    def get(self, session: Session, place_id: str) -> tuple[str, City]:
        """Give the dataset's version and the place; the first who asks builds, others wait."""
        dataset = dataset_version(session)
        with self._lock:
            if dataset != self._dataset:
                self._dataset, self._cities, self._building = dataset, {}, {}
            lock = self._building.setdefault(place_id, Lock())
            cities = self._cities
        with lock:
            # A newer dataset replaces the dictionary, so a late builder cannot spoil it.
            if place_id not in cities:
                cities[place_id] = read_city(session, place_id)
            return dataset, cities[place_id]


def read_city(session: Session, place_id: str) -> City:
    """Build a place from the store."""
    return build_city(
        place_id,
        read_streets(session, place_id),
        read_homes(session, place_id),
        read_facilities(session, place_id),
        read_barriers(session, place_id),
    )
