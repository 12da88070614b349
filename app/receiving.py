"""Take a body in: of a kind that is read here, bounded in size and in time."""

import asyncio
from collections.abc import Callable, Iterator

from fastapi import Request
from starlette.datastructures import Headers

from app.problems import Fault, Problem

MEDIA_TYPES = ("application/json", "application/geo+json")
# None of these can another page send here without asking first.
FILE_MEDIA_TYPES = (
    "application/octet-stream",
    "application/geo+json",
    "application/geopackage+sqlite3",
    "image/vnd.dxf",
)


async def receive(
    request: Request, limit_bytes: int, limit_s: float, refuse_other: Callable[[Headers], None]
) -> bytes:
    """Take in the body; refuse it as soon as it says or turns out that it cannot be taken.

    Raises
    ------
    Problem
        ``body-too-large``, ``unsupported-media-type`` or ``body-too-slow``. After the first two,
        what still arrives is thrown away by the server, so that the caller gets to read the
        answer; after the last, the connection ends.
    """
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > limit_bytes:
        raise Problem("body-too-large", limit=limit_bytes)
    refuse_other(request.headers)
    try:
        async with asyncio.timeout(limit_s):
            return await _take_in(request, limit_bytes)
    except TimeoutError as error:
        closing = {"Connection": "close"}
        raise Problem("body-too-slow", limit=f"{limit_s:g}", headers=closing) from error


async def _take_in(request: Request, limit_bytes: int) -> bytes:
    parts = bytearray()
    async for part in request.stream():
        parts += part
        if len(parts) > limit_bytes:
            raise Problem("body-too-large", limit=limit_bytes)
    return bytes(parts)


def refuse_other_media(headers: Headers) -> None:
    """Refuse a body that is not plain JSON by its own account.

    Another page may send forms and plain text here without asking first, but never JSON.

    Raises
    ------
    Problem
        ``unsupported-media-type``.
    """
    if headers.get("content-length", "0") == "0" and "transfer-encoding" not in headers:
        return
    faults = [*_coding_faults(headers), *_type_faults(headers)]
    if faults:
        taken = {"Accept-Encoding": "identity", "Accept": ", ".join(MEDIA_TYPES)}
        raise Problem("unsupported-media-type", faults=faults, headers=taken)


def refuse_other_files(headers: Headers) -> None:
    """Refuse a file that calls itself something else than a drawing, or than just a file.

    Raises
    ------
    Problem
        ``unsupported-media-type``.
    """
    named = headers.get("content-type", "").partition(";")[0].strip().lower()
    faults = list(_coding_faults(headers))
    if named not in FILE_MEDIA_TYPES:
        expected = {"expected": ", ".join(FILE_MEDIA_TYPES)}
        faults.append(
            Fault("not_a_drawing_type", parameter="Content-Type", value=named, values=expected)
        )
    if faults:
        taken = {"Accept-Encoding": "identity", "Accept": ", ".join(FILE_MEDIA_TYPES)}
        raise Problem("unsupported-media-type", faults=faults, headers=taken)


def _coding_faults(headers: Headers) -> Iterator[Fault]:
    coding = ", ".join(headers.getlist("content-encoding")).strip().lower()
    if coding not in {"", "identity"}:
        yield Fault("compressed_body", parameter="Content-Encoding", value=coding)


def _type_faults(headers: Headers) -> Iterator[Fault]:
    named = headers.get("content-type", "")
    media_type = named.partition(";")[0].strip().lower()
    if not media_type:
        yield Fault("missing_content_type", parameter="Content-Type")
    elif media_type != "application/json" and not media_type.endswith("+json"):
        yield Fault("not_a_json_type", parameter="Content-Type", value=media_type)
