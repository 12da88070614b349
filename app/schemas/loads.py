"""Loads as they are asked for and told of over the web."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from app.importers.osm.files import SUFFIXES
from app.importers.registers.components import GAP_M
from app.importers.tables.mapping import FieldMapping
from app.importers.tables.profile_files import (
    LONGEST_BYTES,
    parse_profile,
    profile_names,
    read_profile,
)
from app.importers.tables.zipped import TABLES
from app.schemas.plain_text import plain_text, refusal
from app.services.loading.asked import OVERPASS, FileAsked, Kind, known_by

TABLE_ENDINGS = (*TABLES, ".zip")
ENDINGS = tuple(dict.fromkeys((*TABLES, *SUFFIXES, ".zip")))
OWN_PROFILE = "profile_toml"
MOST_FIELDS = 50

Word = Annotated[str, Field(max_length=400)]
Words = Annotated[dict[Word, Word], Field(max_length=MOST_FIELDS)]
LoadState = Literal["awaiting_file", "queued", "running", "done", "refused", "failed", "cancelled"]


class SourceIn(BaseModel):
    """Whose the data is and what it may be used for; what is left out comes from the file."""

    model_config = ConfigDict(extra="forbid")

    id: Annotated[str | None, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)] = None
    title: Word | None = None
    publisher: Word | None = None
    date: Word | None = None
    licence: Word | None = None
    attribution: Word | None = None
    url: Word | None = None


class LoadIn(BaseModel):
    """What is said of a file before it is sent."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)

    kind: Annotated[Kind, Field(description="what the file holds; `osm` is all but areas")]
    place: Annotated[str | None, Field(max_length=120, description="where its rows belong")] = None
    file_name: Annotated[
        str | None, Field(min_length=1, max_length=200, description="left out for `overpass`")
    ] = None
    overpass: Annotated[bool, Field(description="ask OpenStreetMap online; needs no file")] = False
    layer: Annotated[str | None, Field(max_length=200, description="of a file with several")] = None
    crs: Annotated[str | None, Field(max_length=200, description="for files that do not say")] = (
        None
    )
    profile: Annotated[str | None, Field(max_length=80)] = None
    profile_toml: Annotated[
        str | None,
        Field(max_length=LONGEST_BYTES, description="a profile of one's own, written as TOML"),
    ] = None
    municipalities_file_name: Annotated[
        str | None,
        Field(
            min_length=1,
            max_length=200,
            description="shapes that say which municipality people live in; sent before the file",
        ),
    ] = None
    columns: Annotated[Words, Field(description="our field → its column")] = {}
    constants: Annotated[Words, Field(description="our field → what it is for every row")] = {}
    over_buildings: bool | None = None
    gap_m: Annotated[float, Field(ge=0, le=100)] = GAP_M
    source: SourceIn = SourceIn()
    rehearse: Annotated[bool, Field(description="only tell what would change")] = False

    @field_validator("file_name")
    @classmethod
    def _check_name(cls, name: str | None) -> str | None:
        return _file_name(name, ENDINGS)

    @field_validator("municipalities_file_name")
    @classmethod
    def _check_municipalities(cls, name: str | None) -> str | None:
        return _file_name(name, TABLE_ENDINGS)

    @field_validator("profile")
    @classmethod
    def _check_profile(cls, name: str | None) -> str | None:
        if name is not None and name not in profile_names():
            raise refusal("unknown_profile", ", ".join(profile_names()))
        return name

    @model_validator(mode="after")
    def _one_origin(self) -> "LoadIn":
        if self.overpass == (self.file_name is not None):
            raise refusal("file_or_overpass")
        if self.profile is not None and self.profile_toml is not None:
            raise refusal("two_profiles")
        if self.municipalities_file_name is not None and self.kind != "population":
            raise refusal("municipalities_of_people")
        return self

    def asked(self, path: Path | None, municipalities: Path | None = None) -> FileAsked:
        """Give what is asked of a file that lies at a path; None for the network.

        Raises
        ------
        InvalidLayers
            Where the profile is one of another kind of file, or of one's own and wrong.
        """
        told = {name: text for name, text in self.source.model_dump().items() if text}
        asked = FileAsked(
            self.kind,
            Path(OVERPASS) if path is None else path,
            self.layer,
            self.crs,
            FieldMapping(self.columns, self.constants),
            self.over_buildings,
            municipalities,
            gap_m=self.gap_m,
            told=told,
        )
        if self.profile is not None:
            return known_by(read_profile(self.profile), asked)
        if self.profile_toml is not None:
            return known_by(parse_profile(self.profile_toml, OWN_PROFILE), asked)
        return asked


def _file_name(name: str | None, endings: tuple[str, ...]) -> str | None:
    if name is None:
        return None
    if not name.lower().endswith(endings):
        raise refusal("file_ending", ", ".join(endings))
    return plain_text(name, allowed="")


class ProgressOut(BaseModel):
    """How far a load is; `total` is null where nobody knows, and then so is the time left."""

    stage: str
    done: int
    total: int | None
    seconds_left: float | None


class LoadFaultOut(BaseModel):
    """One fault of a file: where it stands, which value, and what to do."""

    layer: str
    feature: str | None
    value: str | None
    lon: float | None
    lat: float | None
    message: str


class LoadNoteOut(BaseModel):
    """Something the reader did or left out."""

    code: str
    count: int
    lon: float | None
    lat: float | None
    message: str


class LayerChangeOut(BaseModel):
    """The rows of one layer before and after; amounts are kilometres or residents."""

    layer: str
    added: int
    removed: int
    changed: int
    same: int
    amount_before: float | None
    amount_after: float | None
    message: str


class TouchedOut(BaseModel):
    """A proposal near a change, or one that names what is gone."""

    id: UUID
    name: str
    area: str
    why: Literal["near", "names"]


class StoryOut(BaseModel):
    """What a load did, or would do."""

    place: str
    source: str
    taken: bool
    is_change: bool
    dataset_before: str
    dataset_after: str
    headline: str
    layers: list[LayerChangeOut]
    notes: list[LoadNoteOut]
    touched: list[TouchedOut]


class LoadOut(BaseModel):
    """A load."""

    id: UUID
    state: LoadState
    kind: Kind
    place: str | None
    file_name: str | None
    file_bytes: int | None
    rehearse: bool
    can_be_taken: Annotated[
        bool, Field(description="a rehearsal whose file is still here: POST …/take takes it in")
    ]
    progress: ProgressOut | None
    story: StoryOut | None
    faults: list[LoadFaultOut]
    asked: dict[str, Any]
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None


class LoadPage(BaseModel):
    """The latest loads, newest first."""

    loads: list[LoadOut]
    is_open: Annotated[bool, Field(description="whether data may be loaded here")]


class ProfileOut(BaseModel):
    """A saved profile of a known register."""

    name: str
    about: str
    kind: str


class FieldsOut(BaseModel):
    """Which fields a kind of file fills."""

    kind: str
    fields: list[str]


class NamedPlace(BaseModel):
    """A place that data can belong to."""

    id: str
    name: str


class LoadingOut(BaseModel):
    """What can be loaded, for a form."""

    is_open: bool
    endings: list[str]
    table_endings: Annotated[list[str], Field(description="of files that hold a table")]
    max_upload_bytes: int
    profiles: list[ProfileOut]
    kinds: list[FieldsOut]
    places: list[NamedPlace]
