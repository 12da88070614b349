"""One drawn path at 300,000 nodes: everything before and after, beside rebuilding it all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, Final

import numpy as np

from bench.agreement import agree
from bench.generated_city import city_of, links
from bench.measurement import Result, Timing, over_cases, peak_mib
from bench.networks import CATEGORIES, StreetNetwork, street_like
from bench.peers import cityseer_peer, pandana_peer
from spatial.drawing import resolve_drawing
from spatial.network.model import MS_PER_METRE, Mode
from spatial.surface.of_city import drawn_surface, surface_of

if TYPE_CHECKING:
    from spatial.city import City
    from spatial.interventions import Intervention
    from spatial.surface import SurfaceChange

NODES: Final = 300_000
DRAWINGS: Final = 200


@dataclass(frozen=True, slots=True)
class Question:
    """A mode with its cutoffs, and how long the answer may take."""

    mode: Mode
    cutoffs_min: tuple[int, ...]
    p95_s: float


QUESTIONS: Final = (
    Question(Mode.WALK, (5, 10, 15, 20, 25, 30), 0.060),
    Question(Mode.BIKE, (3, 5, 7, 9, 12, 15), 0.150),
)
TIMES_PANDANA: Final = 300.0
TIMES_CITYSEER: Final = 100.0


def run() -> list[Result]:
    """Measure walking to 30 minutes and cycling to 15."""
    network = street_like(NODES)
    city = city_of(network)
    return [_measure(network, city, question) for question in QUESTIONS]


def ours(city: City, question: Question, drawn: Intervention) -> SurfaceChange:
    """Answer one drawing: read it, join it to the streets, and find every node that changes."""
    drawing = resolve_drawing(city, (drawn,))
    return drawn_surface(city, question.mode, question.cutoffs_min, drawing)


def _measure(network: StreetNetwork, city: City, question: Question) -> Result:
    surface_of(city, question.mode, question.cutoffs_min)
    drawn = links(network, DRAWINGS)
    engine = over_cases("Forbind", [partial(ours, city, question, one) for one in drawn])
    pandana = _rebuilt_by_pandana(network, city, question)
    timings = [engine, pandana]
    if question.mode is Mode.WALK:
        timings.append(_rebuilt_by_cityseer(network, question))
    subject = f"{network.name}, {question.mode} to {question.cutoffs_min[-1]} min"
    result = Result("one drawn path", subject, tuple(timings), peak_mib=peak_mib())
    targets = {f"p95 within {question.p95_s * 1000:.0f} ms": engine.p95_s <= question.p95_s}
    targets[f"at least {TIMES_PANDANA:.0f} times pandana's rebuild and query"] = (
        result.ratio("pandana, rebuilt") >= TIMES_PANDANA
    )
    if len(timings) > 2:  # noqa: PLR2004 - ours, pandana, cityseer
        targets[f"at least {TIMES_CITYSEER:.0f} times cityseer"] = (
            result.ratio("cityseer, rebuilt") >= TIMES_CITYSEER
        )
    changed = [len(ours(city, question, one).nodes) for one in drawn[:20]]
    note = f"{np.median(changed):.0f} nodes change in the median, {max(changed)} at most"
    return Result(result.bench, subject, tuple(timings), targets, (note,), result.peak_mib)


def _rebuilt_by_pandana(network: StreetNetwork, city: City, question: Question) -> Timing:
    """Let pandana build and ask everything again, once; check our base with what it says."""
    times = network.times_ms(MS_PER_METRE[question.mode])
    cutoffs = np.array(question.cutoffs_min) * 60_000
    began = perf_counter()
    built = pandana_peer.build(network, times, [(0, NODES // 2, 3_600_000)])
    nearest, counts = pandana_peer.measure(built, network, cutoffs, CATEGORIES)
    elapsed = perf_counter() - began
    surface = surface_of(city, question.mode, question.cutoffs_min)
    rows = np.flatnonzero(city.network.node_ids >= 0)
    at_node = city.network.node_ids[rows]
    ours_nearest = np.minimum(surface.nearest_ms[rows, :CATEGORIES], cutoffs[-1])
    agree("nearest", ours_nearest, nearest[at_node], 1e-3)
    agree("counts", surface.counts[rows, :CATEGORIES], counts[at_node], 1e-2)
    return Timing("pandana, rebuilt", (elapsed,))


def _rebuilt_by_cityseer(network: StreetNetwork, question: Question) -> Timing:
    """Let cityseer build and ask everything again, once."""
    metres = [cutoff * 60_000 // MS_PER_METRE[question.mode] for cutoff in question.cutoffs_min]
    began = perf_counter()
    structure = cityseer_peer.build(network)
    data = cityseer_peer.places(structure, network)
    cityseer_peer.accessibility(structure, data, network, metres, CATEGORIES)
    return Timing("cityseer, rebuilt", (perf_counter() - began,))
