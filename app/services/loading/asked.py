"""What a person says about a file that they bring."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, Literal, get_args

from app.importers.faults import DataFault, InvalidLayers
from app.importers.osm import LAYERS as OSM_LAYERS
from app.importers.osm.files import SUFFIXES
from app.importers.registers.components import GAP_M
from app.importers.tables.mapping import FieldMapping
from app.importers.tables.profile_files import Beside, Profile

Kind = Literal[
    "areas",
    "osm",
    "streets",
    "facilities",
    "buildings",
    "population",
    "barriers",
    "land-cover",
    "transit",
]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
OVERPASS: Final = "overpass"
LAYER_OF: Final[dict[Kind, str]] = {
    "streets": "streets",
    "facilities": "facilities",
    "buildings": "buildings",
    "population": "homes",
    "barriers": "barriers",
    "land-cover": "land_cover",
    "transit": "timetable",
}


@dataclass(frozen=True, slots=True)
class FileAsked:
    """A file, and what a person says about it."""

    kind: Kind
    path: Path
    layer: str | None = None
    crs: str | None = None
    mapping: FieldMapping = field(default_factory=FieldMapping)
    over_buildings: bool | None = None
    """Whether people of squares are spread over buildings; None where nobody says."""
    municipalities: Path | None = None
    """Shapes that say which municipality people live in; without, it is that of the areas."""
    beside: tuple[Beside, ...] = ()
    """Further layers of the file that streets are read together with."""
    gap_m: float = GAP_M
    """The widest gap between streets of a register that is closed, in metres."""
    told: dict[str, str] = field(default_factory=dict)
    """What is said of the source: any of `id`, `title`, `publisher`, `date`, `licence`,
    `attribution`, `url` and `note`."""

    @property
    def is_osm(self) -> bool:
        """Whether the file is one of OpenStreetMap, or the network is to be asked."""
        return self.is_overpass or self.path.name.lower().endswith(SUFFIXES)

    @property
    def is_overpass(self) -> bool:
        """Whether OpenStreetMap is asked over the network."""
        return str(self.path) == OVERPASS

    @property
    def layers(self) -> tuple[str, ...]:
        """Name the layers that it is read for."""
        return OSM_LAYERS if self.kind == "osm" else (LAYER_OF[self.kind],)


def known_by(profile: Profile, asked: FileAsked) -> FileAsked:
    """Fill in what a profile knows; what a person says is stronger.

    Raises
    ------
    InvalidLayers
        Where the profile is one of another kind of file.
    """
    if profile.kind != asked.kind:
        message = f"the profile is for “{profile.kind}”: forbind load {profile.kind} …"
        raise InvalidLayers([DataFault("--profile", None, asked.kind, None, message)])
    return replace(
        asked,
        layer=asked.layer or profile.layer,
        crs=asked.crs or profile.crs,
        mapping=profile.mapping.overruled_by(asked.mapping),
        over_buildings=(
            profile.over_buildings if asked.over_buildings is None else asked.over_buildings
        ),
        beside=tuple(profile.beside),
        told={**profile.source, **asked.told},
    )
