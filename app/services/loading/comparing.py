"""The rows of a layer held against those that stand in the store."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import shapely

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


def compare_rows(layer: str, before: Sequence[Row], after: Sequence[Row]) -> Difference:
    """Compare two states by the rows' ids."""
    old, new = _by_id(before), _by_id(after)
    gone = old.keys() - new.keys()
    fresh = new.keys() - old.keys()
    prints_old, prints_new = _fingerprints(before), _fingerprints(after)
    changed = {key for key in old.keys() & new.keys() if prints_old[key] != prints_new[key]}
    geometries = [old[key].geometry for key in sorted(gone | changed, key=str)]
    geometries += [new[key].geometry for key in sorted(fresh | changed, key=str)]
    change = LayerChange(
        layer,
        added=len(fresh),
        removed=len(gone),
        changed=len(changed),
        same=len(new) - len(fresh) - len(changed),
        amount_before=_amount(layer, before),
        amount_after=_amount(layer, after),
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


def _by_id(rows: Sequence[Row]) -> dict[Any, Any]:
    return {row.id: row for row in rows}  # type: ignore[attr-defined]


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
        return round(sum(row.geometry.length for row in rows) / 1000, 3)  # type: ignore[attr-defined]
    if layer in _IN_PEOPLE:
        return round(sum(row.residents for row in rows if isinstance(row, HomeRow)), 3)
    return None
