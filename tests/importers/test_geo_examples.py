from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.importers.faults import InvalidLayers
from app.importers.geo_examples import read_examples
from app.importers.geo_layers import read_layers

SHIPPED = Path(__file__).parents[2] / "data" / "geo"
HEAD = {
    "area": "a",
    "name_da": "A",
    "name_en": "A",
    "description_da": "",
    "description_en": "",
    "source": "survey",
}
PATH = {
    "type": "Feature",
    "id": "p",
    "properties": {"kind": "connection"},
    "geometry": {"type": "LineString", "coordinates": [[12.3, 55.65], [12.31, 55.65]]},
}


def write(folder: Path, name: str, head: object, *features: object) -> None:
    content = {"type": "FeatureCollection", "forbind": head, "features": features}
    (folder / f"{name}.geojson").write_text(json.dumps(content), encoding="utf-8")


def message_of(folder: Path) -> str:
    with pytest.raises(InvalidLayers) as caught:
        read_examples(folder)
    return str(caught.value)


def test_every_area_has_an_example() -> None:
    examples = read_examples(SHIPPED / "examples")
    layers = read_layers(SHIPPED)
    assert {example.head.area for example in examples} == {area.id for area in layers.areas}
    sources = {source.id for source in layers.sources}
    for example in examples:
        assert example.head.source in sources
        assert example.features
        assert all("kind" in member["properties"] for member in example.features)  # type: ignore[operator]


def test_reads_head_and_features(tmp_path: Path) -> None:
    write(tmp_path, "a", HEAD, PATH)
    (example,) = read_examples(tmp_path)
    assert example.head.area == "a"
    assert example.features == (PATH,)


def test_empty_folder(tmp_path: Path) -> None:
    assert "no example" in message_of(tmp_path)


def test_missing_head(tmp_path: Path) -> None:
    write(tmp_path, "a", None, PATH)
    assert "`forbind`" in message_of(tmp_path)


def test_bad_head_and_bad_feature_are_told_together(tmp_path: Path) -> None:
    head = {name: value for name, value in HEAD.items() if name != "name_da"}
    write(tmp_path, "a", head, {**PATH, "geometry": None})
    message = message_of(tmp_path)
    assert "2 fault(s)" in message
    assert "`forbind.name_da`" in message


def test_file_named_for_another_area(tmp_path: Path) -> None:
    write(tmp_path, "b", HEAD, PATH)
    assert "name it for its area" in message_of(tmp_path)
