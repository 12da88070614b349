"""Housing areas that planners draw: kept, changed and taken away, and good for everything."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import func, select

from app.db.models import Home, Place
from app.state import Service
from tests.app.drawn import polygon, proposal, shop

# East of Tåstrupgård, where people live and nobody drew an area yet.
HERE = (12.3301, 55.6564)
FAR = (9.56, 55.70)
SIZE = 0.003


def square(lon: float, lat: float, size: float = SIZE) -> dict[str, Any]:
    return polygon(
        (lon, lat), (lon + size, lat), (lon + size, lat + size / 2), (lon, lat + size / 2)
    )


def drawn(
    name: str = "Bymarken", at: tuple[float, float] = HERE, size: float = SIZE, **more: object
) -> dict[str, Any]:
    properties = {"name": name, "municipality_code": "0169", **more}
    return {"type": "Feature", "properties": properties, "geometry": square(*at, size)}


def draw(client: TestClient, body: dict[str, Any]) -> dict[str, Any]:
    answer = client.post("/api/areas", json=body)
    assert answer.status_code == 201, answer.json()
    area: dict[str, Any] = answer.json()
    return area


def etag(client: TestClient, area: str) -> dict[str, str]:
    return {"If-Match": client.get(f"/api/areas/{area}").headers["etag"]}


def codes(client: TestClient, body: object) -> dict[str, str]:
    answer = client.post("/api/areas", json=body)
    assert answer.status_code == 422, answer.text
    assert all(fault["message"] for fault in answer.json()["errors"])
    return {fault["pointer"]: fault["code"] for fault in answer.json()["errors"]}


def test_an_area_that_is_drawn_is_one_like_the_others(client: TestClient, service: Service) -> None:
    before = client.get("/api/areas").headers["etag"]
    answer = client.post("/api/areas", json=drawn("Rønnevang Øst", homes=300, residents=640))
    assert answer.status_code == 201
    assert answer.headers["location"] == "/api/areas/roennevang-oest"
    area = answer.json()
    assert area["id"] == "roennevang-oest"
    told = area["properties"]
    assert told["municipality"] == "Høje-Taastrup"
    assert (told["place"], told["homes"], told["residents"]) == ("taastrup", 300, 640)
    assert told["sources"] == ["drawn-areas"]
    listed = client.get("/api/areas")
    assert listed.headers["etag"] != before
    assert "roennevang-oest" in [one["id"] for one in listed.json()["features"]]
    assert client.get("/api/areas/roennevang-oest").headers["etag"] == answer.headers["etag"]
    with service.snapshots() as session:
        lived_in = session.scalar(
            select(func.count()).select_from(Home).where(Home.area_id == "roennevang-oest")
        )
    assert lived_in, "who lives there belongs to it"
    asked = {"area": "roennevang-oest", "interventions": {"type": "FeatureCollection"}}
    asked["interventions"]["features"] = [shop(HERE[0] + 0.001, HERE[1] + 0.0005)]  # type: ignore[index]
    assessed = client.post("/api/assess", json=asked)
    assert assessed.status_code == 200
    reach = [one for one in assessed.json()["indicators"] if one["baseline"]]
    assert reach, "the place is known there, so there is something to reach"
    client.delete("/api/areas/roennevang-oest", headers=etag(client, "roennevang-oest"))


def test_far_from_every_place_it_gets_one_of_its_own_and_takes_it_with_it(
    client: TestClient, service: Service
) -> None:
    body = drawn("Nørremarken", FAR) | {"id": "vejle-noerremarken"}
    body["properties"]["municipality_code"] = "0630"
    area = draw(client, body)
    assert area["properties"]["place"] == "vejle-noerremarken"
    place = client.get("/api/areas/vejle-noerremarken/place").json()
    west, south, east, north = place["bbox"]
    # Four kilometres to every side.
    assert (FAR[1] - south) * 111.2 == pytest.approx(4, abs=0.2)
    assert west < FAR[0] < east
    assert north > FAR[1]
    near = draw(client, drawn("Nabo", (FAR[0] + 0.01, FAR[1])))
    assert near["properties"]["place"] == "vejle-noerremarken"
    for name in ("vejle-noerremarken", "nabo"):
        with service.snapshots() as session:
            assert session.get(Place, "vejle-noerremarken") is not None
        assert client.delete(f"/api/areas/{name}", headers=etag(client, name)).status_code == 204
    with service.snapshots() as session:
        assert session.get(Place, "vejle-noerremarken") is None


def test_drawing_it_anew_changes_who_lives_there(client: TestClient, service: Service) -> None:
    draw(client, drawn("Voksende", residents=10))

    def living() -> float:
        with service.snapshots() as session:
            total = session.scalar(
                select(func.sum(Home.residents)).where(Home.area_id == "voksende")
            )
        return float(total or 0)

    small = living()
    larger = drawn("Den voksende", size=2 * SIZE, residents=20)
    answer = client.put("/api/areas/voksende", json=larger, headers=etag(client, "voksende"))
    assert answer.status_code == 200
    assert answer.json()["id"] == "voksende"
    assert answer.json()["properties"]["name"] == "Den voksende"
    assert living() > small
    client.put("/api/areas/voksende", json=drawn("Voksende"), headers=etag(client, "voksende"))
    assert living() == small
    outside = client.put(
        "/api/areas/voksende", json=drawn("Voksende", FAR), headers=etag(client, "voksende")
    )
    assert outside.status_code == 422
    assert outside.json()["errors"][0]["code"] == "outside_window"
    client.delete("/api/areas/voksende", headers=etag(client, "voksende"))
    assert living() == 0


def test_nobody_overwrites_what_they_have_not_seen(client: TestClient) -> None:
    draw(client, drawn("Set"))
    seen = etag(client, "set")
    assert client.put("/api/areas/set", json=drawn("Set")).status_code == 428
    assert client.delete("/api/areas/set").status_code == 428
    draw(client, drawn("Andet", (HERE[0] + 0.01, HERE[1])))
    stale = client.put("/api/areas/set", json=drawn("Set", homes=1), headers=seen)
    assert (stale.status_code, stale.json()["type"]) == (412, "/problems/stale-area")
    assert client.delete("/api/areas/set", headers=seen).status_code == 412
    assert client.get("/api/areas/set").json()["properties"]["homes"] is None
    for name in ("set", "andet"):
        assert client.delete(f"/api/areas/{name}", headers={"If-Match": "*"}).status_code == 204
        assert client.get(f"/api/areas/{name}").status_code == 404
    gone = client.delete("/api/areas/set", headers={"If-Match": "*"})
    assert gone.json()["type"] == "/problems/unknown-area"


def test_what_comes_from_a_file_is_left_alone(client: TestClient) -> None:
    for answer in (
        client.put("/api/areas/taastrupgaard", json=drawn(), headers={"If-Match": "*"}),
        client.delete("/api/areas/taastrupgaard", headers={"If-Match": "*"}),
    ):
        assert (answer.status_code, answer.json()["type"]) == (403, "/problems/area-not-drawn")
    taken = client.post("/api/areas", json=drawn() | {"id": "taastrupgaard"})
    assert (taken.status_code, taken.json()["type"]) == (409, "/problems/area-exists")


def test_an_area_with_proposals_stays(client: TestClient) -> None:
    draw(client, drawn("Brugt"))
    kept = client.post("/api/proposals", json=proposal(shop()) | {"area": "brugt"}).json()
    client.delete(f"/api/proposals/{kept['id']}", headers={"If-Match": "*"})
    refused = client.delete("/api/areas/brugt", headers={"If-Match": "*"})
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/area-has-proposals")
    assert "1 proposals" in refused.json()["detail"]
    assert client.get("/api/areas/brugt").status_code == 200


def test_every_fault_is_told_at_once(client: TestClient) -> None:
    wrong = {
        "type": "Feature",
        "properties": {
            "name": "Usynlig\u202e",
            "municipality_code": "9999",
            "homes": -1,
            "beboere": 12,
        },
        "geometry": polygon((12.33, 55.657), (12.333, 55.658), (12.333, 55.657), (12.33, 55.658)),
    }
    assert codes(client, wrong) == {
        "/properties/name": "control_characters",
        "/properties/municipality_code": "unknown_municipality",
        "/properties/homes": "out_of_range",
        "/properties/beboere": "unknown_field",
        "/geometry": "self_crossing",
    }


@pytest.mark.parametrize(
    ("geometry", "pointer", "code"),
    [
        (square(*HERE, 0.0001), "/geometry", "area_size"),
        (square(12.0, 55.5, 0.3), "/geometry", "area_size"),
        (square(*reversed(HERE)), "/geometry/coordinates", "swapped_coordinates"),  # type: ignore[misc]
        (square(13.9, 52.0), "/geometry/coordinates", "outside_denmark"),
        ({"type": "Point", "coordinates": list(HERE)}, "/geometry/type", "not_an_area"),
        ({"type": "Polygon", "coordinates": [[[12.3, 55.6]]]}, "/geometry/coordinates/0", None),
        (None, "/geometry", "missing_geometry"),
    ],
)
def test_what_cannot_be_an_area(
    client: TestClient, geometry: object, pointer: str, code: str | None
) -> None:
    found = codes(client, drawn() | {"geometry": geometry})
    assert found == {pointer: code or "bad_coordinates"}


def test_two_areas_do_not_share_a_home(client: TestClient) -> None:
    reached = client.get("/api/areas/taastrupgaard").json()
    body = drawn() | {"geometry": reached["geometry"]}
    answer = client.post("/api/areas", json=body)
    (fault,) = answer.json()["errors"]
    assert fault["code"] == "areas_overlap"
    assert "Tåstrupgård" in fault["message"]


def test_a_name_must_have_something_to_make_an_address_of(client: TestClient) -> None:
    assert codes(client, drawn("!!")) == {"/properties/name": "no_letters"}


def test_the_municipalities_are_all_there(client: TestClient) -> None:
    listed = client.get("/api/municipalities").json()["municipalities"]
    assert len(listed) == 98
    assert {"code": "0561", "name": "Esbjerg"} in listed
