"""One drawn path at 300,000 nodes, asked over HTTP: body in, columns out, on a real socket."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import httpx2
from shapely.geometry import mapping

from app.db.engine import make_engine
from app.projection import to_degrees
from app.services.cities import CityCache
from app.state import make_service
from bench.generated_city import city_of, links
from bench.measurement import Result, Timing, over_cases, peak_mib
from bench.networks import CATEGORIES, street_like
from bench.one_link import NODES, QUESTIONS, ours
from bench.running_service import settings_over_bundled_data
from spatial.surface.of_city import surface_of
from spatial.tables import CATEGORIES as CATEGORY_NAMES
from tests.browser.live_service import LiveService

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from bench.networks import StreetNetwork
    from bench.one_link import Question
    from spatial.city import City
    from spatial.interventions import Intervention

DRAWINGS: Final = 200
AREA: Final = "taastrupgaard"
P95_S: Final = (0.100, 0.250)


class OneCity(CityCache):
    """Gives the generated place, whichever is asked for."""

    def __init__(self, city: City) -> None:
        self._city = city

    def get(self, session: Session, place_id: str) -> tuple[str, City]:  # noqa: ARG002
        """Give the dataset's name and the place."""
        return "generated", self._city


def run() -> list[Result]:
    """Measure walking to 30 minutes and cycling to 15, over HTTP."""
    network = street_like(NODES)
    city = city_of(network)
    with settings_over_bundled_data(warm_at_start=False) as settings:
        engine = make_engine(str(settings.database_url))
        service = replace(make_service(settings, engine), cities=OneCity(city))
        live = LiveService(settings, service)
        live.start()
        try:
            with httpx2.Client(base_url=live.address, timeout=60) as client:
                return [
                    _measure(client, network, city, question, most)
                    for question, most in zip(QUESTIONS, P95_S, strict=True)
                ]
        finally:
            live.stop()
            engine.dispose()


def _measure(
    client: httpx2.Client, network: StreetNetwork, city: City, question: Question, most_s: float
) -> Result:
    surface_of(city, question.mode, question.cutoffs_min)
    drawn = links(network, DRAWINGS)
    bodies = [_body(question, one) for one in drawn]
    _check(client, city, question, drawn[0], bodies[0])
    timing = over_cases("Forbind", [partial(_ask, client, body) for body in bodies])
    sizes = [len(client.post("/api/surface", json=body).content) for body in bodies[:20]]
    subject = f"{network.name}, {question.mode} to {question.cutoffs_min[-1]} min"
    return Result(
        "one drawn path over HTTP",
        subject,
        (Timing(timing.contender, timing.seconds),),
        {f"p95 within {most_s * 1000:.0f} ms": timing.p95_s <= most_s},
        (f"an answer holds at most {max(sizes) / 1024:,.0f} KiB",),
        peak_mib(),
    )


def _body(question: Question, drawn: Intervention) -> dict[str, Any]:
    feature = {
        "type": "Feature",
        "id": drawn.id,
        "geometry": mapping(to_degrees(drawn.geometry)),
        "properties": {"kind": drawn.kind},
    }
    return {
        "area": AREA,
        "interventions": {"type": "FeatureCollection", "features": [feature]},
        "mode": question.mode.value,
        "categories": list(CATEGORY_NAMES[:CATEGORIES]),
        "cutoffs_min": list(question.cutoffs_min),
    }


def _ask(client: httpx2.Client, body: dict[str, Any]) -> dict[str, Any]:
    answer = client.post("/api/surface", json=body)
    answer.raise_for_status()
    written: dict[str, Any] = answer.json()
    return written


def _check(
    client: httpx2.Client,
    city: City,
    question: Question,
    drawn: Intervention,
    body: dict[str, Any],
) -> None:
    """Make sure that HTTP tells what the engine finds, before it is timed."""
    change = ours(city, question, drawn)
    told = _ask(client, body)
    differs = (change.nearest_before_ms != change.nearest_after_ms).any(axis=1)
    differs |= (change.counts_before != change.counts_after).any(axis=(1, 2))
    if len(told["nodes"]["ids"]) != int(differs.sum()):
        raise AssertionError(f"{len(told['nodes']['ids'])} nodes told, {differs.sum()} differ")
