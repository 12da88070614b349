"""Files that were sent here: each in a folder of its load, named by us, and gone afterwards."""

import asyncio
import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app.importers.tables.rows import slug
from app.problems import Problem
from app.schemas.loads import ENDINGS
from app.settings import Settings

if TYPE_CHECKING:
    from starlette.requests import Request

KEPT_FOR: Final = timedelta(hours=24)
"""A rehearsed file waits this long to be taken."""


def place_for(settings: Settings, load_id: UUID, name: str) -> Path:
    """Give where a load's file lies; of its name only the letters and the ending are taken over."""
    return _folder(settings, load_id) / _our_name(name)


def municipalities_for(settings: Settings, load_id: UUID, name: str) -> Path:
    """Give where the municipalities lie that come with a load's file."""
    return _folder(settings, load_id) / "municipalities" / _our_name(name)


def _our_name(name: str) -> str:
    ending = max((one for one in ENDINGS if name.lower().endswith(one)), key=len)
    return f"{slug(name[: -len(ending)]) or 'file'}{ending}"


async def receive_file(request: "Request", settings: Settings, target: Path) -> int:
    """Take a file in as it comes, and give its size in bytes; a part of one leaves nothing behind.

    Raises
    ------
    Problem
        ``body-too-large`` or ``body-too-slow``.
    """
    limit = settings.max_upload_bytes
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > limit:
        raise Problem("body-too-large", limit=limit)
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    try:
        async with asyncio.timeout(settings.max_upload_seconds):
            received = await _write(request, part, limit)
        part.replace(target)
    except TimeoutError as error:
        closing = {"Connection": "close"}
        seconds = f"{settings.max_upload_seconds:g}"
        raise Problem("body-too-slow", limit=seconds, headers=closing) from error
    finally:
        part.unlink(missing_ok=True)
    return received


async def _write(request: "Request", part: Path, limit: int) -> int:
    received = 0
    with part.open("wb") as file:
        async for chunk in request.stream():
            received += len(chunk)
            if received > limit:
                raise Problem("body-too-large", limit=limit)
            await asyncio.to_thread(file.write, chunk)
    return received


def remove(settings: Settings, load_id: UUID) -> None:
    """Remove the file of a load."""
    shutil.rmtree(_folder(settings, load_id), ignore_errors=True)


def remove_old(settings: Settings, now: datetime) -> None:
    """Remove files that nobody took in time."""
    for folder in _root(settings).glob("*"):
        age = now.timestamp() - folder.stat().st_mtime
        if age > KEPT_FOR.total_seconds():
            shutil.rmtree(folder, ignore_errors=True)


def _root(settings: Settings) -> Path:
    return settings.data_dir / "uploads"


def _folder(settings: Settings, load_id: UUID) -> Path:
    return _root(settings) / str(load_id)
