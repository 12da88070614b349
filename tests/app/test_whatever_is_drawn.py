"""Whatever is drawn with whatever properties is answered or refused in words, never with a 500."""

from typing import Any

from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from spatial.interventions import REGISTRY
from spatial.interventions.properties import SHARED_PROPERTIES
from tests.app.drawn import collection, drawing
from tests.spatial.cases import cases

LON = st.floats(12.275, 12.305).map(lambda lon: round(lon, 6))
LAT = st.floats(55.648, 55.662).map(lambda lat: round(lat, 6))
POSITION = st.tuples(LON, LAT).map(list)
POINT = POSITION.map(lambda position: {"type": "Point", "coordinates": position})
LINE = st.lists(POSITION, min_size=2, max_size=6).map(
    lambda positions: {"type": "LineString", "coordinates": positions}
)
POLYGON = st.lists(POSITION, min_size=3, max_size=6).map(
    lambda positions: {"type": "Polygon", "coordinates": [[*positions, positions[0]]]}
)
VALUE = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**6), 10**6)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8)
    | st.sampled_from(["walk", "bike", "bridge", "tunnel", "at_grade", "school", "signal", "0.5"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=4,
)
NAMES = sorted({name for kind in REGISTRY for name in (*kind.properties, *SHARED_PROPERTIES)})
PROPERTIES = st.dictionaries(st.sampled_from(NAMES), VALUE, max_size=4)


def feature_of(kind: str, geometry: dict[str, Any], properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "properties": {**properties, "kind": kind}}


FEATURE = st.builds(
    feature_of,
    st.sampled_from([kind.kind for kind in REGISTRY]),
    POINT | LINE | POLYGON,
    PROPERTIES,
)
PLAIN = st.builds(
    feature_of,
    st.sampled_from(["connection", "crossing", "closure"]),
    LINE,
    st.sampled_from([{}, {"grade": "bridge"}, {"modes": ["walk"]}, {"delay_s": 5}]),
)


@cases(50)
@given(features=st.lists(FEATURE | PLAIN, max_size=5))
def test_whatever_is_drawn(client: TestClient, features: list[dict[str, Any]]) -> None:
    resolved = client.post("/api/resolve", json=drawing(*features))
    assert resolved.status_code in {200, 422}
    answer = client.post("/api/assess", json=drawing(*features, detail=["homes", "edges"]))
    if answer.status_code == 422:
        assert answer.json()["errors"]
        assert all(fault["message"] for fault in answer.json()["errors"])
        return
    assert answer.status_code == 200
    assert answer.json()["ok"]
    model = client.post(
        "/api/areas/taastrupgaard/model", json={"interventions": collection(*features)}
    )
    assert model.status_code == 200
    ids = answer.json()["homes"]["ids"]
    assert {origin["id"] for origin in model.json()["origins"]} <= set(ids)
