"""What a proposal has been."""

from typing import Annotated

from fastapi import APIRouter, Path

from app.api.body_docs import problems
from app.api.dependencies import ProposalId, SnapshotDep
from app.db.queries.proposals import find_proposal, find_revision, list_revisions
from app.problems import Problem
from app.schemas.proposals import (
    ProposalOut,
    RevisionList,
    RevisionOut,
    RevisionWithSnapshot,
)

router = APIRouter(prefix="/proposals/{proposal_id}/revisions", tags=["proposals"])


@router.get("", responses=problems(404))
def read_revisions(proposal_id: ProposalId, session: SnapshotDep) -> RevisionList:
    """List every change, oldest first; a deleted proposal keeps its history."""
    if find_proposal(session, proposal_id) is None:
        raise Problem("unknown-proposal", value=proposal_id)
    return RevisionList(
        proposal=proposal_id,
        revisions=[
            RevisionOut(version=row.version, action=row.action, created_at=row.created_at)
            for row in list_revisions(session, proposal_id)
        ],
    )


@router.get("/{version}", responses=problems(404), response_model_exclude_unset=True)
def read_revision(
    proposal_id: ProposalId, version: Annotated[int, Path(ge=1, le=10**9)], session: SnapshotDep
) -> RevisionWithSnapshot:
    """Read what a proposal was at one version."""
    if find_proposal(session, proposal_id) is None:
        raise Problem("unknown-proposal", value=proposal_id)
    row = find_revision(session, proposal_id, version)
    if row is None:
        raise Problem("unknown-revision", value=version)
    return RevisionWithSnapshot(
        version=row.version,
        action=row.action,
        created_at=row.created_at,
        snapshot=ProposalOut.model_validate(row.snapshot),
    )
