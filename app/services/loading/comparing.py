"""The rows of a layer held against those that stand in the store."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

import shapely

from app.db.bulk import ROWS_AT_ONCE
from app.importers.geo_rows import HomeRow, Row, SourceRow
from app.services.loading.story import LayerChange

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MM = 0.001
# The area a home stands in is found by the store.
_WORKED_OUT = {"geometry", "area"}
_IN_KM = ("streets", "barriers")
_IN_PEOPLE = ("homes",)


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two states of one layer; geometries are of both states."""

    change: LayerChange
    geometries: Sequence[Any] = ()
    gone: frozenset[str] = field(default_factory=frozenset)


def compare_rows(layer: str, before: Iterable[Row], after: Sequence[Row]) -> Difference:
    """Compare two states by the rows' ids.

    Of the state before only a part is held at a time: a region is compared with itself.
    """
    fresh = _fingerprints(after)
    seen: set[Any] = set()
    gone: list[Any] = []
    changed: set[Any] = set()
    geometries: list[Any] = []
    amount_before: float | None = _amount(layer, ())
    remaining = iter(before)
    while chunk := list(islice(remaining, ROWS_AT_ONCE)):
        amount_before = _sum(amount_before, _amount(layer, chunk))
        for (key, fingerprint), row in zip(_fingerprints(chunk).items(), chunk, strict=True):
            seen.add(key)
            if fresh.get(key) == fingerprint:
                continue
            geometries.append(row.geometry)  # type: ignore[attr-defined]
            if key in fresh:
                changed.add(key)
            else:
                gone.append(key)
    new = [row for row in after if _id(row) not in seen or _id(row) in changed]
    geometries += [row.geometry for row in new]  # type: ignore[attr-defined]
    added = len(new) - len(changed)
    change = LayerChange(
        layer,
        added=added,
        removed=len(gone),
        changed=len(changed),
        same=len(fresh) - added - len(changed),
        amount_before=_rounded_amount(amount_before),
        amount_after=_rounded_amount(_amount(layer, after)),
    )
    return Difference(change, geometries, frozenset(map(str, gone)))


def checksum_of_rows(rows: Sequence[Row], source: SourceRow) -> str:
    """Name a layer by what is in it and what may be done with it, whatever the order.

    The source's date is left out: the same rows fetched again are no change.
    """
    told = source.model_dump(exclude={"date"})
    digest = hashlib.sha256(json.dumps(told, sort_keys=True).encode())
    for _, fingerprint in sorted(_fingerprints(rows).items(), key=lambda item: str(item[0])):
        digest.update(fingerprint)
    return digest.hexdigest()


def _id(row: Row) -> Any:  # noqa: ANN401 - a number or a text
    return row.id  # type: ignore[attr-defined]


def _fingerprints(rows: Sequence[Row]) -> dict[Any, bytes]:
    """Give a digest of every row; millimetres, as the store keeps more than any source knows."""
    found = {}
    for row, shape in zip(rows, _rounded(rows), strict=True):
        columns = row.model_dump(exclude=_WORKED_OUT)
        told = json.dumps(columns, default=str, sort_keys=True).encode()
        found[row.id] = hashlib.blake2b(told + shape, digest_size=16).digest()  # type: ignore[attr-defined]
    return found


def _rounded(rows: Sequence[Row]) -> Iterable[bytes]:
    if not rows:
        return []
    shapes: NDArray[Any] = shapely.to_wkb(
        shapely.set_precision([row.geometry for row in rows], _MM, mode="pointwise")  # type: ignore[attr-defined]
    )
    return list(shapes)


def _amount(layer: str, rows: Sequence[Row]) -> float | None:
    if layer in _IN_KM:
        return sum(row.geometry.length for row in rows) / 1000  # type: ignore[attr-defined]
    if layer in _IN_PEOPLE:
        return sum(row.residents for row in rows if isinstance(row, HomeRow))
    return None


def _sum(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one + other


def _rounded_amount(amount: float | None) -> float | None:
    return None if amount is None else round(float(amount), 3)
