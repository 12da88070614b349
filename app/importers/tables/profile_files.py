"""Profiles: what a person would have to say of a known register's file, said once and kept."""

from __future__ import annotations

import tomllib
from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.importers.faults import DataFault, InvalidLayers
from app.importers.geo_features import shown
from app.importers.registers.road_rows import Role  # noqa: TC001 - pydantic reads it at run time
from app.importers.tables.mapping import FieldMapping, listed

SUFFIX: Final = ".toml"
LONGEST_BYTES: Final = 100_000


class Beside(BaseModel):
    """A further layer of the same file, which is read together with the first."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    layer: str
    role: Role
    columns: dict[str, str] = Field(default_factory=dict)
    constants: dict[str, str] = Field(default_factory=dict)
    meanings: dict[str, dict[str, str]] = Field(default_factory=dict)

    @property
    def mapping(self) -> FieldMapping:
        """Give its fields, for the reader of tables."""
        return FieldMapping(self.columns, self.constants, self.meanings)


class Profile(BaseModel):
    """What is known of a file before it is opened; what a person says besides is stronger."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    about: str
    kind: str
    layer: str | None = None
    crs: str | None = None
    over_buildings: bool = False
    columns: dict[str, str] = Field(default_factory=dict)
    constants: dict[str, str] = Field(default_factory=dict)
    meanings: dict[str, dict[str, str]] = Field(default_factory=dict)
    source: dict[str, str] = Field(default_factory=dict)
    beside: list[Beside] = Field(default_factory=list, max_length=20)

    @property
    def mapping(self) -> FieldMapping:
        """Give its fields, for the reader of tables."""
        return FieldMapping(self.columns, self.constants, self.meanings)


def profile_names() -> list[str]:
    """Name the profiles that come with Forbind."""
    folder = files("app.importers.tables.profiles")
    return sorted(
        entry.name.removesuffix(SUFFIX) for entry in folder.iterdir() if entry.name.endswith(SUFFIX)
    )


def read_profile(name: str) -> Profile:
    """Read a profile by its name, or a file of one's own that ends in ``.toml``.

    Raises
    ------
    InvalidLayers
        Where there is no such profile, or with everything that is wrong with it.
    """
    try:
        text = _text(name)
    except UnicodeDecodeError as error:
        raise InvalidLayers([DataFault(name, None, None, None, "not TOML: not UTF-8")]) from error
    return parse_profile(text, name)


def parse_profile(text: str, name: str) -> Profile:
    """Read a profile that is written as TOML; its name is told with its faults.

    Raises
    ------
    InvalidLayers
        With everything that is wrong with it.
    """
    try:
        return Profile.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise InvalidLayers([DataFault(name, None, None, None, f"not TOML: {error}")]) from error
    except ValidationError as error:
        faults = []
        for problem in error.errors(include_url=False):
            where = ".".join(str(part) for part in problem["loc"])
            value = None if problem["type"] == "missing" else shown(problem["input"])
            faults.append(DataFault(name, where, value, None, problem["msg"]))
        raise InvalidLayers(faults) from error


def _text(name: str) -> str:
    if not name.endswith(SUFFIX):
        known = profile_names()
        if name in known:
            return files("app.importers.tables.profiles").joinpath(name + SUFFIX).read_text("utf-8")
        close = get_close_matches(name, known, 1)
        hint = f"did you mean “{close[0]}”? " if close else ""
        message = f"there is no such profile; {hint}profiles: {listed(known)}, or a {SUFFIX} file"
        raise InvalidLayers([DataFault("--profile", None, name, None, message)])
    path = Path(name)
    if not path.is_file():
        raise InvalidLayers([DataFault("--profile", None, name, None, "the file is missing")])
    if path.stat().st_size > LONGEST_BYTES:
        message = f"a profile holds at most {LONGEST_BYTES} bytes"
        raise InvalidLayers([DataFault("--profile", None, name, None, message)])
    return path.read_text("utf-8")
