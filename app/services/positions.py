"""Positions that are asked about: whether they can be meant, and in which place they lie."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.db.models import Place
from app.db.queries.places import find_area, list_places
from app.importers.geo_features import DENMARK
from app.problems import Fault

LARGEST_DEGREE_LIKE = 1_000.0
Members = Mapping[str, object]


def in_denmark(lon: float, lat: float) -> bool:
    """Tell whether a position lies in Denmark's bounding box."""
    west, south, east, north = DENMARK
    return west <= lon <= east and south <= lat <= north


@dataclass(frozen=True, slots=True)
class Asked:
    """A position of a question, and the member it stands in."""

    member: str
    lon: float
    lat: float


def asked_positions(members: Members, names: Sequence[str]) -> list[Asked]:
    """Read the positions that can be read; what cannot is told by the model of the question."""
    found = []
    for name in names:
        sent = (members.get("lon"), members.get("lat")) if name == "lon" else members.get(name)
        if isinstance(sent, list | tuple) and len(sent) == 2:  # noqa: PLR2004 - lon and lat
            lon, lat = _number(sent[0]), _number(sent[1])
            if lon is not None and lat is not None:
                found.append(Asked(name, lon, lat))
    return found


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    # NaN and infinity fail every comparison below a bound; the model says so.
    return number if abs(number) < 1e12 else None  # noqa: PLR2004 - more than any coordinate


def position_faults(session: Session, names: Sequence[str], members: Members) -> Iterator[Fault]:
    """Find positions that cannot be meant, or that lie where there is no data."""
    asked = asked_positions(members, names)
    misplaced = [fault for one in asked if (fault := _misplaced(one)) is not None]
    yield from misplaced
    if not misplaced:
        yield from _place_faults(session, members.get("area"), asked)
    places = {(one.lon, one.lat) for one in asked}
    if len(asked) > len(places):
        yield Fault("same_position", f"/{asked[-1].member}", value=_shown(asked[-1]))


def _shown(asked: Asked) -> str:
    return f"{asked.lon}, {asked.lat}"


def _misplaced(asked: Asked) -> Fault | None:
    lon, lat, where = asked.lon, asked.lat, f"/{asked.member}"
    if in_denmark(lon, lat):
        return None
    if max(abs(lon), abs(lat)) > LARGEST_DEGREE_LIKE:
        return Fault("position_in_metres", where, value=_shown(asked))
    if in_denmark(lat, lon):
        said = {"meant": f"{lat}, {lon}"}
        return Fault("swapped_coordinates", where, None, None, _shown(asked), (lat, lon), said)
    return Fault("outside_denmark", where, value=_shown(asked), place=(lon, lat))


def _place_of_area(session: Session, area: str) -> str | None:
    found = None if "\x00" in area else find_area(session, area)
    return None if found is None else found.place_id


def _place_faults(session: Session, area: object, asked: Sequence[Asked]) -> Iterator[Fault]:
    """Find positions outside the place that is meant: the area's, else that of the first."""
    places = candidates(session, area if isinstance(area, str) else None)
    names = {"expected": ", ".join(place.name for place in places)}
    for one in asked:
        inside = [place for place in places if _holds(place, one)]
        if not inside:
            here = (one.lon, one.lat)
            yield Fault("outside_place", f"/{one.member}", None, None, _shown(one), here, names)
        elif len(asked) > 1 and one is asked[0]:
            places = inside
            names = {"expected": ", ".join(place.name for place in places)}


def candidates(session: Session, area: str | None) -> list[Place]:
    """Give the places that may be meant: the area's, or all of them."""
    wanted = None if area is None else _place_of_area(session, area)
    return [place for place in list_places(session) if wanted is None or place.id == wanted]


def _holds(place: Place, asked: Asked) -> bool:
    return place.west <= asked.lon <= place.east and place.south <= asked.lat <= place.north


def place_of(session: Session, area: str | None, lonlat: tuple[float, float]) -> str:
    """Give the place of a position that was found to lie in one."""
    asked = Asked("", *lonlat)
    inside = [place.id for place in candidates(session, area) if _holds(place, asked)]
    if not inside:
        raise LookupError(f"{lonlat} was checked and lies nowhere")
    return inside[0]
