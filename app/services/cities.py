"""The places as the engine holds them, built from the store once per dataset."""

from pathlib import Path
from threading import Lock

from sqlalchemy.orm import Session

from app.db.queries.city_tables import (
    read_barriers,
    read_facilities,
    read_homes,
    read_streets,
)
from app.db.queries.dataset import dataset_version
from app.db.queries.place_transit import read_transit
from app.services.shared_network import shared
from spatial.city import City, build_city


class CityCache:
    """Every place that was asked for, as of the newest dataset. Safe to share between threads.

    Networks are memory maps of files in a folder, so that workers have each but once.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
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
                city = read_city(session, place_id)
                city.network = shared(city.network, self._folder)
                cities[place_id] = city
            return dataset, cities[place_id]


def read_city(session: Session, place_id: str) -> City:
    """Build a place from the store."""
    return build_city(
        place_id,
        read_streets(session, place_id),
        read_homes(session, place_id),
        read_facilities(session, place_id),
        read_barriers(session, place_id),
        read_transit(session, place_id),
    )
