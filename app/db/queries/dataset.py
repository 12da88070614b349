"""Which data the store holds."""

import hashlib

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import DataLayer

EMPTY_DATASET = "empty"
_SHOWN_DIGITS = 12


def layer_checksums(session: Session) -> dict[str, str]:
    """Give the checksum of every loaded file."""
    rows = session.execute(select(DataLayer.name, DataLayer.checksum)).all()
    return {row.name: row.checksum for row in rows}


def version_of(checksums: dict[str, str]) -> str:
    """Name a dataset by what is in it: equal files, equal name, on any machine."""
    if not checksums:
        return EMPTY_DATASET
    listed = "\n".join(f"{name} {checksum}" for name, checksum in sorted(checksums.items()))
    return hashlib.sha256(listed.encode()).hexdigest()[:_SHOWN_DIGITS]


def dataset_version(session: Session) -> str:
    """Name the dataset that the store holds."""
    return version_of(layer_checksums(session))
