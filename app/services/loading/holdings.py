"""Which layers of the store somebody loaded; all others come with Forbind.

They stand among the loaded files by a name of their own: the dataset's version tells of them, and
loading what comes with Forbind leaves them alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Self

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from app.db.models import DataLayer
from app.db.queries.geo_layers import Kept

_PREFIX: Final = "load"
AREA: Final = "area:"
"""A housing area is a layer of its own, so that each keeps its source."""
ONE_SOURCE: Final = frozenset({"streets", "barriers", "land_cover", "timetable"})
"""Layers that one source describes: another one takes its place. The rest adds up."""


@dataclass(frozen=True, slots=True, order=True)
class Holding:
    """A layer of a place from one source."""

    place: str
    layer: str
    source: str

    @property
    def name(self) -> str:
        """Give the name it stands by among the loaded files."""
        return f"{_PREFIX}/{self.place}/{self.layer}/{self.source}"

    @classmethod
    def of(cls, name: str) -> Self | None:
        """Read a name; None for a file that comes with Forbind."""
        parts = name.split("/")
        is_ours = len(parts) == 4 and parts[0] == _PREFIX  # noqa: PLR2004 - the four parts above
        return cls(*parts[1:]) if is_ours else None


def read_holdings(session: Session) -> list[Holding]:
    """List what somebody loaded."""
    names = session.scalars(select(DataLayer.name).order_by(DataLayer.name))
    return [holding for name in names if (holding := Holding.of(name)) is not None]


def kept_by(holdings: Iterable[Holding]) -> Kept:
    """Give what loading the data that comes with Forbind leaves alone."""
    known = list(holdings)
    whole = [one for one in known if one.layer in ONE_SOURCE]
    areas = [one for one in known if one.layer.startswith(AREA)]
    parts = [one for one in known if one not in whole and one not in areas]
    return Kept(
        layers=frozenset((one.place, one.layer) for one in whole),
        parts=frozenset((one.place, one.layer, one.source) for one in parts),
        areas=frozenset(one.layer.removeprefix(AREA) for one in areas),
        places=frozenset(one.place for one in known),
        sources=frozenset(one.source for one in known),
    )


def checksum_of(session: Session, holding: Holding) -> str | None:
    """Give the checksum of what stands in the store; None where nothing does."""
    return session.scalar(select(DataLayer.checksum).where(DataLayer.name == holding.name))


def remember(session: Session, holding: Holding, checksum: str, now: datetime) -> None:
    """Take note of a layer, and forget the source that it takes the place of."""
    if holding.layer in ONE_SOURCE:
        forget(session, others_of(holding, read_holdings(session)))
    statement = upsert(DataLayer).values(name=holding.name, checksum=checksum, loaded_at=now)
    session.execute(
        statement.on_conflict_do_update(
            index_elements=["name"], set_={"checksum": checksum, "loaded_at": now}
        )
    )


def others_of(holding: Holding, known: Iterable[Holding]) -> list[Holding]:
    """Give what the same layer of the same place was loaded from before."""
    return [
        other
        for other in known
        if (other.place, other.layer) == (holding.place, holding.layer) and other != holding
    ]


def forget(session: Session, holdings: Iterable[Holding]) -> None:
    """Take layers off the list; their rows are the caller's matter."""
    names = [holding.name for holding in holdings]
    session.execute(delete(DataLayer).where(DataLayer.name.in_(names)))
