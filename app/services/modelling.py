"""Write the network so that anyone can compute on it without Forbind."""

from app.db.queries.places import engine_area
from app.language import Language
from app.services.assessing import Subject, lens_json, refusal
from app.version import VERSION
from spatial.assess import resolve_only
from spatial.lenses import Lens
from spatial.model_bundle import BundleConnector, BundleEdge, model_bundle


def write_model(
    subject: Subject, language: Language, lens: Lens | None = None
) -> dict[str, object]:
    """Write the network of an area's place, with the drawing laid over it, as a lens sees it.

    Raises
    ------
    Problem
        ``invalid-interventions``, where the engine finds an error in the drawing.
    """
    area = engine_area(subject.area)
    if subject.features:
        found = resolve_only(subject.city, area, subject.interventions)
        if not found.ok:
            raise refusal(subject, found.issues, found.joins, language)
    bundle = model_bundle(subject.city.through(lens), subject.interventions, area)
    return {
        "dataset": subject.dataset,
        "version": VERSION,
        "area": subject.area.id,
        "lens": None if lens is None else lens_json(lens),
        "nodes": [{"id": node.id, "x": node.x, "y": node.y} for node in bundle.nodes],
        "edges": [_edge(edge) for edge in bundle.edges],
        "origins": [
            {
                "id": origin.id,
                "residents": origin.residents,
                "area": origin.area,
                "connectors": [_connector(connector) for connector in origin.connectors],
            }
            for origin in bundle.origins
        ],
        "facilities": [
            {
                "id": facility.id,
                "category": facility.category,
                "capacity": facility.capacity,
                "connectors": [_connector(connector) for connector in facility.connectors],
            }
            for facility in bundle.facilities
        ],
    }


def _edge(edge: BundleEdge) -> dict[str, object]:
    written: dict[str, object] = {
        "id": edge.id,
        "u": edge.u,
        "v": edge.v,
        "walk_ms": edge.walk_ms,
        "bike_ms": edge.bike_ms,
    }
    if edge.walk_ms_back != edge.walk_ms:
        written["walk_ms_back"] = edge.walk_ms_back
    if edge.bike_ms_back != edge.bike_ms:
        written["bike_ms_back"] = edge.bike_ms_back
    return written


def _connector(connector: BundleConnector) -> dict[str, object]:
    return {
        "node": connector.node,
        "walk_ms": connector.walk_ms,
        "bike_ms": connector.bike_ms,
    }
