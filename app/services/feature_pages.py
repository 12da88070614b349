"""Pages of features, as the map asks for them."""

import json
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from sqlalchemy.orm import Session

from app.db.queries.features import Bbox, FeatureFilter, Layer, read_features
from app.db.queries.places import area_ids, find_area
from app.problems import Fault, Problem

_LARGEST_LON, _LARGEST_LAT = 180.0, 90.0
_CORNERS = 4


def filter_of(
    session: Session, area_id: str | None, bbox: str | None, *, inside: bool
) -> FeatureFilter:
    """Ask for what is around an area (its place) or only inside it, and for what meets a bbox.

    Raises
    ------
    Problem
        With every parameter that cannot be used.
    """
    faults: list[Fault] = []
    window = FeatureFilter() if area_id is None else _window(session, area_id, inside, faults)
    corners = None if bbox is None else _corners(bbox, faults)
    if faults:
        raise Problem("invalid-request", faults=faults)
    return replace(window, bbox=corners)


def _corners(text: str, faults: list[Fault]) -> Bbox | None:
    try:
        numbers = [float(part) for part in text.split(",")]
    except ValueError:
        numbers = []
    if len(numbers) == _CORNERS:
        west, south, east, north = numbers
        # NaN fails every comparison, so it fails here too.
        if (
            -_LARGEST_LON <= west < east <= _LARGEST_LON
            and -_LARGEST_LAT <= south < north <= _LARGEST_LAT
        ):
            return west, south, east, north
    faults.append(Fault("bad_bbox", parameter="bbox", value=text))
    return None


def _window(session: Session, area_id: str, inside: bool, faults: list[Fault]) -> FeatureFilter:
    area = None if "\x00" in area_id else find_area(session, area_id)
    if area is None:
        expected = {"expected": ", ".join(area_ids(session))}
        faults.append(Fault("unknown_area", parameter="area", value=area_id, values=expected))
        return FeatureFilter()
    if inside:
        return FeatureFilter(inside_area_id=area.id)
    return FeatureFilter(place_id=area.place_id)


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a layer as it was asked for.

    Parameters
    ----------
    address
        Path of the list, without its query.
    parameters
        The query, which links to other pages repeat.
    """

    layer: Layer
    wanted: FeatureFilter
    limit: int
    offset: int
    address: str
    parameters: tuple[tuple[str, str], ...]

    @property
    def key(self) -> Hashable:
        """Name everything the page depends on beside the data."""
        return self.address, self.parameters


def write_page(session: Session, page: Page) -> bytes:
    """Write a page of a layer with its counts and links."""
    limit, offset, address = page.limit, page.offset, page.address
    matched, features = read_features(session, page.layer, page.wanted, limit=limit, offset=offset)
    links = [_link(address, page.parameters, "self")]
    rest = [(name, value) for name, value in page.parameters if name not in {"offset", "limit"}]
    if offset + len(features) < matched and features:
        following = [*rest, ("limit", str(limit)), ("offset", str(offset + limit))]
        links.append(_link(address, following, "next"))
    if offset > 0:
        before = [*rest, ("limit", str(limit)), ("offset", str(max(0, offset - limit)))]
        links.append(_link(address, before, "prev"))
    counts = f'"numberMatched":{matched},"numberReturned":{len(features)}'
    head = '{"type":"FeatureCollection",' + counts + ',"links":' + json.dumps(links)
    return f'{head},"features":[{",".join(features)}]}}'.encode()


def _link(address: str, parameters: Sequence[tuple[str, str]], rel: str) -> dict[str, str]:
    query = f"?{urlencode(parameters)}" if parameters else ""
    return {"href": address + query, "rel": rel, "type": "application/geo+json"}
