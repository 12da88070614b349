"""Ask the engine whom a facility serves, and write its answer as JSON."""

import numpy as np

from app.language import Language
from app.problems import Fault, Problem
from app.projection import metres_to_lonlat
from app.schemas.catchments import CatchmentIn
from app.services.assessing import Subject
from app.services.comparing import compared
from app.services.routing import facility_json
from app.version import VERSION
from spatial.catchment import People, Served, facility_row, find_catchment
from spatial.comparison import Comparison
from spatial.explanations import sides_of
from spatial.units import UNREACHABLE_MS


def catchment(subject: Subject, fields: CatchmentIn, language: Language) -> dict[str, object]:
    """Tell whom a facility serves, before and after.

    Raises
    ------
    Problem
        Where the facility is not known, or the drawing has an error.
    """
    cutoffs = tuple(sorted(set(fields.cutoffs_min)))
    comparison = compared(subject, fields.mode, fields.lens, cutoffs, language)
    drawn = [place.feature for place in comparison.drawing.patch.edits.facilities]
    row = facility_row(comparison.city, drawn, fields.facility)
    if row is None:
        fault = Fault("unknown_facility", "/facility", value=fields.facility)
        raise Problem("invalid-request", faults=[fault])
    found = find_catchment(comparison, fields.mode, row)
    return {
        "dataset": subject.dataset,
        "version": VERSION,
        "place": comparison.city.place_id,
        "area": subject.area.id,
        "mode": fields.mode,
        "lens": fields.lens,
        "cutoffs_min": cutoffs,
        "facility": facility_json(sides_of(comparison, fields.mode).after, row),
        "baseline": _side(found.before, cutoffs),
        "proposal": _side(found.after, cutoffs),
        "homes": _homes(comparison, found.before, found.after),
    }


def _side(served: Served | None, cutoffs: tuple[int, ...]) -> dict[str, object] | None:
    if served is None:
        return None
    return {
        "within": [
            {"cutoff_min": cutoff, **_people(people)}
            for cutoff, people in zip(cutoffs, served.within, strict=True)
        ],
        "nearest": _people(served.nearest_to),
    }


def _people(people: People) -> dict[str, object]:
    return {"inside": people.inside, "outside": people.outside}


def _homes(
    comparison: Comparison, before: Served | None, after: Served | None
) -> dict[str, object]:
    city, drawn = comparison.city, comparison.drawing.patch.edits.homes
    one, two = comparison.baseline, comparison.proposal
    count = len(two.residents)
    places = np.array([(home.x, home.y) for home in drawn], np.float64).reshape(-1, 2)
    lonlat = metres_to_lonlat(np.vstack((city.homes.xy.reshape(-1, 2), places)))
    return {
        "ids": (*city.homes.ids, *(home.feature for home in drawn)),
        "lon": lonlat[:, 0].tolist(),
        "lat": lonlat[:, 1].tolist(),
        "residents": [*one.residents.tolist(), *[0.0] * (count - len(one.residents))],
        "residents_proposal": two.residents.tolist(),
        "in_area": two.in_area.tolist(),
        "baseline_ms": _times(before, count),
        "proposal_ms": _times(after, count),
        "nearest_baseline": _nearest(before, count),
        "nearest_proposal": _nearest(after, count),
    }


def _times(served: Served | None, count: int) -> list[int | None]:
    """Write times; homes that are not there yet have none."""
    known = [] if served is None else served.times_ms.tolist()
    times = [None if time >= UNREACHABLE_MS else time for time in known]
    return [*times, *[None] * (count - len(times))]


def _nearest(served: Served | None, count: int) -> list[bool]:
    known: list[bool] = [] if served is None else served.nearest.tolist()
    return [*known, *[False] * (count - len(known))]
