"""A town of a few streets, written as OpenStreetMap writes it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import quoteattr

from shapely import box

from app.importers.geo_rows import SourceRow
from app.importers.reading import Window
from spatial.crs import to_planar

LON, LAT = 12.30, 55.65
# A ten-thousandth of a degree: about 6.3 m east and 11.1 m north.
STEP = 1e-4
WINDOW = Window("by", to_planar(box(LON - 0.05, LAT - 0.05, LON + 0.05, LAT + 0.05)))
SOURCE = SourceRow(
    id="osm",
    title="OpenStreetMap",
    publisher="OpenStreetMap",
    date="2026-11-01",
    licence="ODbL 1.0",
    attribution="© OpenStreetMap contributors",
    url=None,
    modelled=False,
    note="",
)


def tag_lines(tags: dict[str, str]) -> str:
    return "".join(f"<tag k={quoteattr(k)} v={quoteattr(v)}/>" for k, v in tags.items())


@dataclass
class Town:
    """Nodes at whole steps east and north of a corner, and ways over them."""

    nodes: dict[int, str] = field(default_factory=dict)
    ways: dict[int, str] = field(default_factory=dict)
    relations: dict[int, str] = field(default_factory=dict)

    def node(self, number: int, east: int, north: int, **tags: str) -> None:
        at = f'lon="{LON + east * STEP:.7f}" lat="{LAT + north * STEP:.7f}"'
        self.nodes[number] = (
            f'<node id="{number}" version="1" {at}>{tag_lines(coloned(tags))}</node>'
        )

    def way(self, number: int, nodes: list[int], **tags: str) -> None:
        members = "".join(f'<nd ref="{node}"/>' for node in nodes)
        self.ways[number] = (
            f'<way id="{number}" version="1">{members}{tag_lines(coloned(tags))}</way>'
        )

    def text(self) -> str:
        parts = [*(self.nodes[key] for key in sorted(self.nodes))]
        parts += [self.ways[key] for key in sorted(self.ways)]
        return '<osm version="0.6" generator="tests">' + "\n".join(parts) + "</osm>"

    def write(self, folder: Path, name: str = "town.osm") -> Path:
        path = folder / name
        path.write_text(self.text(), encoding="utf-8")
        return path


def coloned(tags: dict[str, str]) -> dict[str, str]:
    """Give keys as OpenStreetMap has them: a double underscore stands for a colon."""
    return {key.replace("__", ":"): value for key, value in tags.items()}


def cross() -> Town:
    """Two streets that meet in the middle: node 5 of five."""
    town = Town()
    for number, (east, north) in enumerate(((0, 0), (20, 0), (10, -10), (10, 10), (10, 0)), 1):
        town.node(number, east, north)
    town.way(101, [1, 5, 2], highway="residential", name="Vestergade")
    town.way(102, [3, 5, 4], highway="residential", name="Nørregade")
    return town
