"""What is found in a file: layers with features, what is wrong, and what is worth knowing.

Exceptions
----------
Exception
└── FileRefused : nothing of the file can be used; carries every reason
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pyproj import CRS
from shapely.geometry.base import BaseGeometry

# What a file may hold; beyond that nobody could look it over on a map.
LAYERS = 200
FEATURES = 20_000
VERTICES = 200_000
# How much of what is wrong is told one by one; the rest is counted.
LISTED_FAULTS = 300


@dataclass(frozen=True, slots=True)
class FileFault:
    """One thing that is wrong in a file: in which layer, which feature, where, which value.

    Parameters
    ----------
    shown : bool
        Whether the feature is among the layer's features all the same: good enough to look at, not
        to be drawn with.
    """

    code: str
    layer: str | None = None
    feature: str | None = None
    value: object = None
    place: tuple[float, float] | None = None
    shown: bool = False
    values: Mapping[str, object] = field(default_factory=dict)


class FileRefused(Exception):  # noqa: N818 - named for what happened
    """Nothing of the file can be used."""

    def __init__(self, faults: Sequence[FileFault]) -> None:
        super().__init__(", ".join(fault.code for fault in faults))
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True)
class RawFeature:
    """A feature as it stands in the file, in the coordinates of the file."""

    id: str
    geometry: BaseGeometry
    properties: Mapping[str, object]


@dataclass(slots=True)
class RawLayer:
    """A layer as it stands in the file.

    Parameters
    ----------
    crs : CRS or None
        None where the file does not say.
    count : int
        How many features the file has in it, those at fault included.
    scale : float
        What its numbers are multiplied with to be metres, where they are no degrees.
    """

    name: str
    crs: CRS | None = None
    features: list[RawFeature] = field(default_factory=list)
    count: int = 0
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Note:
    """Something worth knowing that is no fault, as a rule how the file was understood."""

    code: str
    layer: str | None = None
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(slots=True)
class RawFile:
    """A file before its coordinates are understood."""

    layers: list[RawLayer] = field(default_factory=list)
    faults: list[FileFault] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class FoundFeature:
    """A feature in degrees: one point, line or polygon."""

    id: str
    kind: str | None
    geometry: BaseGeometry
    properties: Mapping[str, object]
