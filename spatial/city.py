"""Everything the engine knows of one place, and how it is put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spatial.tables import (
    CATEGORIES,
    Area,
    BarrierTable,
    FacilityTable,
    HomeTable,
    StreetTable,
)

if TYPE_CHECKING:
    pass

__all__ = [
    "CATEGORIES",
    "Area",
    "BarrierTable",
    "City",
    "FacilityTable",
    "HomeTable",
    "StreetTable",
    "build_city",
]


class City:
    """A place: immutable tables and network, baseline times cached when first asked for."""


def build_city(
    place_id: str,
    streets: StreetTable,
    homes: HomeTable,
    facilities: FacilityTable,
    barriers: BarrierTable,
) -> City:
    """Build the network of a place and attach its homes and facilities."""
    raise NotImplementedError
