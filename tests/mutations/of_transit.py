"""Breakages of the timetable and of the search for rides."""

from __future__ import annotations

from typing import Final

from tests.mutations.mutation import Mutation

LINES: Final = "tests/spatial/transit/test_timetable.py"
RIDES: Final = "tests/spatial/transit/test_raptor.py"
LEGS: Final = "tests/spatial/transit/test_journeys.py"
DOORS: Final = "tests/spatial/transit/test_times.py"
WHEELS: Final = "tests/spatial/transit/test_on_wheels.py"

MUTATIONS: Final = (
    Mutation(
        "transit: a trip that leaves this very moment is missed",
        "spatial/transit/sorted_times.py",
        "if times[middle] < time:",
        "if times[middle] <= time:",
        (RIDES,),
    ),
    Mutation(
        "transit: whoever rides never gets off for an earlier trip of the line",
        "spatial/transit/raptor.py",
        "            trip > 0\n",
        "            trip == trips\n",
        (RIDES,),
    ),
    Mutation(
        "transit: one gets on where the trip lets nobody on",
        "spatial/transit/raptor.py",
        "            and lines.boards[at]\n",
        "",
        (RIDES,),
    ),
    Mutation(
        "transit: one gets off where the trip lets nobody off",
        "spatial/transit/raptor.py",
        "if trip < trips and lines.alights[at]:",
        "if trip < trips:",
        (RIDES,),
    ),
    Mutation(
        "transit: a line is ridden from where it was met first, not from its earliest stop",
        "spatial/transit/raptor.py",
        "elif position < start[line]:",
        "elif position > start[line]:",
        (RIDES,),
    ),
    Mutation(
        "transit: changing takes no time",
        "spatial/transit/raptor.py",
        "time = np.int64(arrived[alighted[k]]) + changes[2][way]",
        "time = np.int64(arrived[alighted[k]])",
        (RIDES,),
    ),
    Mutation(
        "transit: walking to the first stop takes no time",
        "spatial/transit/raptor.py",
        "time = np.int64(departures_ms[turn]) + seeds[1][seed]",
        "time = np.int64(departures_ms[turn])",
        (RIDES,),
    ),
    Mutation(
        "transit: a window is searched from its first minute, so that later ones keep its times",
        "spatial/transit/raptor.py",
        "for turn in range(len(departures_ms) - 1, -1, -1):",
        "for turn in range(len(departures_ms)):",
        (RIDES,),
    ),
    Mutation(
        "transit: the latest departures stand in the wrong order",
        "spatial/transit/raptor.py",
        "found = earliest_arrivals(mirror, stops, times_ms, departures)[::-1]",
        "found = earliest_arrivals(mirror, stops, times_ms, departures)",
        (RIDES,),
    ),
    Mutation(
        "transit: trips of one line may overtake each other",
        "spatial/transit/timetable.py",
        "if (before <= times[row]).all():",
        "if before[0] <= times[row][0]:",
        (LINES, RIDES),
    ),
    Mutation(
        "transit: trips that let people on elsewhere are one line",
        "spatial/transit/timetable.py",
        "words = trips.stops.astype(np.int64) * 4 + trips.boards * 2 + trips.alights",
        "words = trips.stops.astype(np.int64) * 4 + trips.alights",
        (LINES, RIDES),
    ),
    Mutation(
        "transit: mirrored trips let people on where they let them on before",
        "spatial/transit/timetable.py",
        "        trips.alights[back],\n        trips.boards[back],\n",
        "        trips.boards[back],\n        trips.alights[back],\n",
        (RIDES,),
    ),
    Mutation(
        "transit: a fault of a trip's times is not told",
        "spatial/transit/timetable.py",
        "np.flatnonzero(goes_on & (early[1:] < late[:-1])) + 1",
        "np.flatnonzero(goes_on & (early[1:] < early[:-1])) + 1",
        (LINES,),
    ),
    Mutation(
        "transit: a share of the departures is rounded down",
        "spatial/transit/table.py",
        "int(np.ceil(self.share * self.minutes))",
        "int(self.share * self.minutes)",
        (LEGS,),
    ),
    Mutation(
        "transit: a trip that takes no wheelchairs is boarded all the same",
        "spatial/transit/on_wheels.py",
        "~(closed.stops[table.trips.stops] | closed.trips[trip_of])",
        "~closed.stops[table.trips.stops]",
        (WHEELS,),
    ),
    Mutation(
        "transit: a new stop opens a trip to wheelchairs",
        "spatial/transit/edited.py",
        "opens = bool((trip.boards | trip.alights).any())",
        "opens = True",
        (WHEELS,),
    ),
    Mutation(
        "transit: the bike is not ridden all the way",
        "spatial/transit/times.py",
        "np.minimum(direct_ms, _every_pair(by_bike.all_the_way(city, drawing)))",
        "direct_ms",
        (DOORS,),
    ),
    Mutation(
        "transit: homes that ride to other stops keep their times",
        "spatial/transit/times.py",
        "        leave_otherwise[:homes, None]\n",
        "        np.zeros((homes, 1), np.bool_)\n",
        (DOORS,),
    ),
)
