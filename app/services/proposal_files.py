"""Proposals as GeoJSON files that come back as the same proposal."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
import shapely
from shapely.geometry import mapping

from app.db.models import Proposal
from app.problems import Fault, Problem
from app.projection import METRE_DECIMALS, METRES_CRS
from app.request_body import validated
from app.schemas.proposal_settings import kept_settings
from app.schemas.proposals import FileHeader
from app.services.drawing import DrawingLimits, DrawnFeature, read_drawing
from app.services.proposal_json import drawn_features
from app.services.proposals import Content

Crs = Literal["4326", "25832"]


@dataclass(frozen=True, slots=True)
class ProposalText:
    """What a file may leave to whoever sends it."""

    area: str | None
    name: str | None


def write_file(proposal: Proposal, crs: Crs) -> dict[str, object]:
    """Write a proposal as a GeoJSON file."""
    head: dict[str, object] = {"type": "FeatureCollection"}
    if crs == "25832":
        head["crs"] = {"type": "name", "properties": {"name": METRES_CRS}}
    head["forbind"] = {
        "area": proposal.area_id,
        "name": proposal.name,
        "description": proposal.description,
        **({"settings": proposal.settings} if proposal.settings else {}),
    }
    return {**head, "features": [_feature(feature, crs) for feature in drawn_features(proposal)]}


def _feature(feature: DrawnFeature, crs: Crs) -> dict[str, object]:
    written = feature.as_geojson()
    if crs == "25832":
        rounded = shapely.transform(feature.metres, lambda xy: np.round(xy, METRE_DECIMALS))
        written["geometry"] = mapping(rounded)
    return written


def file_name(proposal: Proposal) -> str:
    """Name a file after the proposal, in letters that every system takes."""
    name = proposal.name.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return (re.sub(r"[^a-z0-9]+", "-", name).strip("-") or "forslag")[:80] + ".geojson"


def read_file(
    document: object, limits: DrawingLimits, known_areas: Collection[str], given: ProposalText
) -> Content:
    """Read a proposal from a GeoJSON file.

    Raises
    ------
    Problem
        With every fault of the file; nothing of it is kept then.
    """
    header, faults = _header(document, known_areas, given)
    drawing = read_drawing(document, limits, at="")
    faults.extend(drawing.faults)
    if faults or header is None:
        raise Problem("invalid-request", faults=faults)
    return Content(
        header.area,
        header.name,
        header.description,
        drawing.features,
        kept_settings(header.settings),
    )


def _header(
    document: object, known_areas: Collection[str], given: ProposalText
) -> tuple[FileHeader | None, list[Fault]]:
    said = document.get("forbind") if isinstance(document, Mapping) else None
    fields = dict(said) if isinstance(said, Mapping) else {}
    area = given.area or fields.get("area")
    name = given.name or fields.get("name") or fields.get("name_da")
    description = fields.get("description") or fields.get("description_da") or ""
    faults = [
        Fault("missing", f"/forbind/{key}", values={"name": f"forbind.{key}"})
        for key, value in (("area", area), ("name", name))
        if not isinstance(value, str) or not value
    ]
    if isinstance(area, str) and area and area not in known_areas:
        expected = {"expected": ", ".join(known_areas)}
        faults.append(Fault("unknown_area", "/forbind/area", value=area, values=expected))
    if faults:
        return None, faults
    told = {"area": area, "name": name, "description": description}
    if fields.get("settings") is not None:
        told["settings"] = fields["settings"]
    header, found = validated(FileHeader, told, "/forbind")
    return header, list(found)
