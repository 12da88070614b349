"""What a proposal has been."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from app.api.body_docs import problems
from app.api.dependencies import ProposalId, SnapshotDep
from app.db.models import ProposalRevision
from app.db.queries.proposals import find_proposal, find_revision, list_revisions
from app.problems import Problem
from app.schemas.proposals import (
    ProposalOut,
    RevisionList,
    RevisionOut,
    RevisionWithSnapshot,
)

router = APIRouter(prefix="/proposals/{proposal_id}/revisions", tags=["proposals"])
LARGEST_PAGE = 1_000
LARGEST_PAGE_OF_SNAPSHOTS = 50


@router.get("", responses=problems(404))
def read_revisions(  # noqa: PLR0913 - the order, the paging and how much is sent
    proposal_id: ProposalId,
    session: SnapshotDep,
    *,
    newest_first: Annotated[bool, Query()] = False,
    snapshots: Annotated[
        bool, Query(description="send what the proposal was, too; then at most 50 at once")
    ] = False,
    limit: Annotated[int, Query(ge=1, le=LARGEST_PAGE)] = LARGEST_PAGE,
    offset: Annotated[int, Query(ge=0, le=10**9)] = 0,
) -> RevisionList:
    """List every change, oldest first; a deleted proposal keeps its history."""
    if find_proposal(session, proposal_id) is None:
        raise Problem("unknown-proposal", value=proposal_id)
    most = min(limit, LARGEST_PAGE_OF_SNAPSHOTS) if snapshots else limit
    matched, rows = list_revisions(
        session, proposal_id, newest_first=newest_first, limit=most, offset=offset
    )
    return RevisionList(
        proposal=proposal_id,
        revisions=[_revision(row, with_snapshot=snapshots) for row in rows],
        numberMatched=matched,
        numberReturned=len(rows),
    )


def _revision(row: ProposalRevision, *, with_snapshot: bool) -> RevisionOut:
    return RevisionOut(
        version=row.version,
        action=row.action,
        created_at=row.created_at,
        snapshot=ProposalOut.model_validate(row.snapshot) if with_snapshot else None,
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
