"""Keep proposals: nothing is lost, nobody overwrites anybody, and every change is remembered.

Each function that changes something commits before it returns: what is confirmed is kept.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID

from geoalchemy2.shape import from_shape
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.db.models import SRID, Intervention, Proposal, ProposalRevision
from app.db.queries.proposals import find_proposal
from app.problems import Problem
from app.services.drawing import DrawnFeature
from app.services.proposal_json import drawn_features, proposal_json
from app.state import Service


@dataclass(frozen=True, slots=True)
class Content:
    """What a planner decides of a proposal."""

    area_id: str
    name: str
    description: str
    features: tuple[DrawnFeature, ...]
    settings: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """What a change gives a new value; None stays as it is."""

    area_id: str | None = None
    name: str | None = None
    description: str | None = None
    features: tuple[DrawnFeature, ...] | None = None
    settings: Mapping[str, object] | None = None


def read(session: Session, proposal_id: UUID) -> Proposal:
    """Find a proposal that is not deleted.

    Raises
    ------
    Problem
        Where there is none.
    """
    return present(find_proposal(session, proposal_id), proposal_id)


def create(
    service: Service, content: Content, *, action: str, proposal_id: UUID | None = None
) -> tuple[dict[str, object], bool]:
    """Keep a new proposal; sending the same one again finds it kept.

    Returns
    -------
    tuple
        The proposal, and whether it is new.

    Raises
    ------
    Problem
        ``id-taken``, where another proposal has the id.
    """
    identity = proposal_id or service.new_id()
    try:
        with service.sessions.begin() as session:
            proposal = _new_proposal(service, identity, content)
            session.add(proposal)
            session.flush()
            _remember(service, session, proposal, action)
            return proposal_json(proposal), True
    except IntegrityError as error:
        # Either a repeated send, or two writers with one id: the first one's proposal decides.
        return _already_kept(service, identity, content, error), False


def _already_kept(
    service: Service, identity: UUID, content: Content, error: IntegrityError
) -> dict[str, object]:
    with service.snapshots() as session:
        kept = find_proposal(session, identity)
        if kept is None:
            raise error
        if kept.deleted_at is not None:
            raise Problem("proposal-deleted", value=identity)
        if _content(kept) != content:
            extra = {"current": proposal_json(kept)}
            raise Problem("id-taken", extra=extra, value=identity)
        return proposal_json(kept)


def change(
    service: Service, proposal_id: UUID, version: int | None, wanted: Change, *, action: str
) -> dict[str, object]:
    """Change a proposal that is still at the version the caller saw; None takes any version.

    Raises
    ------
    Problem
        ``stale-write`` with the current state, ``example-read-only``, ``unknown-proposal``.
    """
    with _held(service, proposal_id, version) as (session, proposal):
        if wanted.area_id is not None:
            proposal.area_id = wanted.area_id
        if wanted.name is not None:
            proposal.name = wanted.name
        if wanted.description is not None:
            proposal.description = wanted.description
        if wanted.settings is not None:
            proposal.settings = dict(wanted.settings)
        if wanted.features is not None:
            # The old rows must be gone before the new ones take their positions.
            proposal.interventions = []
            session.flush()
            proposal.interventions = _rows(service, wanted.features)
        _advance(service, session, proposal, action)
        return proposal_json(proposal)


def delete(service: Service, proposal_id: UUID, version: int | None) -> None:
    """Take a proposal out of sight; its history stays.

    Raises
    ------
    Problem
        As `change`.
    """
    with _held(service, proposal_id, version) as (session, proposal):
        proposal.deleted_at = service.clock()
        _advance(service, session, proposal, "delete")


@contextmanager
def _held(
    service: Service, proposal_id: UUID, version: int | None
) -> Iterator[tuple[Session, Proposal]]:
    """Hold a proposal so that nobody else changes it meanwhile."""
    with service.sessions.begin() as session:
        proposal = present(find_proposal(session, proposal_id, lock=True), proposal_id)
        if proposal.is_example:
            raise Problem("example-read-only")
        if version is not None and version != proposal.version:
            raise Problem(
                "stale-write",
                extra={"current": proposal_json(proposal)},
                headers={"ETag": f'"{proposal.version}"'},
                value=version,
                expected=proposal.version,
            )
        yield session, proposal


def present(proposal: Proposal | None, proposal_id: UUID) -> Proposal:
    """Give a proposal that was looked for, where it is there and not deleted.

    Raises
    ------
    Problem
        ``unknown-proposal`` or ``proposal-deleted``.
    """
    if proposal is None:
        raise Problem("unknown-proposal", value=proposal_id)
    if proposal.deleted_at is not None:
        raise Problem("proposal-deleted", value=proposal_id)
    return proposal


def _new_proposal(service: Service, identity: UUID, content: Content) -> Proposal:
    now = service.clock()
    return Proposal(
        id=identity,
        area_id=content.area_id,
        name=content.name,
        description=content.description,
        settings=dict(content.settings),
        is_example=False,
        version=1,
        created_at=now,
        updated_at=now,
        interventions=_rows(service, content.features),
    )


def intervention_row(identity: UUID, position: int, feature: DrawnFeature) -> Intervention:
    """Make the row that keeps a drawn feature."""
    return Intervention(
        id=identity,
        position=position,
        feature_id=feature.id,
        kind=feature.kind,
        properties=dict(feature.properties),
        geom=from_shape(feature.metres, srid=SRID),
    )


def _rows(service: Service, features: tuple[DrawnFeature, ...]) -> list[Intervention]:
    return [
        intervention_row(service.new_id(), position, feature)
        for position, feature in enumerate(features)
    ]


def _advance(service: Service, session: Session, proposal: Proposal, action: str) -> None:
    proposal.version += 1
    proposal.updated_at = service.clock()
    session.flush()
    _remember(service, session, proposal, action)


def _remember(service: Service, session: Session, proposal: Proposal, action: str) -> None:
    session.add(
        ProposalRevision(
            proposal_id=proposal.id,
            version=proposal.version,
            action=action,
            snapshot=proposal_json(proposal),
            created_at=service.clock(),
        )
    )


def _content(proposal: Proposal) -> Content:
    return Content(
        proposal.area_id,
        proposal.name,
        proposal.description,
        drawn_features(proposal),
        proposal.settings,
    )
