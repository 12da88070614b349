"""Ask the engine what each feature contributes, and write its answer as JSON."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from time import perf_counter

from app.db.queries.places import engine_area
from app.language import Language
from app.pair_texts import PAIR_TEXTS
from app.problems import Fault, Problem
from app.services.assessing import Subject, issue_json, refusal
from app.version import VERSION
from spatial.contributions import (
    MOST_FEATURES,
    MOST_SHARED,
    Contribution,
    Contributions,
    contributions,
)
from spatial.lenses import Lens
from spatial.network.model import Mode
from spatial.summaries import PARTS_OF_A_RESIDENT
from spatial.units import MS_PER_MINUTE

MOST_PAIRS = 20
_UNITS = {"saved_time": ("resident_min", "higher"), "travel_time_nearest": ("ms", "lower")}


def contribute(
    subject: Subject,
    modes: Sequence[Mode],
    lens: Lens | None,
    language: Language,
    is_asked: Callable[[], bool],
) -> dict[str, object]:
    """Share out what a drawing does among its features.

    Parameters
    ----------
    is_asked
        Whether anybody still waits for the answer; asked between searches.

    Raises
    ------
    Stopped
        Where nobody waits any more.
    Problem
        ``invalid-interventions``, where the engine finds an error in the drawing, and
        ``invalid-request`` for more features than can be asked about.
    """
    began = perf_counter()
    if len(subject.features) > MOST_FEATURES:
        fault = Fault(
            "too_many_to_share",
            "/interventions/features",
            value=len(subject.features),
            values={"limit": MOST_FEATURES},
        )
        raise Problem("invalid-request", faults=[fault])
    area = engine_area(subject.area)
    city = subject.city.through(lens)
    found = contributions(city, area, subject.interventions, modes, lambda *_: is_asked())
    if not found.ok:
        raise refusal(subject, found.issues, found.joins, language)
    return {
        "dataset": subject.dataset,
        "version": VERSION,
        "area": subject.area.id,
        "lens": None if lens is None else lens.id,
        "issues": [issue_json(issue, language) for issue in found.issues],
        "features": found.features,
        "method": "shapley" if found.exact else "left_out",
        "most_shared": MOST_SHARED,
        "values": [_value(value) for value in found.values],
        "pairs": list(_pairs(found, _names(subject), language)),
        "elapsed_ms": round((perf_counter() - began) * 1000, 1),
    }


def _names(subject: Subject) -> dict[str, str]:
    """Give each feature the name it was given, else its id."""
    named = {feature.id: feature.properties.get("name") for feature in subject.features}
    return {
        identity: name if isinstance(name, str) and name else identity
        for identity, name in named.items()
    }


def _value(value: Contribution) -> dict[str, object]:
    unit, better = _UNITS[value.id]
    shares = value.shapley
    return {
        "id": value.id,
        "mode": value.mode,
        "category": value.category,
        "unit": unit,
        "better": better,
        "baseline": _number(value.baseline),
        "proposal": _number(value.proposal),
        "total": _number(value.total),
        "left_out": None if value.left_out is None else [float(part) for part in value.left_out],
        "shapley": None if shares is None else [float(share) for share in shares],
        "shapley_exact": None if shares is None else [str(share) for share in shares],
    }


def _number(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def _pairs(
    found: Contributions, names: Mapping[str, str], language: Language
) -> Iterator[dict[str, object]]:
    for mode, pair in found.pairs[:MOST_PAIRS]:
        one, two, alone_one, alone_two = pair.one, pair.two, pair.alone_one, pair.alone_two
        if pair.relation == "needs_the_other" and alone_one != 0:
            one, two, alone_one, alone_two = two, one, alone_two, alone_one
        said = PAIR_TEXTS[pair.relation]
        ids = found.features[one], found.features[two]
        yield {
            "mode": mode,
            "one": ids[0],
            "two": ids[1],
            "relation": pair.relation,
            "alone_one": _minutes(alone_one),
            "alone_two": _minutes(alone_two),
            "together": _minutes(pair.together),
            "message": said.within(language, one=names[ids[0]], two=names[ids[1]]),
        }


def _minutes(saved: int) -> float:
    """Give millionths of a resident times milliseconds as resident-minutes."""
    return float(Fraction(saved, PARTS_OF_A_RESIDENT * MS_PER_MINUTE))
