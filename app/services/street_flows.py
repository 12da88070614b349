"""Ask the engine which trips come along a street, and write its answer as JSON."""

from app.language import Language
from app.problems import Fault, Problem
from app.projection import Crs
from app.schemas.street_flows import WhyStreetIn
from app.services.assessing import Subject
from app.services.comparing import compared
from app.services.routing import facility_json, home_named, route_json
from app.version import VERSION
from spatial.explanations import Sides
from spatial.ground import Ground
from spatial.itineraries import Itinerary
from spatial.street_flows import StreetFlow, street_flows, stretch_named


def why_street(subject: Subject, fields: WhyStreetIn, language: Language) -> dict[str, object]:
    """Tell which trips come along a street, before and after.

    Raises
    ------
    Problem
        Where the street is not known, or the drawing has an error.
    """
    cutoff = fields.cutoff_min
    comparison = compared(subject, fields.mode, fields.lens, (cutoff,), language)
    stretch = stretch_named(comparison, fields.street)
    if stretch is None:
        fault = Fault("unknown_street", "/street", value=fields.street)
        raise Problem("invalid-request", faults=[fault])
    found = street_flows(comparison, fields.mode, stretch, cutoff, fields.flows)
    return {
        "dataset": subject.dataset,
        "version": VERSION,
        "place": comparison.city.place_id,
        "area": subject.area.id,
        "mode": fields.mode,
        "lens": fields.lens,
        "cutoff_min": cutoff,
        "street": fields.street,
        "baseline": found.before,
        "proposal": found.after,
        "gained": found.gained,
        "lost": found.lost,
        "destinations": found.destinations,
        "flows": [_flow(found.sides, flow) for flow in found.flows],
    }


def _flow(sides: Sides, flow: StreetFlow) -> dict[str, object]:
    example = flow.example
    home, residents, (lon, lat) = home_named(sides.after, example.home)
    return {
        "facility": facility_json(sides.after, flow.facility),
        "baseline": flow.before,
        "proposal": flow.after,
        "change": flow.change,
        "homes": flow.homes,
        "example": {
            "home": home,
            "residents": residents,
            "lon": lon,
            "lat": lat,
            "baseline_trips": example.before,
            "proposal_trips": example.after,
            "baseline": _route(sides.before, example.way_before),
            "proposal": _route(sides.after, example.way_after),
        },
    }


def _route(ground: Ground, way: Itinerary | None) -> dict[str, object] | None:
    return None if way is None else route_json(ground, way, Crs.DEGREES)
