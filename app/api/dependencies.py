"""What routes ask for."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Header, Path, Request
from sqlalchemy.orm import Session

from app.db.models import Area
from app.db.queries.places import area_ids, find_area
from app.language import Language, preferred
from app.problems import Fault, Problem
from app.receiving import receive, refuse_other_files, refuse_other_media
from app.state import Service


def service_of(request: Request) -> Service:
    """Give the service that the application was made with."""
    service: Service = request.app.state.service
    return service


ServiceDep = Annotated[Service, Depends(service_of)]


def snapshot(service: ServiceDep) -> Iterator[Session]:
    """Open a session that sees one state of the store."""
    with service.snapshots() as session:
        yield session


SnapshotDep = Annotated[Session, Depends(snapshot, scope="function")]


def language(request: Request) -> Language:
    """Tell which language the caller reads."""
    return preferred(request.headers.get("accept-language"))


LanguageDep = Annotated[Language, Depends(language)]


async def raw_body(request: Request, service: ServiceDep) -> bytes:
    """Take in the body."""
    settings = service.settings
    return await receive(
        request, settings.max_body_bytes, settings.max_body_seconds, refuse_other_media
    )


RawBody = Annotated[bytes, Depends(raw_body)]


async def raw_file(request: Request, service: ServiceDep) -> bytes:
    """Take in a file."""
    settings = service.settings
    return await receive(
        request, settings.max_body_bytes, settings.max_body_seconds, refuse_other_files
    )


RawFile = Annotated[bytes, Depends(raw_file)]


def known_areas(service: ServiceDep) -> list[str]:
    """List the ids of the areas, for checks and for messages.

    In a session that ends at once: a write takes its own, and no request may hold two.
    """
    with service.snapshots() as session:
        return area_ids(session)


KnownAreas = Annotated[list[str], Depends(known_areas)]


def area_of_path(area_id: Annotated[str, Path(max_length=120)], session: SnapshotDep) -> Area:
    """Find the area that the address names."""
    area = None if "\x00" in area_id else find_area(session, area_id)
    if area is None:
        raise Problem("unknown-area", value=area_id, expected=", ".join(area_ids(session)))
    return area


AreaOfPath = Annotated[Area, Depends(area_of_path)]
ProposalId = Annotated[UUID, Path()]
IfNoneMatch = Annotated[str | None, Header()]
IfMatch = Annotated[str | None, Header()]


def refuse_unknown_parameters(request: Request) -> None:
    """Refuse a misspelt parameter instead of answering as if it were not there."""
    known = query_parameters(request.app.openapi(), request.scope["endpoint"].__name__)
    expected = ", ".join(known) or "-"
    faults = [
        Fault(
            "unknown_parameter",
            parameter=name,
            value=value,
            values={"expected": expected, "name": name},
        )
        for name, value in request.query_params.multi_items()
        if name not in known
    ]
    if faults:
        raise Problem("invalid-request", faults=faults)


def query_parameters(description: Mapping[str, Any], operation_id: str) -> list[str]:
    """List the parameters that an operation takes, out of the API's own description."""
    return [
        parameter["name"]
        for operations in description["paths"].values()
        for operation in operations.values()
        if operation["operationId"] == operation_id
        for parameter in operation.get("parameters", ())
        if parameter["in"] == "query"
    ]
