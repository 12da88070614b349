"""Between the world's degrees and the engine's metres.

Only EPSG:4326 (longitude first) and EPSG:25832 are known here; all geodesy is PROJ's.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import shapely
from pyproj import Transformer

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from shapely.geometry.base import BaseGeometry

# A PROJ context may not be shared between threads, so each thread has transformers of its own.
_per_thread = threading.local()


def _transformer(source: str, target: str) -> Transformer:
    cache: dict[str, Transformer] = _per_thread.__dict__
    key = f"{source} {target}"
    if key not in cache:
        cache[key] = Transformer.from_crs(source, target, always_xy=True)
    return cache[key]


def _project(geometry: BaseGeometry, source: str, target: str) -> BaseGeometry:
    transformer = _transformer(source, target)

    def move(points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        moved = points.copy()
        moved[:, 0], moved[:, 1] = transformer.transform(points[:, 0], points[:, 1])
        return moved

    return shapely.transform(geometry, move)


def to_planar(geometry: BaseGeometry) -> BaseGeometry:
    """Give an EPSG:4326 geometry in EPSG:25832 metres; empty stays empty."""
    return _project(geometry, "EPSG:4326", "EPSG:25832")


def to_geographic(geometry: BaseGeometry) -> BaseGeometry:
    """Give an EPSG:25832 geometry in EPSG:4326 degrees, longitude first; empty stays empty."""
    return _project(geometry, "EPSG:25832", "EPSG:4326")
