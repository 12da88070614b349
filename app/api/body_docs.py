"""Tell OpenAPI about bodies that we read ourselves, to list every fault at once."""

from collections.abc import Sequence
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from app.api.answers import GEOJSON_MEDIA_TYPE, JSON_MEDIA_TYPE
from app.problems import PROBLEM_MEDIA_TYPE
from app.schemas.areas import DrawnAreaIn
from app.schemas.assessment import AssessIn, ContributionsIn, DrawingIn, ModelIn
from app.schemas.catchments import CatchmentIn
from app.schemas.comments import CommentPatch, NewCommentIn, ResolvedIn
from app.schemas.costs import CostIn
from app.schemas.journeys import JourneysIn
from app.schemas.loads import LoadIn
from app.schemas.problem import ProblemOut
from app.schemas.proposals import CopyIn, NewProposalIn, ProposalFile, ProposalIn, ProposalPatch
from app.schemas.street_flows import WhyStreetIn
from app.schemas.surface import SurfaceIn
from app.schemas.travel import IsochroneIn, RouteIn, WhyIn

BODIES: tuple[type[BaseModel], ...] = (
    AssessIn,
    DrawingIn,
    ModelIn,
    ContributionsIn,
    CostIn,
    IsochroneIn,
    RouteIn,
    WhyIn,
    CatchmentIn,
    JourneysIn,
    WhyStreetIn,
    SurfaceIn,
    NewProposalIn,
    ProposalIn,
    ProposalPatch,
    CopyIn,
    DrawnAreaIn,
    LoadIn,
    NewCommentIn,
    CommentPatch,
    ResolvedIn,
    ProposalFile,
    ProblemOut,
)
_REFERENCE = "#/components/schemas/{model}"


def body_of(model: type[BaseModel], *, required: bool = True) -> dict[str, Any]:
    """Describe the body of a route."""
    schema = {"schema": {"$ref": _REFERENCE.format(model=model.__name__)}}
    media_types = [JSON_MEDIA_TYPE] if model is not ProposalFile else [GEOJSON_MEDIA_TYPE]
    content = dict.fromkeys(media_types, schema)
    return {"requestBody": {"required": required, "content": content}}


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Describe the refusals of a route."""
    schema = {"schema": {"$ref": _REFERENCE.format(model="ProblemOut")}}
    return {
        status: {"description": "A problem (RFC 9457)", "content": {PROBLEM_MEDIA_TYPE: schema}}
        for status in statuses
    }


def install_openapi(app: FastAPI) -> None:
    """Make ``app.openapi`` describe the bodies too."""

    def describe() -> dict[str, Any]:
        if app.openapi_schema is None:
            document = get_openapi(
                title=app.title,
                version=app.version,
                description=app.description,
                routes=app.routes,
            )
            _add_bodies(document, BODIES)
            app.openapi_schema = document
        return app.openapi_schema

    app.openapi = describe  # type: ignore[method-assign]


def _add_bodies(document: dict[str, Any], models: Sequence[type[BaseModel]]) -> None:
    _, schemas = models_json_schema(
        [(model, "validation") for model in models], ref_template=_REFERENCE
    )
    known = document["components"]["schemas"]
    for name, schema in schemas["$defs"].items():
        known.setdefault(name, schema)
    # FastAPI's own shape of a refusal; ours is ProblemOut.
    for name in ("HTTPValidationError", "ValidationError"):
        known.pop(name, None)
    for path, operations in document["paths"].items():
        for operation in operations.values():
            _add_refusals(operation, named="{" in path)


def _add_refusals(operation: dict[str, Any], *, named: bool) -> None:
    """Declare what any call of a kind can be refused with.

    A named thing may not be there; a body may be no JSON, late, too large or of another kind.
    """
    of_body = (400, 408, 413, 415) if "requestBody" in operation else ()
    statuses = (*((404,) if named else ()), *of_body)
    for status, refused in problems(*statuses).items():
        operation["responses"].setdefault(str(status), refused)
    operation["responses"]["422"] = problems(422)[422]
