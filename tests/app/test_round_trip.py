"""Promise 9: whatever is drawn, export and import give the same proposal back."""

import json
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from app.db.models import Proposal
from app.services.drawing import DrawingLimits, read_drawing
from app.services.proposal_files import Crs, ProposalText, read_file, write_file
from app.services.proposals import Content, intervention_row
from spatial.interventions import REGISTRY
from tests.app.drawn import AREA, collection, proposal
from tests.spatial.cases import cases

LIMITS = DrawingLimits(50, 1_000)
LON, LAT = st.floats(8.1, 15.0), st.floats(54.6, 57.7)
TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
NUMBER = st.integers(-(2**53) + 1, 2**53 - 1) | st.floats(-1e12, 1e12)
VALUE = st.recursive(
    st.none() | st.booleans() | NUMBER | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=5,
)
PROPERTIES = st.dictionaries(TEXT.filter(lambda name: name != "kind"), VALUE, max_size=4)


@st.composite
def shapes(draw: st.DrawFn, kind: str) -> dict[str, Any]:
    """A point, a line or a ring somewhere in Denmark, with as many digits as a number has."""
    lon, lat = draw(LON), draw(LAT)
    step = st.floats(1e-6, 1e-3)
    if kind == "Point":
        return {"type": kind, "coordinates": [lon, lat]}
    if kind == "Polygon":
        east, north = draw(step), draw(step)
        ring = [[lon, lat], [lon + east, lat], [lon + draw(step), lat + north], [lon, lat]]
        return {"type": kind, "coordinates": [ring]}
    points = [[lon, lat]]
    for _ in range(draw(st.integers(1, 5))):
        lon, lat = lon + draw(step), lat + draw(step)
        points.append([lon, lat])
    return {"type": kind, "coordinates": points}


@st.composite
def features(draw: st.DrawFn) -> dict[str, Any]:
    kind = draw(st.sampled_from(REGISTRY))
    properties = draw(PROPERTIES) | {"kind": kind.kind}
    geometry = draw(shapes(draw(st.sampled_from(kind.geometries))))
    return {"type": "Feature", "geometry": geometry, "properties": properties}


drawings = st.lists(features(), max_size=5)


def kept(name: str, description: str, drawn: list[dict[str, Any]]) -> tuple[Proposal, Content]:
    """Give a proposal as it stands in the store, and what a planner decided of it."""
    drawing = read_drawing(json.loads(json.dumps(collection(*drawn))), LIMITS)
    assert not drawing.faults
    rows = [intervention_row(UUID(int=k), k, row) for k, row in enumerate(drawing.features)]
    stored = Proposal(area_id=AREA, name=name, description=description, interventions=rows)
    return stored, Content(AREA, name, description, drawing.features)


@pytest.mark.parametrize("crs", ["4326", "25832"])
@given(TEXT.filter(str.strip), TEXT, drawings)
def test_9_a_file_holds_the_proposal(
    crs: Crs, name: str, description: str, drawn: list[dict[str, Any]]
) -> None:
    stored, content = kept(name, description, drawn)
    written = json.dumps(write_file(stored, crs), allow_nan=False)
    assert ("EPSG::25832" in written) == (crs == "25832")
    again = read_file(json.loads(written), LIMITS, {AREA}, ProposalText(None, None))
    assert (again.area_id, again.name, again.description) == (AREA, name, description)
    for before, after in zip(content.features, again.features, strict=True):
        assert (after.id, after.kind, after.properties) == (
            before.id,
            before.kind,
            before.properties,
        )
        assert after.lonlat.wkb == before.lonlat.wkb
        assert after.metres.wkb == before.metres.wkb


@cases(50)
@given(drawn=drawings)
def test_9_through_the_service_and_its_store(
    client: TestClient, drawn: list[dict[str, Any]]
) -> None:
    sent = client.post("/api/proposals", json=proposal(*drawn))
    assert sent.status_code == 201, sent.text
    for crs in ("4326", "25832"):
        exported = client.get(f"/api/proposals/{sent.json()['id']}/export?crs={crs}")
        imported = client.post(
            "/api/proposals/import",
            content=exported.content,
            headers={"Content-Type": exported.headers["Content-Type"]},
        )
        assert imported.status_code == 201, imported.text
        assert imported.json()["interventions"] == sent.json()["interventions"]
        again = client.get(f"/api/proposals/{imported.json()['id']}/export?crs={crs}")
        assert again.content == exported.content
