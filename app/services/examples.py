"""Examples after real plans: kept as proposals that everybody may copy and nobody may change."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated
from uuid import UUID, uuid5

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Proposal, ProposalRevision
from app.db.queries.proposals import list_proposals
from app.importers.faults import DataFault, InvalidLayers
from app.schemas.proposal_settings import ProposalSettings, kept_settings
from app.services.drawing import DrawingLimits, DrawnFeature, read_drawing
from app.services.proposal_json import drawn_features, proposal_json
from app.services.proposals import intervention_row
from app.state import Service

# Fixed, so that an example has the same address in every installation.
_NAMESPACE = UUID("5b8f2a0e-2f5b-4d8e-9d5e-25832f0b1d00")
_LIMITS = DrawingLimits(features=500, vertices=50_000)
_Text = Annotated[str, Field(min_length=1)]


class ExampleHeader(BaseModel):
    """What an example's file says of it."""

    model_config = ConfigDict(extra="forbid")

    area: _Text
    name_da: _Text
    name_en: _Text
    description_da: _Text
    description_en: _Text
    source: _Text
    settings: ProposalSettings = ProposalSettings()


@dataclass(frozen=True, slots=True)
class Example:
    """An example, read and checked."""

    slug: str
    header: ExampleHeader
    features: tuple[DrawnFeature, ...]

    @property
    def id(self) -> UUID:
        """The address of the example's proposal."""
        return uuid5(_NAMESPACE, self.slug)


def read_examples(folder: Path, known_areas: Collection[str]) -> tuple[Example, ...]:
    """Read every example of a folder.

    Raises
    ------
    InvalidLayers
        With every fault of every file.
    """
    faults: list[DataFault] = []
    examples = [_read(path, known_areas, faults) for path in sorted(folder.glob("*.geojson"))]
    if faults:
        raise InvalidLayers(faults)
    return tuple(example for example in examples if example is not None)


def _read(path: Path, known_areas: Collection[str], faults: list[DataFault]) -> Example | None:
    layer = f"examples/{path.stem}"
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        header = ExampleHeader.model_validate(document.get("forbind"))
    except (ValueError, AttributeError) as error:
        told = error.errors(include_url=False) if isinstance(error, ValidationError) else error
        faults.append(DataFault(layer, None, None, None, f"the file cannot be read: {told}"))
        return None
    if header.area not in known_areas:
        faults.append(DataFault(layer, None, header.area, None, "the area is not known"))
    drawing = read_drawing(document, _LIMITS, at="")
    faults.extend(
        DataFault(layer, fault.feature, str(fault.value), fault.place, fault.message("en"))
        for fault in drawing.faults
    )
    return Example(path.stem, header, drawing.features)


def load_examples(service: Service, session: Session, examples: tuple[Example, ...]) -> None:
    """Make the store hold these examples and no others; one that changed becomes a new version."""
    kept = {
        proposal.id: proposal
        for proposal in session.scalars(select(Proposal).where(Proposal.is_example))
    }
    for example in examples:
        proposal = kept.pop(example.id, None)
        if proposal is None:
            _add(service, session, example)
        elif not _is_same(proposal, example):
            _write(service, session, proposal, example)
    for proposal in kept.values():
        if proposal.deleted_at is None:
            proposal.deleted_at = service.clock()


def drawn_examples(session: Session, area_id: str) -> tuple[tuple[DrawnFeature, ...], ...]:
    """Give what each example of an area draws."""
    _, rows = list_proposals(session, area_id=area_id, is_example=True, limit=100, offset=0)
    return tuple(drawn_features(proposal) for proposal, _ in rows)


def _add(service: Service, session: Session, example: Example) -> None:
    now = service.clock()
    proposal = Proposal(id=example.id, is_example=True, version=0, created_at=now, updated_at=now)
    session.add(proposal)
    _write(service, session, proposal, example)


def _write(service: Service, session: Session, proposal: Proposal, example: Example) -> None:
    header = example.header
    proposal.area_id = header.area
    proposal.name, proposal.name_en = header.name_da, header.name_en
    proposal.description, proposal.description_en = header.description_da, header.description_en
    proposal.source = header.source
    proposal.settings = kept_settings(header.settings)
    proposal.version += 1
    proposal.updated_at = service.clock()
    proposal.deleted_at = None
    if proposal.interventions:
        proposal.interventions = []
        session.flush()
    proposal.interventions = [
        intervention_row(service.new_id(), position, feature)
        for position, feature in enumerate(example.features)
    ]
    session.flush()
    session.add(
        ProposalRevision(
            proposal_id=proposal.id,
            version=proposal.version,
            action="load",
            snapshot=proposal_json(proposal),
            created_at=proposal.updated_at,
        )
    )


def _is_same(proposal: Proposal, example: Example) -> bool:
    header = example.header
    said = (
        proposal.area_id,
        proposal.name,
        proposal.name_en,
        proposal.description,
        proposal.description_en,
        proposal.source,
        proposal.settings,
        proposal.deleted_at,
    )
    wanted = (
        header.area,
        header.name_da,
        header.name_en,
        header.description_da,
        header.description_en,
        header.source,
        kept_settings(header.settings),
        None,
    )
    return said == wanted and drawn_features(proposal) == example.features
