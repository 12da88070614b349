"""Proposals as they travel."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from app.schemas.geojson import (
    InterventionCollection,
    InterventionCollectionIn,
    InterventionFeature,
    Link,
    NamedCrs,
)
from app.schemas.proposal_settings import ProposalSettings
from app.schemas.storable import Texts

NAME_CHARACTERS = 200
DESCRIPTION_CHARACTERS = 20_000


class ProposalIn(Texts):
    """A whole proposal, to be kept."""

    area: Annotated[str, Field(min_length=1, max_length=120)]
    name: Annotated[str, Field(min_length=1, max_length=NAME_CHARACTERS)]
    description: Annotated[str, Field(max_length=DESCRIPTION_CHARACTERS)] = ""
    settings: ProposalSettings = ProposalSettings()
    interventions: InterventionCollectionIn


class NewProposalIn(ProposalIn):
    """A new proposal; ``id`` may be chosen by the caller so that a repeated send is harmless."""

    id: UUID | None = None


class ProposalPatch(Texts):
    """What to change; what is left out stays as it is."""

    name: Annotated[str, Field(min_length=1, max_length=NAME_CHARACTERS)] | None = None
    description: Annotated[str, Field(max_length=DESCRIPTION_CHARACTERS)] | None = None
    settings: ProposalSettings | None = None
    interventions: InterventionCollectionIn | None = None


class CopyIn(Texts):
    """How the copy shall be called, and which id it shall have."""

    id: UUID | None = None
    name: Annotated[str, Field(min_length=1, max_length=NAME_CHARACTERS)] | None = None


class ProposalSummary(BaseModel):
    """A proposal without its drawing."""

    id: UUID
    area: str
    name: str
    description: str
    name_en: str | None
    description_en: str | None
    source: str | None
    is_example: bool
    version: int
    created_at: datetime
    updated_at: datetime
    intervention_count: int


class ProposalOut(ProposalSummary):
    """A proposal with its drawing."""

    settings: ProposalSettings = ProposalSettings()
    interventions: InterventionCollection


class ProposalPage(BaseModel):
    """Proposals, the latest changed first; examples lead."""

    proposals: list[ProposalSummary]
    numberMatched: int  # noqa: N815 - OGC API's spelling
    numberReturned: int  # noqa: N815 - OGC API's spelling
    links: list[Link]


class RevisionOut(BaseModel):
    """What a proposal was after one change; ``snapshot`` where it was asked for."""

    version: int
    action: str
    created_at: datetime
    snapshot: ProposalOut | None = None


class RevisionWithSnapshot(BaseModel):
    """What a proposal was after one change, whole."""

    version: int
    action: str
    created_at: datetime
    snapshot: ProposalOut


class RevisionList(BaseModel):
    """The history, oldest first unless asked otherwise."""

    proposal: UUID
    revisions: list[RevisionOut]
    numberMatched: int  # noqa: N815 - OGC API's spelling
    numberReturned: int  # noqa: N815 - OGC API's spelling


class FileHeader(Texts):
    """What a file says of the proposal in it."""

    area: Annotated[str, Field(min_length=1, max_length=120)]
    name: Annotated[str, Field(min_length=1, max_length=NAME_CHARACTERS)]
    description: Annotated[str, Field(max_length=DESCRIPTION_CHARACTERS)] = ""
    settings: ProposalSettings = ProposalSettings()


class ProposalFile(BaseModel):
    """A proposal as a GeoJSON file."""

    type: Literal["FeatureCollection"]
    crs: NamedCrs | None = None
    forbind: FileHeader
    features: list[InterventionFeature]
