"""Which column of somebody's table is which field of ours, and what is the same for every row."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

from app.importers.faults import DataFault

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class FieldMapping:
    """Fields by name: ``columns`` says where each is found, ``constants`` what it always is.

    A field that is in neither is looked for under its own name. ``meanings`` says, field by field,
    what the column's words mean in ours; a feature with a word that means nothing is left out.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    meanings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def faults(self, layer: str, fields: Sequence[str], present: Sequence[str]) -> list[DataFault]:
        """List what does not fit: fields that a row does not have, columns a table does not."""
        found = [
            DataFault(layer, None, name, None, f"there is no such field; fields: {listed(fields)}")
            for name in dict.fromkeys((*self.columns, *self.constants, *self.meanings))
            if name not in fields
        ]
        for name, column in self.columns.items():
            if column not in present:
                close = get_close_matches(column, present, 1)
                hint = f"did you mean “{close[0]}”? " if close else ""
                message = (
                    f"`{name}`: the table has no such column; {hint}columns: {listed(present)}"
                )
                found.append(DataFault(layer, None, column, None, message))
        return found

    def column_of(self, name: str, present: Sequence[str]) -> str | None:
        """Give the column that holds a field; None where none does."""
        column = self.columns.get(name, name)
        return column if column in present and name not in self.constants else None

    def meaning(self, name: str, value: object) -> object:
        """Give a column's value in our words; None where it has none."""
        words = self.meanings.get(name)
        return value if words is None else words.get(str(value))

    def overruled_by(self, other: FieldMapping) -> FieldMapping:
        """Take another's word where it has one; what a column's words mean stays."""
        kept = {name: value for name, value in self.constants.items() if name not in other.columns}
        return FieldMapping(
            {**self.columns, **other.columns},
            {**kept, **other.constants},
            {**self.meanings, **other.meanings},
        )


def listed(names: Sequence[str]) -> str:
    """Put names into a sentence."""
    shown = 30
    more = f" and {len(names) - shown} more" if len(names) > shown else ""
    return (", ".join(names[:shown]) or "none") + more
