"""Leave out what a table says in words that mean nothing here, or says twice; and say so."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import numpy as np

from app.importers.faults import DataFault, InvalidLayers
from app.importers.reading import ReadingNote
from app.importers.tables.files import Table
from app.importers.tables.rows import plain

if TYPE_CHECKING:
    from app.importers.tables.mapping import FieldMapping

MOST_NAMED: Final = 20


def meant(table: Table, mapping: FieldMapping) -> tuple[Table, list[ReadingNote]]:
    """Keep the features that every translated field has a word for, and name the other words.

    Raises
    ------
    InvalidLayers
        Where no feature at all has such a word: the wrong column, or another register.
    """
    kept = np.ones(len(table), bool)
    unknown: Counter[tuple[str, str]] = Counter()
    for name in mapping.meanings:
        column = mapping.column_of(name, list(table.columns))
        if column is None:
            continue
        values = [plain(value) for value in table.columns[column]]
        has_meaning = np.array([mapping.meaning(name, value) is not None for value in values], bool)
        without = [str(values[row]) for row in np.flatnonzero(kept & ~has_meaning)]
        unknown.update((column, value) for value in without)
        kept &= has_meaning
    if unknown and not kept.any():
        raise InvalidLayers(
            [_stranger(table.name, *word) for word, _ in _ordered(unknown)[:MOST_NAMED]]
        )
    return _rows(table, kept), _told(unknown)


def _stranger(layer: str, column: str, value: str) -> DataFault:
    message = f"`{column}`: no feature has a word with a meaning; is it the right column?"
    return DataFault(layer, None, value, None, message)


def _ordered(unknown: Counter[tuple[str, str]]) -> list[tuple[tuple[str, str], int]]:
    return sorted(unknown.items(), key=lambda item: (-item[1], item[0]))


def _told(unknown: Counter[tuple[str, str]]) -> list[ReadingNote]:
    """Name the words that most features have, and count the rest."""
    ordered = _ordered(unknown)
    notes = [
        ReadingNote("no-meaning", count, values={"column": column, "value": value})
        for (column, value), count in ordered[:MOST_NAMED]
    ]
    rest = ordered[MOST_NAMED:]
    if rest:
        count = sum(count for _, count in rest)
        notes.append(ReadingNote("no-meaning-either", count, values={"words": len(rest)}))
    return notes


def once(table: Table, mapping: FieldMapping) -> tuple[Table, list[ReadingNote]]:
    """Take a feature without a key once, though it is there again with equal words and place."""
    if mapping.column_of("id", list(table.columns)) is not None:
        return table, []
    columns = [[plain(value) for value in values] for values in table.columns.values()]
    first: dict[tuple[object, ...], int] = {}
    for row, shape in enumerate(table.geometry):
        wkb = None if shape is None else shape.wkb
        first.setdefault((wkb, *(values[row] for values in columns)), row)
    again = len(table) - len(first)
    kept = list(first.values())
    notes = [ReadingNote("there-again", again)] if again else []
    return _rows(table, kept), notes


def _rows(table: Table, kept: list[int] | np.ndarray) -> Table:
    columns = {name: values[kept] for name, values in table.columns.items()}
    return Table(table.name, columns, table.geometry[kept])
