"""Read the example proposals: one GeoJSON file an area, in `data/geo/examples`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import ValidationError

from app.importers.faults import DataFault, InvalidLayers
from app.importers.geo_features import read_features, read_json, shown
from app.importers.geo_rows import Row, Slug, Text

if TYPE_CHECKING:
    from pathlib import Path

_DRAWN = frozenset({"Point", "LineString", "Polygon"})


class ExampleHead(Row):
    """What an example is about, in both languages."""

    area: Slug
    name_da: Text
    name_en: Text
    description_da: str
    description_en: str
    source: Slug


@dataclass(frozen=True, slots=True)
class Example:
    """An example proposal: its head and its features as they stand in the file (degrees)."""

    head: ExampleHead
    features: tuple[Mapping[str, object], ...]


def read_examples(folder: Path) -> tuple[Example, ...]:
    """Read every example under `folder`, sorted by area.

    Raises
    ------
    InvalidLayers
        With every fault of every file, or when the folder holds no example at all.
    """
    faults: list[DataFault] = []
    paths = sorted(folder.glob("*.geojson"))
    if not paths:
        faults.append(
            DataFault(
                "examples", None, str(folder), None, "the folder holds no example (*.geojson)"
            )
        )
    read = [_example(path, faults) for path in paths]
    if faults:
        raise InvalidLayers(faults)
    return tuple(example for example in read if example is not None)


def _example(path: Path, faults: list[DataFault]) -> Example | None:
    layer = f"examples/{path.stem}"
    before = len(faults)
    content = read_json(path, layer, faults)
    if content is None:
        return None
    sound = {str(feature.id) for feature in read_features(path, layer, _DRAWN, faults)}
    columns = content.get("forbind") if isinstance(content, Mapping) else None
    if not isinstance(columns, Mapping):
        message = "`forbind` with the area, names and descriptions is missing"
        faults.append(DataFault(layer, None, shown(columns), None, message))
        return None
    head = _head(columns, layer, faults)
    if head is not None and head.area != path.stem:
        message = f"the file is named for {path.stem}; name it for its area"
        faults.append(DataFault(layer, None, head.area, None, message))
    if head is None or len(faults) > before:
        return None
    members = json.loads(path.read_text(encoding="utf-8"))["features"]
    return Example(head, tuple(member for member in members if str(member["id"]) in sound))


def _head(columns: Mapping[str, object], layer: str, faults: list[DataFault]) -> ExampleHead | None:
    try:
        return ExampleHead.model_validate(columns)
    except ValidationError as error:
        for problem in error.errors(include_url=False):
            name = ".".join(str(part) for part in problem["loc"])
            value = None if problem["type"] == "missing" else shown(problem["input"])
            message = f"`forbind.{name}`: {problem['msg']}"
            faults.append(DataFault(layer, None, value, None, message))
    return None
