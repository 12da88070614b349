"""Which proposals a load touches: they stay as they are, and their people should look again."""

from collections.abc import Sequence

import shapely
from geoalchemy2.shape import to_shape
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Area, Intervention, Proposal
from app.services.loading.comparing import Difference
from app.services.loading.story import TouchedProposal

NEAR_M = 25.0
_NAMING = "facility_id"


def touched_proposals(
    session: Session, place: str, differences: Sequence[Difference]
) -> list[TouchedProposal]:
    """List the proposals of a place that lie near a change, or name what is gone."""
    geometries = [shape for difference in differences for shape in difference.geometries]
    gone = frozenset().union(*(difference.gone for difference in differences))
    if not geometries and not gone:
        return []
    tree = shapely.STRtree(geometries)
    drawn = session.execute(
        select(Proposal, Intervention)
        .join(Intervention, Intervention.proposal_id == Proposal.id)
        .join(Area, Area.id == Proposal.area_id)
        .where(Area.place_id == place, Proposal.deleted_at.is_(None))
        .order_by(Proposal.id, Intervention.position)
    )
    found: dict[object, TouchedProposal] = {}
    for proposal, feature in drawn:
        names = str(feature.properties.get(_NAMING)) in gone
        if not names and not tree.query(to_shape(feature.geom), "dwithin", NEAR_M).size:
            continue
        if names or proposal.id not in found:
            found[proposal.id] = TouchedProposal(
                proposal.id, proposal.name, proposal.area_id, "names" if names else "near"
            )
    return list(found.values())
