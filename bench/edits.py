"""What other edits cost beside one drawn path: closing, tearing down, ten at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from shapely.geometry import LineString

from bench.generated_city import city_of, closures, links
from bench.measurement import Result, over_cases, peak_mib
from bench.networks import street_like
from bench.one_link import NODES, QUESTIONS
from spatial.drawing import resolve_drawing
from spatial.interventions import Intervention
from spatial.surface.of_city import drawn_surface, surface_of

if TYPE_CHECKING:
    from bench.one_link import Question
    from spatial.city import City
    from spatial.surface import SurfaceChange

CASES: Final = 100
SAME_ORDER: Final = 10.0
MOST_FOR_TEN_S: Final = 0.300


def run() -> list[Result]:
    """Measure on the generated city of 300,000 nodes."""
    network = street_like(NODES)
    city = city_of(network)
    results = []
    for question in QUESTIONS:
        surface_of(city, question.mode, question.cutoffs_min)
        paths = links(network, 10 * CASES)
        shut = closures(network, CASES)
        torn = [_demolition(row, closure) for row, closure in enumerate(shut)]
        tens = [tuple(paths[10 * row : 10 * row + 10]) for row in range(CASES)]
        timings = (
            over_cases("a path", [partial(answer, city, question, (p,)) for p in paths[:CASES]]),
            over_cases("a closure", [partial(answer, city, question, (c,)) for c in shut]),
            over_cases("a demolition", [partial(answer, city, question, (d,)) for d in torn]),
            over_cases("ten paths at once", [partial(answer, city, question, t) for t in tens]),
        )
        subject = f"{network.name}, {question.mode} to {question.cutoffs_min[-1]} min"
        result = Result("edits", subject, timings, peak_mib=peak_mib())
        same_order = all(result.ratio(name) <= SAME_ORDER for name in ("a closure", "a demolition"))
        targets = {
            "closing and demolishing cost the same order as adding": same_order,
            "ten at once, p95 within 300 ms": timings[3].p95_s <= MOST_FOR_TEN_S,
        }
        results.append(Result("edits", subject, timings, targets, peak_mib=peak_mib()))
    return results


def answer(city: City, question: Question, drawn: tuple[Intervention, ...]) -> SurfaceChange:
    """Read a drawing and find every node that changes."""
    drawing = resolve_drawing(city, drawn)
    return drawn_surface(city, question.mode, question.cutoffs_min, drawing)


def _demolition(row: int, closure: Intervention) -> Intervention:
    """Tear down what stands within 30 m of where a closure was drawn."""
    assert isinstance(closure.geometry, LineString)  # noqa: S101 - so the bench draws them
    block = closure.geometry.centroid.buffer(30.0, quad_segs=1)
    return Intervention(f"b{row}", "demolition", block)
