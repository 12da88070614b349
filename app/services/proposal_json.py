"""Proposals as they are sent and as they are kept in the history."""

from collections.abc import Mapping

from geoalchemy2.shape import to_shape

from app.db.models import Intervention, Proposal
from app.projection import to_degrees, to_metres
from app.services.drawing import DrawnFeature


def summary_json(proposal: Proposal, intervention_count: int) -> dict[str, object]:
    """Write a proposal without its drawing."""
    return {
        "id": str(proposal.id),
        "area": proposal.area_id,
        "name": proposal.name,
        "description": proposal.description,
        "name_en": proposal.name_en,
        "description_en": proposal.description_en,
        "source": proposal.source,
        "is_example": proposal.is_example,
        "version": proposal.version,
        "created_at": proposal.created_at.isoformat(),
        "updated_at": proposal.updated_at.isoformat(),
        "intervention_count": intervention_count,
    }


def proposal_json(proposal: Proposal) -> dict[str, object]:
    """Write a proposal with its drawing."""
    features = [feature.as_geojson() for feature in drawn_features(proposal)]
    return {
        **summary_json(proposal, len(features)),
        "settings": proposal.settings,
        "interventions": {"type": "FeatureCollection", "features": features},
    }


def indicator_settings(proposal: Proposal) -> dict[str, Mapping[str, float]]:
    """Give the unit prices a proposal is reckoned with, as an assessment takes them."""
    cost = proposal.settings.get("cost")
    return {"cost": cost} if cost else {}


def drawn_features(proposal: Proposal) -> tuple[DrawnFeature, ...]:
    """Give the kept interventions as they were drawn."""
    return tuple(_drawn(intervention) for intervention in proposal.interventions)


def _drawn(intervention: Intervention) -> DrawnFeature:
    lonlat = to_degrees(to_shape(intervention.geom))
    return DrawnFeature(
        id=intervention.feature_id,
        kind=intervention.kind,
        properties=intervention.properties,
        lonlat=lonlat,
        # From the degrees, so that the answer is the same before and after it was kept.
        metres=to_metres(lonlat),
    )
