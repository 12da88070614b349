"""OpenStreetMap over the network: a place's window asked of Overpass, through osmnx."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import osmnx
import shapely
from osmnx._errors import InsufficientResponseError, ResponseStatusCodeError
from requests import RequestException

from app.importers.faults import DataFault, InvalidLayers
from app.importers.osm.crossings import crossing_control
from app.importers.osm.street_tags import StreetTags, gate_passes, read_street_tags
from app.importers.osm.tag_tables import BARRIERS, FACILITIES, LAND_COVER, barrier_of, category_of
from app.importers.osm.things import Thing
from app.importers.osm.ways import RawStreets, in_metres
from spatial.crs import to_geographic, to_planar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import networkx as nx

    from app.importers.reading import Progress, Window

NAME: Final = "overpass"
"""What stands for it where a file is named."""
_WAY_TAGS: Final = (
    *("highway", "name", "access", "foot", "bicycle", "vehicle", "motorroad", "area", "junction"),
    *("oneway", "oneway:bicycle", "cycleway", "cycleway:left", "cycleway:right", "cycleway:both"),
    *("cycleway:oneway", "cycleway:left:oneway", "cycleway:right:oneway", "cycleway:both:oneway"),
    *("bridge", "tunnel", "lit", "surface", "width", "maxspeed"),
)
_NODE_TAGS: Final = (
    *("barrier", "access", "foot", "bicycle", "locked", "highway", "crossing", "crossing_ref"),
    *("crossing:signals", "crossing:markings", "crossing:island"),
)
_TIMEOUT_S: Final = 180


def ask_ways(window: Window, progress: Progress) -> RawStreets:
    """Fetch every street that meets a window.

    Raises
    ------
    InvalidLayers
        Where Overpass does not answer, or knows no street there.
    """
    progress("streets", 0, None)
    with _asking(window):
        graph = osmnx.graph_from_polygon(
            to_geographic(window.surface),
            simplify=False,
            retain_all=True,
            truncate_by_edge=True,
            custom_filter='["highway"]',
        )
    return raw_streets(graph)


def ask_things(window: Window, progress: Progress) -> Iterator[Thing]:
    """Fetch everything but the streets that a table names and that meets a window.

    Raises
    ------
    InvalidLayers
        Where Overpass does not answer.
    """
    progress("things", 0, None)
    keys = {rule.key for rule in (*FACILITIES, *BARRIERS, *LAND_COVER)} - {"highway"}
    wanted: dict[str, bool | str | list[str]] = dict.fromkeys(sorted({*keys, "building"}), True)
    wanted["highway"] = ["bus_stop", "motorway", "motorway_link"]
    with _asking(window):
        found = osmnx.features_from_polygon(to_geographic(window.surface), wanted)
    yield from things_of(found)


def raw_streets(graph: nx.MultiDiGraph[int]) -> RawStreets:
    """Give a graph of osmnx, not simplified, as the streets it was made of.

    Each stretch between two nodes stands as a way of its own; they are joined again where they
    merely go on.
    """
    unread: Counter[tuple[str, str]] = Counter()
    stretches = sorted(
        (data["osmid"], one, two, _tags(data))
        for one, two, data in graph.edges(data=True)
        if not data.get("reversed")
    )
    known: dict[tuple[tuple[str, str], ...], StreetTags | None] = {}
    kept = []
    for way, one, two, told in stretches:
        if told not in known:
            known[told] = read_street_tags(
                dict(told), lambda key, value: unread.update([(key, value)])
            )
        tags = known[told]
        if tags is not None and one != two:
            kept.append((way, one, two, tags))
    nodes = np.array([node for _, one, two, _ in kept for node in (one, two)], np.int64)
    lonlat = np.array([(graph.nodes[n]["x"], graph.nodes[n]["y"]) for n in nodes.tolist()])
    found = {node: crossing_control(_strings(data)) for node, data in graph.nodes(data=True)}
    controls = {node: control for node, control in found.items() if control is not None}
    gates = {node: gate_passes(_strings(data)) for node, data in graph.nodes(data=True)}
    return RawStreets(
        nodes,
        shapely.get_coordinates(to_planar(shapely.multipoints(lonlat.reshape(-1, 2)))),
        np.arange(0, len(nodes) + 1, 2),
        [tags for *_, tags in kept],
        [way for way, *_ in kept],
        {node: passes for node, passes in gates.items() if passes != (True, True)},
        controls,
        in_metres(
            [
                (graph.nodes[node]["x"], graph.nodes[node]["y"])
                for node, control in controls.items()
                if control == "signal"
            ]
        ),
        0,
        unread,
    )


def things_of(features: Any) -> Iterator[Thing]:  # noqa: ANN401 - a GeoDataFrame, which has no types
    """Give what osmnx found as things, by kind and number."""
    columns = [name for name in features.columns if name != "geometry"]
    for (element, number), row in features.sort_index().iterrows():
        tags = {name: row[name] for name in columns if isinstance(row[name], str)}
        shape = row["geometry"]
        is_point = shape.geom_type == "Point"
        if is_point and category_of(tags) is None:
            continue
        if shape.geom_type == "LineString" and barrier_of(tags) is None:
            continue
        yield Thing(f"{element[0]}{number}", tags, to_planar(shape))


def _tags(data: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Give the tags of an edge; osmnx tells one-way as yes or no, along the edge as it is drawn."""
    tags = _strings(data)
    tags.pop("oneway", None)
    if data.get("oneway") is True and tags.get("junction") not in {"roundabout", "circular"}:
        tags["oneway"] = "yes"
    return tuple(sorted(tags.items()))


def _strings(data: Mapping[str, Any]) -> dict[str, str]:
    return {key: value for key, value in data.items() if isinstance(value, str)}


@contextmanager
def _asking(window: Window) -> Iterator[None]:
    """Ask with the tags that are read here, keep nothing in files, and tell what goes wrong."""
    wanted = {
        "useful_tags_way": list(_WAY_TAGS),
        "useful_tags_node": list(_NODE_TAGS),
        "use_cache": False,
        "requests_timeout": _TIMEOUT_S,
    }
    before = {name: getattr(osmnx.settings, name) for name in wanted}
    try:
        for name, value in wanted.items():
            setattr(osmnx.settings, name, value)
        yield
    except (RequestException, ResponseStatusCodeError) as error:
        message = (
            "Overpass does not answer: see whether this machine reaches the network, try again "
            "later, or download an extract and load that file"
        )
        raise _refused(window, message, str(error)[:200]) from error
    except InsufficientResponseError as error:
        raise _refused(window, "OpenStreetMap holds nothing of the kind there", None) from error
    finally:
        for name, value in before.items():
            setattr(osmnx.settings, name, value)


def _refused(window: Window, message: str, value: str | None) -> InvalidLayers:
    return InvalidLayers([DataFault(f"{NAME}, {window.place}", None, value, None, message)])
