"""The lines as somebody wrote them down, and the stops of the register they call at."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from spatial.crs import to_planar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import numpy.typing as npt

import shapely

PLACES: Final = ("esbjerg", "gladsaxe", "taastrup")
BEYOND: Final = "beyond-"


@dataclass(frozen=True, slots=True)
class Pole:
    """Where a bus or a train stops."""

    id: str
    name: str
    lon: float
    lat: float
    x: float
    y: float
    departures_weekday: int | None
    departures_07_09: int | None
    is_station: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line in one direction; the other goes back the same way."""

    id: str
    kind: str
    name: str
    assumes: str
    as_at: str | None
    weekday: int
    rush: int
    headway_min: int | None
    stops: tuple[str, ...]
    minutes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Assumed:
    """What is assumed of buses whose running times nobody told."""

    bus_kmh: float
    detour: float
    dwell_s: int


def read_lines(path: Path) -> tuple[tuple[Line, ...], Assumed, Mapping[str, Sequence[float]]]:
    """Read the lines, what they assume, and the stops beyond the places."""
    told = tomllib.loads(path.read_text("utf-8"))
    lines = tuple(
        Line(
            row["id"],
            row["kind"],
            row["name"],
            row["assumes"],
            row.get("as_at"),
            row.get("weekday", 0),
            row.get("rush", 0),
            row.get("headway_min"),
            tuple(row["stops"]),
            tuple(row.get("minutes", ())),
        )
        for row in told["lines"]
    )
    assumes = told["assumes"]
    return (
        lines,
        Assumed(assumes["bus_kmh"], assumes["detour"], assumes["dwell_s"]),
        told["beyond"],
    )


def read_poles(folder: Path, beyond: Mapping[str, Sequence[float]]) -> dict[str, list[Pole]]:
    """Read the stops of all places and those beyond, by name."""
    found: dict[str, list[Pole]] = {}
    for place in PLACES:
        text = (folder / place / "stops.geojson").read_text("utf-8")
        for feature in json.loads(text)["features"]:
            told, lonlat = feature["properties"], feature["geometry"]["coordinates"]
            counts = (told["departures_weekday"], told["departures_07_09"])
            pole = _pole(feature["id"], told["name"], lonlat, counts, is_station=told["is_station"])
            found.setdefault(pole.name, []).append(pole)
    for name, lonlat in beyond.items():
        identity = BEYOND + name.split()[0].lower()
        found[name] = [_pole(identity, name, lonlat, (None, None), is_station=True)]
    return found


def _pole(
    identity: str,
    name: str,
    lonlat: Sequence[float],
    counts: tuple[int | None, int | None],
    *,
    is_station: bool,
) -> Pole:
    point = to_planar(shapely.Point(lonlat))
    return Pole(identity, name, lonlat[0], lonlat[1], point.x, point.y, *counts, is_station)


def called_at(line: Line, poles: Mapping[str, Sequence[Pole]], *, back: bool) -> list[Pole]:
    """Give the poles of one direction: trains stop at stations, buses on the right of the road.

    Raises
    ------
    LookupError
        Where the register has no such stop.
    """
    names = line.stops[::-1] if back else line.stops
    choices = [_choices(line, name, poles) for name in names]
    middles = [_middle(choice) for choice in choices]
    found = []
    for at, choice in enumerate(choices):
        ahead = middles[min(at + 1, len(middles) - 1)] - middles[max(at - 1, 0)]
        found.append(min(choice, key=lambda pole: (_left_of(pole, middles[at], ahead), pole.id)))
    return found


def _choices(line: Line, name: str, poles: Mapping[str, Sequence[Pole]]) -> list[Pole]:
    chosen = [pole for pole in poles.get(name, ()) if pole.is_station == (line.kind == "train")]
    if not chosen:
        raise LookupError(f"{line.id}: no stop is called {name!r}")
    return chosen


def _middle(poles: Sequence[Pole]) -> npt.NDArray[np.float64]:
    middle: npt.NDArray[np.float64] = np.mean([(pole.x, pole.y) for pole in poles], axis=0)
    return middle


def _left_of(pole: Pole, middle: npt.NDArray[np.float64], ahead: npt.NDArray[np.float64]) -> float:
    aside = np.array([pole.x, pole.y]) - middle
    return round(float(ahead[0] * aside[1] - ahead[1] * aside[0]), 3)
