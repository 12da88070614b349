"""Data loaded over the web: asked for, sent, rehearsed, followed, cancelled, taken in."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Request, Response

from app.api.answers import JSON_MEDIA_TYPE, to_json
from app.api.body_docs import body_of, problems
from app.api.dependencies import LanguageDep, RawBody, ServiceDep, SnapshotDep
from app.db.models import Load
from app.db.queries.places import list_places
from app.importers.tables.profile_files import profile_names, read_profile
from app.importers.tables.rows import fields_of
from app.language import Language
from app.problems import Fault, Problem
from app.request_body import read_fields
from app.schemas.loads import (
    ENDINGS,
    TABLE_ENDINGS,
    FieldsOut,
    LoadIn,
    LoadingOut,
    LoadOut,
    LoadPage,
    NamedPlace,
    ProfileOut,
)
from app.services.loading import asking, uploads
from app.services.loading.load_json import load_json
from app.services.loading.reading_files import ROW_TYPES
from app.state import Service

router = APIRouter(prefix="/loads", tags=["loads"])
LoadId = Annotated[UUID, Path()]
FILE_MEDIA_TYPE = "application/octet-stream"
_FILE_BODY = {
    "requestBody": {
        "required": True,
        "content": {FILE_MEDIA_TYPE: {"schema": {"type": "string", "format": "binary"}}},
    }
}


@router.get("/options")
def read_loading_options(service: ServiceDep, session: SnapshotDep) -> LoadingOut:
    """Tell what can be loaded, for a form: kinds with their fields, profiles, places."""
    profiles = [(name, read_profile(name)) for name in profile_names()]
    return LoadingOut(
        is_open=service.settings.is_loading_open,
        endings=list(ENDINGS),
        table_endings=list(TABLE_ENDINGS),
        max_upload_bytes=service.settings.max_upload_bytes,
        profiles=[
            ProfileOut(name=name, about=profile.about, kind=profile.kind)
            for name, profile in profiles
        ],
        kinds=[
            FieldsOut(kind=kind, fields=fields_of(row_type)) for kind, row_type in ROW_TYPES.items()
        ],
        places=[NamedPlace(id=one.id, name=one.name) for one in list_places(session)],
    )


@router.get("")
def list_loads(service: ServiceDep, session: SnapshotDep, language: LanguageDep) -> LoadPage:
    """List the latest loads, newest first."""
    return LoadPage.model_validate(
        {
            "loads": [load_json(service, load, language) for load in asking.latest(session)],
            "is_open": service.settings.is_loading_open,
        }
    )


@router.post(
    "",
    status_code=201,
    response_model=LoadOut,
    openapi_extra=body_of(LoadIn),
    responses=problems(403, 429),
)
def ask_for_load(raw: RawBody, service: ServiceDep, language: LanguageDep) -> Response:
    """Say what a file holds; the file itself is sent next, to the address that is answered."""
    load = asking.ask(service, read_fields(raw, LoadIn))
    _wake(service)
    return _answer(service, load, language, status=201)


@router.put(
    "/{load_id}/file",
    response_model=LoadOut,
    openapi_extra=_FILE_BODY,
    responses=problems(403, 404, 409),
)
async def send_file(
    load_id: LoadId, request: Request, service: ServiceDep, language: LanguageDep
) -> Response:
    """Send the file of a load as it is; it is queued as soon as all of it is here."""
    _refuse_other_type(request)
    name = asking.awaits_file(service, load_id)
    target = uploads.place_for(service.settings, load_id, name)
    size = await uploads.receive_file(request, service.settings, target)
    load = asking.file_came(service, load_id, size)
    _wake(service)
    return _answer(service, load, language)


@router.put(
    "/{load_id}/municipalities",
    response_model=LoadOut,
    openapi_extra=_FILE_BODY,
    responses=problems(403, 404, 409),
)
async def send_municipalities(
    load_id: LoadId, request: Request, service: ServiceDep, language: LanguageDep
) -> Response:
    """Send the shapes of the municipalities that a load of people announced, before its file."""
    _refuse_other_type(request)
    name = asking.awaits_municipalities(service, load_id)
    target = uploads.municipalities_for(service.settings, load_id, name)
    await uploads.receive_file(request, service.settings, target)
    with service.snapshots() as session:
        return _answer(service, asking.find(session, load_id), language)


@router.get("/{load_id}", response_model=LoadOut, responses=problems(404))
def read_load(
    load_id: LoadId, service: ServiceDep, session: SnapshotDep, language: LanguageDep
) -> Response:
    """Read a load: how far it is, or what came of it."""
    return _answer(service, asking.find(session, load_id), language)


@router.post("/{load_id}/cancel", response_model=LoadOut, responses=problems(403, 404, 409))
def cancel_load(load_id: LoadId, service: ServiceDep, language: LanguageDep) -> Response:
    """Stop a load; the data stays as it was."""
    return _answer(service, asking.cancel(service, load_id), language)


@router.post("/{load_id}/take", response_model=LoadOut, responses=problems(403, 404, 409))
def take_load(load_id: LoadId, service: ServiceDep, language: LanguageDep) -> Response:
    """Take in what a rehearsal read, without sending the file again."""
    load = asking.take(service, load_id)
    _wake(service)
    return _answer(service, load, language)


def _answer(service: Service, load: Load, language: Language, *, status: int = 200) -> Response:
    document = load_json(service, load, language)
    headers = {"Cache-Control": "no-store", "Content-Language": language}
    if status == 201:  # noqa: PLR2004 - created
        headers["Location"] = f"/api/loads/{load.id}"
    return Response(to_json(document), status, headers, JSON_MEDIA_TYPE)


def _refuse_other_type(request: Request) -> None:
    named = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    faults = []
    if named != FILE_MEDIA_TYPE:
        faults.append(Fault("not_a_file_type", parameter="Content-Type", value=named))
    coding = request.headers.get("content-encoding", "").strip().lower()
    if coding not in {"", "identity"}:
        faults.append(Fault("compressed_body", parameter="Content-Encoding", value=coding))
    if faults:
        raise Problem("unsupported-media-type", faults=faults)


def _wake(service: Service) -> None:
    if service.wake_worker is not None:
        service.wake_worker()
