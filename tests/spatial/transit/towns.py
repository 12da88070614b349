"""Small timetables, by hand and by chance, and an oracle that is not ours."""

from __future__ import annotations

import networkx as nx
import numpy as np

from spatial.network.model import Connectors
from spatial.transit.timetable import Timetable, Trips, build_timetable, mirrored
from spatial.units import UNREACHABLE_MS

MINUTE = 60_000
NEVER = int(UNREACHABLE_MS)

Call = tuple[int, int, int, bool, bool]
"""A stop, when it is reached and left, whether one may get on and off there."""


def trips_of(calls: list[list[Call]]) -> Trips:
    flat = [call for trip in calls for call in trip]
    stops, arrivals, departures, boards, alights = zip(*flat, strict=True) if flat else ((),) * 5
    return Trips(
        np.concatenate(([0], np.cumsum([len(trip) for trip in calls]))).astype(np.int64),
        np.array(stops, np.int32),
        np.array(arrivals, np.int32),
        np.array(departures, np.int32),
        np.array(boards, np.bool_),
        np.array(alights, np.bool_),
    )


def ride(*calls: tuple[int, float]) -> list[Call]:
    """A trip that calls at stops at minutes of the day, and stands nowhere."""
    return [(stop, int(at * MINUTE), int(at * MINUTE), True, True) for stop, at in calls]


def changes_of(stop_count: int, ways: dict[tuple[int, int], float]) -> Connectors:
    """Changes between stops in minutes."""
    ordered = sorted(ways.items())
    tails = np.array([pair[0] for pair, _ in ordered], np.int64)
    return Connectors(
        np.concatenate(([0], np.cumsum(np.bincount(tails, minlength=stop_count)))).astype(np.int32),
        np.array([pair[1] for pair, _ in ordered], np.int32),
        np.array([round(minutes * MINUTE) for _, minutes in ordered], np.int32),
    )


def turned(ways: dict[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    return {(two, one): minutes for (one, two), minutes in ways.items()}


class Town:
    """A timetable with all it was made of."""

    def __init__(
        self, stop_count: int, calls: list[list[Call]], ways: dict[tuple[int, int], float]
    ) -> None:
        self.stop_count, self.calls, self.ways = stop_count, calls, ways
        self.trips = trips_of(calls)

    @property
    def timetable(self) -> Timetable:
        return build_timetable(self.stop_count, self.trips, changes_of(self.stop_count, self.ways))

    @property
    def mirror(self) -> Timetable:
        ways = changes_of(self.stop_count, turned(self.ways))
        return build_timetable(self.stop_count, mirrored(self.trips), ways)


def any_town(seed: int, trips: int = 14) -> Town:
    """Trips that overtake, stand, call twice, or let nobody on or off here and there."""
    chance = np.random.default_rng(seed)
    stop_count = int(chance.integers(3, 9))
    patterns = [chance.integers(0, stop_count, chance.integers(2, 6)) for _ in range(4)]
    calls = []
    for _ in range(trips):
        pattern = patterns[chance.integers(len(patterns))]
        now = int(chance.integers(-30, 90)) * MINUTE
        trip: list[Call] = []
        for stop in pattern.tolist():
            leaves = now + int(chance.integers(0, 3)) * MINUTE
            trip.append(
                (stop, now, leaves, bool(chance.random() < 0.9), bool(chance.random() < 0.9))
            )
            now = leaves + int(chance.integers(0, 15)) * MINUTE
        calls.append(trip)
    ways = {(stop, stop): float(chance.integers(0, 4)) for stop in range(stop_count)}
    for _ in range(int(chance.integers(0, 5))):
        one, two = chance.integers(0, stop_count, 2).tolist()
        ways[one, two] = float(chance.integers(0, 8))
    return Town(stop_count, calls, ways)


def expanded(town: Town) -> nx.DiGraph:
    """Every arrival and departure as a node of its own: Pyrga and others' time-expanded graph."""
    graph = nx.DiGraph()
    starts = []
    for number, trip in enumerate(town.calls):
        for at, (stop, arrives, leaves, boards, _) in enumerate(trip):
            graph.add_edge(("in", number, at), ("out", number, at), weight=leaves - arrives)
            if at + 1 < len(trip):
                later = trip[at + 1][1] - leaves
                graph.add_edge(("out", number, at), ("in", number, at + 1), weight=later)
            if boards:
                starts.append((stop, leaves, ("out", number, at)))
    for number, trip in enumerate(town.calls):
        for at, (stop, arrives, _, _, alights) in enumerate(trip):
            # Nobody gets off where nobody got on: a change begins with a ride.
            if not alights or at == 0:
                continue
            for other, leaves, node in starts:
                takes = town.ways.get((stop, other))
                if takes is not None and arrives + round(takes * MINUTE) <= leaves:
                    graph.add_edge(("in", number, at), node, weight=leaves - arrives)
    return graph


def arrivals_by_dijkstra(
    town: Town, graph: nx.DiGraph, access: dict[int, int], departure_ms: int
) -> list[int]:
    """When one gets off at each stop, by a search over every event."""
    search = graph.copy()
    for number, trip in enumerate(town.calls):
        for at, (stop, _, leaves, boards, _) in enumerate(trip):
            ready = departure_ms + access[stop] if stop in access else NEVER
            if boards and ready <= leaves:
                search.add_edge("home", ("out", number, at), weight=leaves - departure_ms)
    search.add_node("home")
    times = nx.single_source_dijkstra_path_length(search, "home")
    best = [NEVER] * town.stop_count
    for number, trip in enumerate(town.calls):
        for at, (stop, arrives, _, _, alights) in enumerate(trip):
            if alights and ("in", number, at) in times:
                best[stop] = min(best[stop], departure_ms + int(times["in", number, at]))
                assert departure_ms + times["in", number, at] == arrives
    return best
