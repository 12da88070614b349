"""Tell how a place's layers came together, for whoever has to trust them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from app.importers.registers.network import share_of_largest
from data.derive.write import to_degrees

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from data.derive.layers import PlaceLayers

_WORTH_NAMING_M = 40.0


def report(layers: PlaceLayers) -> str:
    """Give the report of a place as Markdown."""
    network = layers.network
    classes: Counter[str] = Counter()
    for edge in network.edges:
        classes[edge.attributes.street_class] += round(edge.length_m)
    grades = Counter(edge.attributes.grade for edge in network.edges)
    lines = [
        f"# {layers.place.name}: how the layers came together",
        "",
        "Written by `python -m data.derive`; do not edit.",
        "",
        (
            f"- Street edges: {len(network.edges)} "
            f"({grades['bridge']} bridges, {grades['tunnel']} tunnels)."
        ),
        *(f"- {name}: {metres / 1000:.1f} km" for name, metres in sorted(classes.items())),
        (
            f"- Largest connected piece, of all walkable length before islands were left out: "
            f"{100 * share_of_largest(network):.1f} %."
        ),
        (
            f"- Homes: {len(layers.homes)} points, "
            f"{sum(home.residents for home in layers.homes)} residents."
        ),
        f"- Facilities: {len(layers.facilities)}; stops: {len(layers.stops)}.",
        "",
        "## Short links added between streets that nearly meet (modelled)",
        "",
        *(
            f"- {_at(tie.geometry)}: {tie.geometry.length:.0f} m"
            for tie in sorted(network.ties, key=lambda tie: tie.geometry.bounds)
        ),
        "",
        "## Streets left out because nothing leads to them",
        "",
        (
            f"{len(network.islands)} pieces, "
            f"{sum(island.length_m for island in network.islands) / 1000:.1f} km; "
            f"those over {_WORTH_NAMING_M:.0f} m:"
        ),
        "",
        *(
            f"- {_at(island.place)}: {island.length_m:.0f} m"
            for island in network.islands
            if island.length_m > _WORTH_NAMING_M
        ),
        "",
        "## Facilities left out because no street is within 500 m on their side of a barrier",
        "",
        *(
            f"- {_at(facility.point)}: {facility.name} ({facility.category})"
            for facility in sorted(layers.unattached, key=lambda f: f.point.bounds)
        ),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _at(geometry: BaseGeometry) -> str:
    degrees = to_degrees([geometry.centroid])[0]
    return f"{degrees.x:.5f}, {degrees.y:.5f}"
