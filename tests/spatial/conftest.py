"""Every law without a number of its own is tried on as many cases as `cases` says."""

from __future__ import annotations

from hypothesis import settings

from tests.spatial.cases import cases

settings.register_profile("engine", cases())
settings.load_profile("engine")
