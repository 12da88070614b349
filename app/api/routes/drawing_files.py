"""Drawings from elsewhere: read, told and forgotten; nothing is kept."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Query, Response

from app.api.answers import JSON_MEDIA_TYPE, to_json
from app.api.body_docs import problems
from app.api.dependencies import LanguageDep, RawFile, ServiceDep
from app.receiving import FILE_MEDIA_TYPES
from app.schemas.drawing_files import DrawingFileOut
from app.services.drawing_files import limits_json, read_file

router = APIRouter(prefix="/drawings", tags=["drawings"])

_FILE: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "content": {
            media_type: {"schema": {"type": "string", "format": "binary"}}
            for media_type in FILE_MEDIA_TYPES
        },
    }
}


@router.post("/read", response_model=DrawingFileOut, openapi_extra=_FILE, responses=problems(503))
def read_drawing_file(
    raw: RawFile,
    service: ServiceDep,
    language: LanguageDep,
    *,
    name: Annotated[str, Query(max_length=200, description="what the file is called")] = "",
) -> Response:
    """Tell what a GeoJSON, GeoPackage or DXF holds, layer by layer, in degrees."""
    seconds = service.settings.max_file_seconds
    found = read_file(raw, name, seconds, language, service.file_turns)
    answer = {**found, "limits": limits_json(service.limits)}
    return Response(to_json(answer), media_type=JSON_MEDIA_TYPE)
