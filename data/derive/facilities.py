"""Where people have errands: schools, shops, services, sports grounds, woods, workplaces."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import shapely

from data.derive.land import BUSINESS, SPORT, WOOD, of_kind
from data.derive.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely import Point
    from shapely.geometry.base import BaseGeometry

    from data.derive.reference import Record

_SHOPS = {
    "supermarked": ("grocery", "Supermarked"),
    "bager": ("retail", "Bager"),
    "slagter": ("retail", "Slagter"),
    "fisk": ("retail", "Fiskehandler"),
    "kiosk": ("retail", "Kiosk"),
    "Lokale smagsoplevelser": ("retail", "Gårdbutik"),
    "tankstation": ("service", "Tankstation"),
    "Cykelhandler": ("service", "Cykelhandler"),
    "Cykelservice": ("service", "Cykelværksted"),
}
_TENTH_GRADE = ("10. klasse", "10.klasse", "linie10", "studie 10")
_NOT_HERE = (
    "Kriminalforsorgen",  # the prison service's school: not open to residents
    "Sønderjyllands Gymnasium",  # stands in southern Jutland; its point is another school's
)
_SAME_SITE_M = 40.0
_SPORT_SMALLEST_M2 = 10_000.0
_WOOD_SMALLEST_M2 = 50_000.0
_WOOD_JOIN_M = 12.0
_WAYS_IN_APART_M = 500.0
_WORK_SMALLEST_M2 = 5_000.0
_WORK_CELL_M = 300.0
_WORK_REACH_M = 200.0


@dataclass(frozen=True, slots=True)
class Facility:
    """Something people go to; `id` is given last, when all of a place are known."""

    point: Point
    category: str
    name: str
    source: str
    modelled: bool
    id: str = ""


def shops(records: Sequence[Record]) -> list[Facility]:
    """Give shops and services their category; the register has no names, so the kind is one."""
    found = []
    for record in records:
        kind = _SHOPS.get(record.text("type"))
        if kind is not None:
            found.append(Facility(record.geometry, kind[0], kind[1], "geofa-facilities", False))
    return _unlike(found, distance_m=15.0)


def schools(primary: Sequence[Record], upper: Sequence[tuple[str, Point]]) -> list[Facility]:
    """Give each school once: sites of one name on one spot, and doubled entries, are one."""
    found = []
    for record in primary:
        name = " ".join(record.text("INST_NAVN").split())
        is_tenth = any(mark in name.lower() for mark in _TENTH_GRADE)
        category = "youth_education" if is_tenth else "school"
        found.append(Facility(record.geometry, category, name, "institution-register", False))
    for name, point in upper:
        if name.startswith(("X - ", "Å - ", *_NOT_HERE)):
            continue
        # A Steiner school for children with special needs, listed among upper-secondary ones.
        category = "school" if name == "Michael Skolen" else "youth_education"
        found.append(Facility(point, category, name, "upper-secondary", False))
    return _unlike(sorted(found, key=lambda school: len(school.name)), distance_m=_SAME_SITE_M)


def _unlike(found: Sequence[Facility], distance_m: float) -> list[Facility]:
    """Keep one facility of a category and first word on a spot."""
    kept: list[Facility] = []
    for facility in found:
        first = facility.name.split()[0].lower()
        twin = any(
            other.category == facility.category
            and other.name.split()[0].lower() == first
            and other.point.distance(facility.point) < distance_m
            for other in kept
        )
        if not twin:
            kept.append(facility)
    return kept


def sports_grounds(land: Sequence[Record], streets: Sequence[BaseGeometry]) -> list[Facility]:
    """Give each sports ground of a hectare or more, at its edge nearest a street."""
    grounds = shapely.union_all(of_kind(land, {SPORT})).buffer(10).buffer(-10)
    return [
        Facility(_way_in(part, streets), "leisure", "Sportsanlæg", "geodanmark-land", True)
        for part in shapely.get_parts(grounds)
        if part.area >= _SPORT_SMALLEST_M2
    ]


def woods(land: Sequence[Record], streets: Sequence[BaseGeometry]) -> list[Facility]:
    """Give the ways into each wood of five hectares or more, at least 500 m apart."""
    joined = shapely.union_all(of_kind(land, WOOD)).buffer(_WOOD_JOIN_M).buffer(-_WOOD_JOIN_M)
    tree = shapely.STRtree(list(streets))
    found = []
    for wood in shapely.get_parts(joined):
        if wood.area < _WOOD_SMALLEST_M2:
            continue
        edge = wood.exterior
        hits = sorted(tree.query(edge, predicate="intersects").tolist())
        crossings = [
            point
            for hit in hits
            for point in shapely.get_parts(shapely.intersection(edge, streets[hit]))
            if point.geom_type == "Point"
        ]
        ways_in = _apart(sorted(crossings, key=lambda p: (p.x, p.y)), _WAYS_IN_APART_M)
        points = ways_in or [_way_in(wood, streets)]
        found += [Facility(point, "park", "Skov", "geodanmark-land", True) for point in points]
    return found


def workplaces(land: Sequence[Record], streets: Sequence[BaseGeometry]) -> list[Facility]:
    """Give business areas as points, a large one as several; jobs are not known."""
    business = shapely.union_all(of_kind(land, {BUSINESS}))
    tree = shapely.STRtree(list(streets))
    west, south, east, north = business.bounds
    found = []
    for x in np.arange(west // _WORK_CELL_M * _WORK_CELL_M, east, _WORK_CELL_M).tolist():
        for y in np.arange(south // _WORK_CELL_M * _WORK_CELL_M, north, _WORK_CELL_M).tolist():
            cell = shapely.box(x, y, x + _WORK_CELL_M, y + _WORK_CELL_M)
            part = shapely.intersection(business, cell)
            if part.area < _WORK_SMALLEST_M2:
                continue
            point = max(shapely.get_parts(part), key=lambda p: p.area).representative_point()
            if len(tree.query(point, predicate="dwithin", distance=_WORK_REACH_M)):
                name, source = "Erhvervsområde", "geodanmark-land"
                found.append(Facility(point, "workplace", name, source, True))
    return found


def _way_in(ground: BaseGeometry, streets: Sequence[BaseGeometry]) -> Point:
    edge = ground.exterior
    near = shapely.STRtree(list(streets)).query_nearest(edge)
    street = streets[min(near.tolist())]
    link = shapely.shortest_line(edge, street)
    return shapely.Point(link.coords[0])


def _apart(points: Sequence[Point], distance_m: float) -> list[Point]:
    kept: list[Point] = []
    for point in points:
        if all(point.distance(other) >= distance_m for other in kept):
            kept.append(point)
    return kept


def with_ids(place: str, found: Sequence[Facility]) -> list[Facility]:
    """Give each facility an id from its name, numbered where several share it."""
    ordered = sorted(found, key=lambda f: (f.category, slug(f.name), f.point.x, f.point.y))
    bases = [f"{place}-{f.category.replace('_', '-')}-{slug(f.name)}" for f in ordered]
    many = Counter(bases)
    seen: Counter[str] = Counter()
    named = []
    for facility, base in zip(ordered, bases, strict=True):
        seen[base] += 1
        number = f"-{seen[base]:02d}" if many[base] > 1 else ""
        named.append(facility if facility.id else replace(facility, id=f"{base}{number}"))
    return named
