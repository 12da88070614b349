"""What a running service needs to know, read from the environment once and then passed in."""

import ipaddress
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PROJECT_FOLDER = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """Settings of one service; every name is read with the prefix ``FORBIND_``."""

    model_config = SettingsConfigDict(
        env_prefix="FORBIND_",
        frozen=True,
        # The address of the database may hold a password.
        hide_input_in_errors=True,
    )

    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8000
    database_url: str | None = None
    data_dir: Path = PROJECT_FOLDER / ".forbind"
    geo_folder: Path = PROJECT_FOLDER / "data" / "geo"
    frontend_folder: Path = PROJECT_FOLDER / "frontend" / "dist"
    tile_url: str | None = None
    allow_public_demo: bool = False
    # Names besides localhost that a proxy in front answers to, with commas between them.
    allowed_hosts: str = ""
    warm_at_start: bool = True
    max_body_bytes: Annotated[int, Field(ge=1)] = 10_000_000
    # How long the sending of one request may take.
    max_body_seconds: Annotated[float, Field(gt=0)] = 60.0
    # How long one drawing from elsewhere may take to be read.
    max_file_seconds: Annotated[float, Field(ge=1)] = 30.0
    max_features: Annotated[int, Field(ge=1)] = 500
    max_vertices: Annotated[int, Field(ge=2)] = 50_000
    # How many comments one proposal may hold, deleted ones included.
    max_comments: Annotated[int, Field(ge=1)] = 1_000
    # How many homes a place may hold: each is searched from, and its times to all others are kept.
    max_homes: Annotated[int, Field(ge=1)] = 12_000
    # Whether data may be loaded from the page: left out, where only this machine gets in.
    allow_loading: bool | None = None
    max_upload_bytes: Annotated[int, Field(ge=1)] = 2 * 2**30
    max_upload_seconds: Annotated[float, Field(gt=0)] = 3_600.0
    # A worker that was not heard of for so long is gone, and its load is another's.
    load_stalled_seconds: Annotated[float, Field(ge=1)] = 10.0
    # How much memory the reading of one file may take.
    max_load_memory_bytes: Annotated[int, Field(ge=2**30)] = 8 * 2**30

    @property
    def is_loading_open(self) -> bool:
        """Whether whoever gets in may load data from the page."""
        if self.allow_loading is not None:
            return self.allow_loading
        return not self.allow_public_demo and is_loopback(self.host)

    @field_validator("database_url")
    @classmethod
    def _name_the_driver(cls, url: str | None) -> str | None:
        return None if not url else with_driver(url)

    @model_validator(mode="after")
    def _stay_on_loopback(self) -> Self:
        if not self.allow_public_demo and not is_loopback(self.host):
            raise ValueError(
                f"FORBIND_HOST={self.host} would let others on the network in, and Forbind has no "
                "accounts yet: anybody could change every proposal. Serve on 127.0.0.1, or, inside "
                "a container whose port is published on 127.0.0.1 alone, set "
                "FORBIND_ALLOW_PUBLIC_DEMO=1."
            )
        return self


def is_loopback(host: str) -> bool:
    """Tell whether only this machine can reach a service that listens on the host."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def with_driver(url: str) -> str:
    """Spell a PostgreSQL address so that SQLAlchemy takes psycopg 3, whoever wrote it."""
    for scheme in ("postgresql+psycopg://", "postgresql://", "postgres://"):
        if url.startswith(scheme):
            return "postgresql+psycopg://" + url.removeprefix(scheme)
    raise ValueError(
        f"FORBIND_DATABASE_URL={url.rsplit('@', 1)[-1]} is not a PostgreSQL address; write it as "
        "postgresql://user:password@host:5432/name"
    )
