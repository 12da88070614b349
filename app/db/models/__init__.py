"""The tables."""

from app.db.models.base import SRID, Base
from app.db.models.comments import Comment, CommentRevision
from app.db.models.layers import (
    Barrier,
    Building,
    Facility,
    Home,
    LandCover,
    Stop,
    StreetEdge,
)
from app.db.models.loads import Load
from app.db.models.places import Area, DataLayer, DataSource, Place
from app.db.models.proposals import Intervention, Proposal, ProposalRevision
from app.db.models.transit import (
    TransitPathway,
    TransitPattern,
    TransitRoute,
    TransitService,
    TransitStop,
    TransitTransfer,
    TransitTrip,
)

__all__ = [
    "SRID",
    "Area",
    "Barrier",
    "Base",
    "Building",
    "Comment",
    "CommentRevision",
    "DataLayer",
    "DataSource",
    "Facility",
    "Home",
    "Intervention",
    "LandCover",
    "Load",
    "Place",
    "Proposal",
    "ProposalRevision",
    "Stop",
    "StreetEdge",
    "TransitPathway",
    "TransitPattern",
    "TransitRoute",
    "TransitService",
    "TransitStop",
    "TransitTransfer",
    "TransitTrip",
]
