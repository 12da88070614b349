"""Times on a grid of streets, told from the field's own words and nothing of the engine.

Walking 4.8 km and cycling 16 km in an hour of 3,600,000 ms, in whole numbers. On a grid of streets
the way between two places leads over a corner beside the one and a corner beside the other, and
from corner to corner it is as long as the blocks east and the blocks north together.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from tests.spatial.worlds import World

HOUR_MS = 3_600_000
METRES_AN_HOUR = {"walk": 4_800, "bike": 16_000}


def travel_ms(metres: int, mode: str) -> int:
    """Give the time for whole metres; it is a whole number at both speeds."""
    time, rest = divmod(metres * HOUR_MS, METRES_AN_HOUR[mode])
    assert rest == 0
    return time


@dataclass(frozen=True)
class Place:
    """Something `door_m` beside a street: `along_m` past corner (column, row), east or north."""

    column: int
    row: int
    along_m: int
    east: bool
    door_m: int


@dataclass(frozen=True)
class Grid:
    """Streets at every `block_m`, of `columns` by `rows` corners."""

    columns: int
    rows: int
    block_m: int

    def world(self) -> World:
        world, block = World(), self.block_m
        for i, j in itertools.product(range(self.columns), range(self.rows)):
            here = (float(i * block), float(j * block))
            if i + 1 < self.columns:
                ahead = (float((i + 1) * block), float(j * block))
                world.street(i * 1_000 + j, (i + 1) * 1_000 + j, here, ahead)
            if j + 1 < self.rows:
                ahead = (float(i * block), float((j + 1) * block))
                world.street(i * 1_000 + j, i * 1_000 + j + 1, here, ahead)
        return world

    def at(self, place: Place) -> tuple[float, float]:
        x, y = place.column * self.block_m, place.row * self.block_m
        if place.east:
            return float(x + place.along_m), float(y + place.door_m)
        return float(x + place.door_m), float(y + place.along_m)

    def corners(self, place: Place) -> list[tuple[int, int, int]]:
        """Give the corners at both ends of the street, and the metres along it to each."""
        far = (place.column + place.east, place.row + (not place.east))
        return [
            (place.column, place.row, place.along_m),
            (*far, self.block_m - place.along_m),
        ]

    def metres(self, one: Place, two: Place) -> int:
        """Give the shortest way from door to door."""
        if one == two:
            return 0
        ways = [
            here + there + self.block_m * (abs(i - u) + abs(j - v))
            for (i, j, here), (u, v, there) in itertools.product(
                self.corners(one), self.corners(two)
            )
        ]
        if (one.column, one.row, one.east) == (two.column, two.row, two.east):
            ways.append(abs(one.along_m - two.along_m))
        return one.door_m + min(ways) + two.door_m
