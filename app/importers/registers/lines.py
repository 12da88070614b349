"""Lines before and after noding."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from shapely import LineString

Node = tuple[float, float]  # rounded to a centimetre, so that it can be a key


class Attributes(NamedTuple):
    """What a street is, apart from where it runs."""

    street_class: str
    name: str | None
    walk: bool
    bike: str
    grade: str
    lit: bool | None
    surface: str | None
    steps: bool
    width_m: float | None
    speed_kmh: int | None
    source: str
    modelled: bool

    @property
    def joins_where_it_crosses(self) -> bool:
        """Motorways, bridges and tunnels pass other streets without a junction."""
        return self.grade == "at_grade" and self.street_class != "motorway"


@dataclass(frozen=True, slots=True)
class Line:
    """A street as it is drawn: not yet cut at its junctions."""

    geometry: LineString
    attributes: Attributes


@dataclass(frozen=True, slots=True)
class Edge:
    """A street between two nodes; its ends lie exactly on them."""

    geometry: LineString
    attributes: Attributes
    start: Node
    end: Node

    @property
    def length_m(self) -> float:
        """Length along the street."""
        return float(self.geometry.length)

    def with_grade(self, grade: str) -> Edge:
        """Give the same edge as a bridge or tunnel."""
        return replace(self, attributes=self.attributes._replace(grade=grade))


def ordinary_street(source: str) -> Attributes:
    """Give what a street is where a source says nothing more than that it is there."""
    return Attributes(
        street_class="local",
        name=None,
        walk=True,
        bike="both",
        grade="at_grade",
        lit=None,
        surface=None,
        steps=False,
        width_m=None,
        speed_kmh=None,
        source=source,
        modelled=False,
    )


def short_link(source: str) -> Attributes:
    """Give what a short way is that no register holds but that must be there."""
    return ordinary_street(source)._replace(street_class="path", modelled=True)
