"""Small places to test on: drawn by hand, or grown from a seed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from shapely import affinity
from shapely.geometry import LineString, Point, box

from spatial.city import Area, BarrierTable, City, FacilityTable, HomeTable, StreetTable, build_city
from spatial.interventions import Intervention
from spatial.transit.table import NoWheels, TransitTable
from tests.spatial.transit.towns import changes_of, ride, trips_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

ORIGIN = (700_000.0, 6_170_000.0)
MUNICIPALITY = "0169"


@dataclass
class World:
    """Rows to build a city from, in metres from `ORIGIN`."""

    streets: list[dict[str, object]] = field(default_factory=list)
    homes: list[tuple[str, float, float, float, str | None]] = field(default_factory=list)
    facilities: list[tuple[str, float, float, str]] = field(default_factory=list)
    barriers: list[tuple[str, str, BaseGeometry]] = field(default_factory=list)
    move: tuple[float, float] = ORIGIN
    turn_deg: float = 0.0
    capacities: dict[str, float] = field(default_factory=dict)
    departures: dict[str, float] = field(default_factory=dict)
    timetable: dict[str, float] = field(default_factory=dict)
    stops: list[tuple[str, float, float, bool]] = field(default_factory=list)
    rides: list[tuple[int, list[tuple[int, float]]]] = field(default_factory=list)
    changes: dict[tuple[int, int], float] = field(default_factory=dict)
    no_wheels: NoWheels | None = None

    def street(
        self, from_node: int, to_node: int, *points: tuple[float, float], **how: object
    ) -> World:
        row = {"id": len(self.streets) + 1, "u": from_node, "v": to_node, "points": points, **how}
        self.streets.append(row)
        return self

    def home(
        self, name: str, x: float, y: float, residents: float = 1.0, area: str | None = None
    ) -> World:
        self.homes.append((name, x, y, residents, area))
        return self

    def facility(  # noqa: PLR0913, PLR0917 - a facility with what may be known of it
        self,
        name: str,
        x: float,
        y: float,
        category: str = "grocery",
        capacity: float | None = None,
        departures: float | None = None,
    ) -> World:
        self.facilities.append((name, x, y, category))
        if capacity is not None:
            self.capacities[name] = capacity
        if departures is not None:
            self.departures[name] = departures
        return self

    def stop(self, name: str, x: float, y: float, *, near: bool = True) -> World:
        """Put up a stop; one that is not near lies beyond the place."""
        self.stops.append((name, x, y, near))
        return self

    def ride(self, *calls: tuple[int, float], line: int = 0) -> World:
        """Let a trip call at stops, by their order, at minutes after midnight."""
        self.rides.append((line, list(calls)))
        return self

    def change(self, one: int, two: int, minutes: float) -> World:
        """Say how long it takes from one stop to another."""
        self.changes[one, two] = minutes
        return self

    def without_wheels(self, *, stops: Sequence[int] = (), rides: Sequence[int] = ()) -> World:
        """Let stops and trips, by their order, take no wheelchairs; all trips are told of."""
        self.no_wheels = NoWheels(
            np.isin(np.arange(len(self.stops)), list(stops)),
            np.isin(np.arange(len(self.rides)), list(rides)),
            told_share=1.0,
        )
        return self

    def barrier(self, kind: str, geometry: BaseGeometry) -> World:
        self.barriers.append((f"barrier-{len(self.barriers)}", kind, geometry))
        return self

    def placed(self, geometry: BaseGeometry) -> BaseGeometry:
        """Turn and move a shape to where the city lies."""
        turned = affinity.rotate(geometry, self.turn_deg, origin=(0.0, 0.0))
        return affinity.translate(turned, *self.move)

    def xy(self, places: Sequence[tuple[float, float]]) -> np.ndarray:
        points = [self.placed(Point(place)) for place in places]
        return np.array([(point.x, point.y) for point in points]).reshape(-1, 2)

    def city(self) -> City:
        rows = self.streets
        lines = np.empty(len(rows), object)
        lines[:] = [self.placed(LineString(row["points"])) for row in rows]
        streets = StreetTable(
            ids=np.array([row["id"] for row in rows], np.int64),
            from_node=np.array([row["u"] for row in rows], np.int64),
            to_node=np.array([row["v"] for row in rows], np.int64),
            geometry=lines,
            walk=np.array([row.get("walk", True) for row in rows], bool),
            bike=np.array([row.get("bike", 1) for row in rows], np.int8),
            grade=np.array([row.get("grade", 0) for row in rows], np.int8),
            street_class=tuple(row.get("street_class", "local") for row in rows),
            lit=tuple(row.get("lit") for row in rows),
            surface=tuple(row.get("surface") for row in rows),
            steps=np.array([row.get("steps", False) for row in rows], bool),
            speed_kmh=tuple(row.get("speed_kmh") for row in rows),
            helped=np.array([row.get("helped", (False, False)) for row in rows], bool).reshape(
                len(rows), 2
            ),
        )
        homes = HomeTable(
            ids=tuple(home[0] for home in self.homes),
            xy=self.xy([home[1:3] for home in self.homes]),
            residents=np.array([home[3] for home in self.homes], float),
            area_ids=tuple(home[4] for home in self.homes),
            municipality_codes=tuple(MUNICIPALITY for _ in self.homes),
        )
        facilities = FacilityTable(
            ids=tuple(place[0] for place in self.facilities),
            xy=self.xy([place[1:3] for place in self.facilities]),
            categories=tuple(place[3] for place in self.facilities),
            capacity=tuple(self.capacities.get(place[0]) for place in self.facilities),
            names=tuple(place[0] for place in self.facilities),
            departures_weekday=np.array(
                [self.departures.get(place[0], np.nan) for place in self.facilities], float
            ),
            departures_06_20=np.array(
                [self.timetable.get(place[0], np.nan) for place in self.facilities], float
            )
            if self.timetable
            else None,
        )
        shapes = np.empty(len(self.barriers), object)
        shapes[:] = [self.placed(barrier[2]) for barrier in self.barriers]
        barriers = BarrierTable(
            tuple(barrier[0] for barrier in self.barriers),
            tuple(barrier[1] for barrier in self.barriers),
            shapes,
        )
        return build_city("test", streets, homes, facilities, barriers, self._transit())

    def _transit(self) -> TransitTable | None:
        if not self.stops:
            return None
        lines = 1 + max((line for line, _ in self.rides), default=0)
        return TransitTable(
            ids=tuple(f"s{row}" for row in range(len(self.stops))),
            names=tuple(stop[0] for stop in self.stops),
            xy=self.xy([stop[1:3] for stop in self.stops]),
            near=np.array([stop[3] for stop in self.stops], bool),
            trips=trips_of([ride(*calls) for _, calls in self.rides]),
            changes=changes_of(len(self.stops), self.changes),
            line_of=np.array([line for line, _ in self.rides], np.int32),
            line_ids=tuple(f"l{row}" for row in range(lines)),
            lines=tuple(f"{row}A" for row in range(lines)),
            on_rails=np.zeros(lines, bool),
            no_wheels=self.no_wheels,
        )

    def area(self, x0: float, y0: float, x1: float, y1: float) -> Area:
        return Area("area", "Testparken", self.placed(box(x0, y0, x1, y1)), MUNICIPALITY)

    def drawn(
        self, kind: str, geometry: BaseGeometry, feature: str = "d1", **properties: object
    ) -> Intervention:
        return Intervention(feature, kind, self.placed(geometry), properties)


def line(*points: tuple[float, float]) -> LineString:
    return LineString(points)


def grown(seed: int, *, size: int = 5, spacing: float = 100.0) -> World:
    """Grow a planar place: a bent grid with gaps, bridges, one-way streets, steps, barriers."""
    rng = np.random.default_rng(seed)
    world = World()
    _grow_barriers(world, rng, size, spacing)
    places = {
        (i, j): (i * spacing + rng.uniform(-30, 30), j * spacing + rng.uniform(-30, 30))
        for i in range(size)
        for j in range(size)
    }
    for (i, j), place in places.items():
        for other in ((i + 1, j), (i, j + 1)):
            if other in places and rng.random() < 0.8:
                middle = np.add(place, places[other]) / 2 + rng.uniform(-12, 12, 2)
                bend = [tuple(middle)] if rng.random() < 0.4 else []
                points = (place, *bend, places[other])
                _grow_street(world, rng, i * 100 + j, other[0] * 100 + other[1], points)
    span = (size - 1) * spacing
    for k in range(14):
        x, y = rng.uniform(-40, span + 40, 2)
        inside = x < span / 2 and y < span / 2
        world.home(f"h{k}", x, y, float(rng.integers(1, 60)), "area" if inside else None)
    for k in range(8):
        x, y = rng.uniform(-40, span + 40, 2)
        category = str(rng.choice(["grocery", "school", "station"]))
        world.facility(f"f{k}", x, y, category, departures=40.0 * k)
    return world


def grow_transit(world: World, seed: int, *, size: int = 5, spacing: float = 100.0) -> World:
    """Put up stops here and there, one of them far away, and let buses run between them."""
    rng = np.random.default_rng([seed, 7])
    span = (size - 1) * spacing
    for k in range(6):
        x, y = rng.uniform(-40, span + 40, 2)
        world.stop(f"Stop {k}", x, y)
    world.stop("Far away", 40_000.0, 0.0, near=False)
    for stop in range(7):
        world.change(stop, stop, float(rng.integers(0, 3)))
    for number in range(4):
        pattern = rng.permutation(7)[: rng.integers(2, 5)]
        minutes = np.concatenate(([0], np.cumsum(rng.integers(0, 3, len(pattern) - 1))))
        for start in range(int(rng.integers(0, 9)), 60, int(rng.integers(4, 15))):
            world.ride(*zip(pattern.tolist(), (start + minutes).tolist(), strict=True), line=number)
    return world


def _grow_barriers(world: World, rng: np.random.Generator, size: int, spacing: float) -> None:
    if rng.random() < 0.6:
        x = rng.uniform(1, size - 2) * spacing
        far = (x + rng.uniform(-60, 60), size * spacing + 200)
        world.barrier(str(rng.choice(["railway", "motorway"])), line((x, -200), far))
    if rng.random() < 0.4:
        middle = rng.uniform(0, size * spacing, 2)
        world.barrier("water", Point(middle).buffer(rng.uniform(20, 80), quad_segs=3))


def _grow_street(
    world: World, rng: np.random.Generator, u: int, v: int, points: tuple[tuple[float, float], ...]
) -> None:
    blocked = any(LineString(points).intersects(shape) for _, _, shape in world.barriers)
    if blocked and rng.random() < 0.6:
        return
    how: dict[str, object] = {"grade": int(rng.integers(1, 3)) if blocked else 0}
    draw = rng.random()
    if draw < 0.1:
        how |= {"bike": int(rng.integers(2, 4))}
    elif draw < 0.2:
        how |= {"bike": 0, "steps": bool(rng.random() < 0.5)}
    elif draw < 0.25:
        how |= {"walk": False}
    world.street(u, v, *points, **how)


def grown_area(world: World, *, size: int = 5, spacing: float = 100.0) -> Area:
    half = (size - 1) * spacing / 2
    return world.area(-50, -50, half, half)


MORE_SERVICE = ("service", "service", "stop", "more_often", "extension")
LESS_SERVICE = ("stop_closed", "less_often")


def transit_drawing(
    world: World, seed: int, count: int, kinds: Sequence[str], *, size: int = 5
) -> tuple[Intervention, ...]:
    """Draw lines, stops and changes of lines at random; some of them will be refused."""
    rng = np.random.default_rng([seed, 11, len(kinds)])
    span = (size - 1) * 100.0
    found = []
    for k in range(count):
        kind, name = str(rng.choice(list(kinds))), f"t{seed}-{k}-{len(kinds)}"
        corners = [tuple(map(float, rng.uniform(-20, span + 20, 2))) for _ in range(3)]
        stop = world.stops[int(rng.integers(0, 6))]
        line_id = f"l{int(rng.integers(0, 4))}"
        hours = {"from": "00:00", "until": "01:00"}
        match kind:
            case "service":
                how = {"headway_min": int(rng.integers(3, 12)), "speed_kmh": 30, **hours}
                found.append(world.drawn("service", line(*corners), name, **how))
            case "stop":
                middle = np.mean([world.stops[int(row)][1:3] for row in rng.integers(0, 6, 2)], 0)
                found.append(world.drawn("stop", Point(middle), name))
            case "stop_closed":
                found.append(world.drawn("stop", Point(stop[1:3]), name, action="closed"))
            case "more_often" | "less_often":
                headway = int(rng.integers(1, 4)) if kind == "more_often" else 30
                how = {"line": line_id, "headway_min": headway, **hours}
                found.append(world.drawn("service_change", Point(corners[0]), name, **how))
            case _:
                last = world.rides[-1][1][-1][0]
                ahead = line(world.stops[last][1:3], *corners[:2])
                found.append(world.drawn("service_change", ahead, name, line="l3"))
    return tuple(found)


ADDITIONS = ("connection", "connection", "crossing", "facility", "housing")
REMOVALS = ("closure", "closure", "facility_removal", "demolition")


def random_drawing(
    world: World, seed: int, count: int, kinds: Sequence[str], *, size: int = 5
) -> tuple[Intervention, ...]:
    """Draw features of some kinds at random places; some of them will be refused."""
    rng = np.random.default_rng([seed, len(kinds)])
    span = (size - 1) * 100.0
    found, lines = [], []
    for k in range(count):
        kind = str(rng.choice(list(kinds)))
        x, y = (float(value) for value in rng.uniform(-20, span + 20, 2))
        shape, how = _random_feature(world, rng, kind, (x, y))
        if kind == "closure" and lines and rng.random() < 0.3:
            shape = _across(lines[int(rng.integers(0, len(lines)))], rng.random())
        if shape.geom_type == "LineString" and kind != "closure":
            lines.append(shape)
        found.append(world.drawn(kind, shape, f"d{seed}-{k}-{len(kinds)}", **how))
    return tuple(found)


def _across(path: LineString, share: float) -> LineString:
    """Draw a short line across another, so that what is drawn is closed again."""
    middle, ahead = (path.interpolate(at, normalized=True) for at in (share, min(share + 0.01, 1)))
    run, rise = ahead.x - middle.x, ahead.y - middle.y
    length = max(float(np.hypot(run, rise)), 1e-9)
    aside = (-rise / length * 6, run / length * 6)
    return line(
        (middle.x - aside[0], middle.y - aside[1]), (middle.x + aside[0], middle.y + aside[1])
    )


def _random_feature(
    world: World, rng: np.random.Generator, kind: str, place: tuple[float, float]
) -> tuple[BaseGeometry, dict[str, object]]:
    x, y = place
    run, rise = (float(value) for value in rng.uniform(-220, 220, 2))
    match kind:
        case "connection":
            how: dict[str, object] = {
                "grade": str(rng.choice(["at_grade", "at_grade", "bridge", "tunnel"]))
            }
            if rng.random() < 0.3:
                how |= {"modes": [str(rng.choice(["walk", "bike"]))]}
            return _random_line(world, rng, place, (run, rise)), how
        case "crossing":
            across = line(place, (x + run / 6, y + rise / 6))
            return (across if rng.random() < 0.5 else Point(place)), {"control": "signal"}
        case "closure":
            return _random_closure(world, rng, place, (run, rise)), {}
        case "facility":
            return Point(place), {"category": str(rng.choice(["grocery", "school", "culture"]))}
        case "facility_removal":
            return Point(place), {"facility_id": f"f{int(rng.integers(0, 8))}"}
        case "demolition":
            return box(x, y, x + 150, y + 150), {"share": float(rng.choice([0.25, 0.5, 1.0]))}
        case _:
            return Point(place), {"residents": int(rng.integers(1, 90))}


def _random_closure(
    world: World, rng: np.random.Generator, place: tuple[float, float], away: tuple[float, float]
) -> BaseGeometry:
    """Close across, a block, or along a street."""
    x, y = place
    draw = rng.random()
    if draw < 0.3:
        return line(place, (x + away[0] / 2, y + away[1] / 2))
    if draw < 0.6 or not world.streets:
        return box(x, y, x + abs(away[0]) / 2, y + abs(away[1]) / 2)
    return LineString(world.streets[int(rng.integers(0, len(world.streets)))]["points"])


def _random_line(
    world: World, rng: np.random.Generator, start: tuple[float, float], away: tuple[float, float]
) -> LineString:
    """Draw a line between random places, or between places on streets."""
    end = (start[0] + away[0], start[1] + away[1])
    if rng.random() < 0.7 and len(world.streets) > 1:
        one, two = rng.integers(0, len(world.streets), 2)
        if one != two:
            first, second = (LineString(world.streets[k]["points"]) for k in (one, two))
            start = first.interpolate(rng.random(), normalized=True).coords[0]
            end = second.interpolate(rng.random(), normalized=True).coords[0]
    return line(start, end)
