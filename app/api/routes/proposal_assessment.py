"""What a kept proposal does."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from app.api.answers import JSON_MEDIA_TYPE, dataset_etag, kept, matches, not_modified, to_json
from app.api.body_docs import problems
from app.api.dependencies import IfNoneMatch, LanguageDep, ProposalId, ServiceDep, SnapshotDep
from app.db.queries.dataset import dataset_version
from app.schemas.assessment import DEFAULT_CUTOFFS_MIN, AssessOut, CutoffMin, Detail, LensId
from app.services.assessing import Question, answer, lens_of
from app.services.proposal_json import drawn_features, indicator_settings
from app.services.proposals import read
from app.services.subjects import subject_of
from spatial.network.model import STREET_MODES, Mode

router = APIRouter(prefix="/proposals", tags=["proposals"])


@router.get("/{proposal_id}/assessment", response_model=AssessOut, responses=problems(404))
def assess_proposal(  # noqa: PLR0913 - what an answer depends on
    proposal_id: ProposalId,
    service: ServiceDep,
    session: SnapshotDep,
    language: LanguageDep,
    *,
    modes: Annotated[list[Mode] | None, Query()] = None,
    cutoffs_min: Annotated[list[CutoffMin] | None, Query(max_length=20)] = None,
    detail: Annotated[list[Detail] | None, Query()] = None,
    lens: Annotated[LensId | None, Query(description="through whose eyes walking is seen")] = None,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """Compute indicators before and after a kept proposal."""
    proposal = read(session, proposal_id)
    question = Question(
        modes=STREET_MODES if modes is None else tuple(mode for mode in Mode if mode in modes),
        cutoffs_min=tuple(sorted(set(cutoffs_min or DEFAULT_CUTOFFS_MIN))),
        detail=frozenset(item.value for item in detail or ()),
        settings=indicator_settings(proposal),
        lens=lens_of(lens),
    )
    parts = (
        proposal.id,
        proposal.version,
        ".".join(question.modes),
        ".".join(map(str, question.cutoffs_min)),
        ".".join(sorted(question.detail)),
        "" if question.lens is None else question.lens.id,
        language,
    )
    etag = dataset_etag(dataset_version(session), *parts)
    if matches(etag, if_none_match):
        return not_modified(etag)
    subject = subject_of(service, session, proposal.area_id, drawn_features(proposal))
    body = service.answers.get(
        ("assessment", etag), lambda: to_json(answer(subject, question, language))
    )
    headers = {**kept(etag), "Vary": "Accept-Language"}
    return Response(body, media_type=JSON_MEDIA_TYPE, headers=headers)
