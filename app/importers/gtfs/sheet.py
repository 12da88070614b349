"""A table of a feed: its fields as text, read into numbers, with what cannot be read told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from app.importers.gtfs.finding import Findings
    from spatial.units import BoolArray, Int64Array

NOBODY: Final = -1
"""What a row refers to where it refers to nothing."""
_TIME: Final = re.compile(r"([0-9]{1,3}):([0-5][0-9]):([0-5][0-9])")


@dataclass(frozen=True, slots=True)
class Kind:
    """How a text is read, and what is wanted where it cannot be: ``read`` gives None then."""

    wanted: str
    read: Callable[[str], float | int | None]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of one file.

    Parameters
    ----------
    columns : dict from field to object array of str, shape (rows,)
        Empty text where nothing stands.
    lines : int64 array, shape (rows,)
        The line of the file that each row stands on; the first line names the fields.
    has : frozenset of str
        The fields that the file names.
    """

    name: str
    columns: dict[str, NDArray[Any]]
    lines: Int64Array
    findings: Findings
    has: frozenset[str] = frozenset()

    def __len__(self) -> int:
        """Give the number of rows."""
        return len(self.lines)

    def text(self, field: str) -> NDArray[Any]:
        """Give a field as it stands."""
        return self.columns[field]

    def texts(self, field: str) -> tuple[str, ...]:
        """Give a field as it is kept; what no store can hold is told."""
        held: list[str] = self.columns[field].tolist()
        unfit = np.array(["\0" in text for text in held], np.bool_)
        self.tell(f"`{field}` holds a character that is none", unfit, field)
        return tuple(held)

    def said(self, field: str) -> BoolArray:
        """Tell where something stands in a field."""
        found: BoolArray = self.columns[field] != ""
        return found

    def tell(self, message: str, rows: BoolArray, field: str | None = None) -> None:
        """Take note of rows that are wrong in the same way, with what stands in a field there."""
        if not rows.any():
            return
        values = [] if field is None else self.columns[field][rows].tolist()
        self.findings.add(self.name, message, self.lines[rows].tolist(), values)

    def need(self, *fields: str, where: BoolArray | None = None) -> None:
        """Tell of rows in which a field is empty."""
        for field in fields:
            if len(self) and field not in self.has:
                self.findings.add(self.name, f"the file lacks the field `{field}`")
                continue
            empty = ~self.said(field)
            self.tell(f"`{field}` is empty", empty if where is None else empty & where)

    def unique(self, *fields: str) -> None:
        """Tell of rows that have the same key as one before."""
        keys = pd.DataFrame({field: self.columns[field] for field in fields})
        again = keys.duplicated().to_numpy() & self.said(fields[0])
        named = ", ".join(fields)
        self.tell(f"the same `{named}` stands on a line before", again, fields[0])

    def read(self, field: str, kind: Kind, missing: float) -> NDArray[Any]:
        """Read a field into numbers; each text that is there is read once."""
        codes, texts = pd.factorize(self.columns[field])
        values = np.empty(len(texts), type(missing))
        wrong = np.zeros(len(texts), np.bool_)
        for at, text in enumerate(texts):
            found = missing if text == "" else kind.read(text)
            wrong[at] = found is None
            values[at] = missing if found is None else found
        if wrong.any():
            self.tell(f"`{field}` should be {kind.wanted}", wrong[codes], field)
        numbers: NDArray[Any] = values[codes]
        return numbers

    def refer(self, field: str, known: pd.Index[Any], to: str) -> Int64Array:
        """Find the rows that a field refers to; `NOBODY` where it is empty or wrong."""
        rows: Int64Array = known.get_indexer(self.columns[field])
        message = f"`{field}` is not in {to}"
        self.tell(message, (rows == NOBODY) & self.said(field), field)
        return rows


def whole(low: int, high: int) -> Kind:
    """Read a whole number within bounds."""

    def read(text: str) -> int | None:
        if re.fullmatch(r"[0-9]{1,12}", text) is None or not low <= int(text) <= high:
            return None
        return int(text)

    return Kind(f"a whole number from {low} to {high}", read)


def choice(*values: int) -> Kind:
    """Read one of some numbers."""
    named = ", ".join(map(str, values))
    known = {str(value): value for value in values}
    return Kind(f"one of {named}", known.get)


def number(low: float, high: float) -> Kind:
    """Read a number within bounds."""

    def read(text: str) -> float | None:
        if re.fullmatch(r"[+-]?[0-9]*\.?[0-9]+([eE][+-]?[0-9]{1,3})?", text) is None:
            return None
        value = float(text)
        return value if low <= value <= high else None

    return Kind(f"a number from {low:g} to {high:g}", read)


def _seconds(text: str) -> int | None:
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    hours, minutes, seconds = map(int, found.groups())
    return hours * 3600 + minutes * 60 + seconds


def _ordinal(text: str) -> int | None:
    if re.fullmatch(r"[0-9]{8}", text) is None:
        return None
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:])).toordinal()
    except ValueError:
        return None


TIME: Final = Kind("a time as HH:MM:SS", _seconds)
"""Seconds after midnight; a night's trip has more than 24 hours."""
DATE: Final = Kind("a date as YYYYMMDD", _ordinal)
"""Days, as `datetime.date.toordinal` counts them."""


def index_of(sheet: Sheet, field: str) -> pd.Index[Any]:
    """Give each id its number; of an id that stands twice, the first counts."""
    ids: Sequence[Any] = list(dict.fromkeys(sheet.text(field).tolist()))
    return pd.Index(ids, dtype=object)
