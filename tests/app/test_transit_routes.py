"""Transit over HTTP: numbers beside those on foot, what runs, and a home's trips."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.app.drawn import AREA, collection, feature, line

STATION = (12.3021, 55.6525)
ESTATE = (12.2890, 55.6539)
SERVICE = feature(
    "service",
    line(ESTATE, (12.2955, 55.6535), STATION),
    id="shuttle",
    headway_min=4,
    name="Pendulbus",
)


def assess(client: TestClient, *features: dict[str, Any], **how: object) -> dict[str, Any]:
    body = {"area": AREA, "interventions": collection(*features), "modes": ["walk", "transit"]}
    answered = client.post("/api/assess", json={**body, **how})
    assert answered.status_code == 200, answered.json()
    told: dict[str, Any] = answered.json()
    return told


def value(told: dict[str, Any], **named: object) -> dict[str, Any]:
    (row,) = [
        row for row in told["indicators"] if all(row[key] == want for key, want in named.items())
    ]
    return row


def home_inside(client: TestClient) -> str:
    homes = client.get(f"/api/homes?area={AREA}&scope=inside").json()["features"]
    return str(homes[0]["id"])


def test_by_transit_nothing_is_further_and_the_city_is_nearer(client: TestClient) -> None:
    told = assess(client, cutoffs_min=[30], indicators=["travel_time_nearest", "city_reach"])
    assert [issue["code"] for issue in told["issues"]] == ["modelled_timetable"]
    assert told["parameters"]["departure"] == {
        "from": "07:00",
        "until": "09:00",
        "share": 0.5,
        "longest_walk_min": 15,
        "to_stop": "walk",
    }
    times = [row for row in told["indicators"] if row["id"] == "travel_time_nearest"]
    assert {row["mode"] for row in times} == {"walk", "transit"}
    for row in times:
        if row["mode"] == "transit" and row["baseline"] is not None:
            walk = value(told, id=row["id"], mode="walk", category=row["category"])
            assert row["baseline"] <= walk["baseline"]
    on_foot, by_bus = (value(told, id="city_reach", mode=mode) for mode in ("walk", "transit"))
    assert by_bus["baseline"] > on_foot["baseline"]


def test_late_in_the_evening_less_is_reached(client: TestClient) -> None:
    asked = {"cutoffs_min": [30], "indicators": ["city_reach"]}
    morning = value(assess(client, **asked), mode="transit")
    evening = value(
        assess(client, **asked, departure={"from": "22:00", "until": "23:00"}), mode="transit"
    )
    assert evening["baseline"] < morning["baseline"]


def test_a_drawn_line_reaches_further_and_is_told_leg_by_leg(client: TestClient) -> None:
    told = assess(client, SERVICE, indicators=["departures_near", "travel_time_nearest"])
    near = value(told, id="departures_near")
    assert near["proposal"] > near["baseline"]
    station = value(told, id="travel_time_nearest", mode="transit", category="station")
    assert station["proposal"] < station["baseline"]
    body = {
        "area": AREA,
        "home": home_inside(client),
        "category": "station",
        "interventions": collection(SERVICE),
    }
    trips = client.post("/api/journeys", json=body).json()
    assert trips["modelled"] is True
    assert trips["proposal"]["time_ms"] < trips["baseline"]["time_ms"]
    rides = [
        leg
        for journey in trips["proposal"]["journeys"]
        for leg in journey["legs"]
        if leg["feature"] == "shuttle"
    ]
    assert rides
    assert {leg["line"] for leg in rides} == {"Pendulbus"}


def test_what_runs_is_listed_with_how_often(client: TestClient) -> None:
    told = client.get(f"/api/timetable?area={AREA}")
    assert told.headers["etag"]
    listed = told.json()
    trains = [row for row in listed["lines"]["features"] if row["properties"]["kind"] == "train"]
    assert {row["properties"]["name"] for row in trains} == {
        "S-tog B",
        "Regionaltog København H – Roskilde",
    }
    (north,) = [row for row in trains if row["properties"]["to"] == "Farum St."]
    assert north["properties"]["trips_07_09"] == 12
    stops = {row["properties"]["name"]: row["properties"] for row in listed["stops"]["features"]}
    # Every ten minutes both ways, but where the line ends nothing leaves one of them.
    assert stops["Taastrup St."]["departures_07_09"] >= 24
    assert "S-tog B" in stops["Høje Taastrup St."]["lines"]
    again = client.get(
        f"/api/timetable?area={AREA}", headers={"If-None-Match": told.headers["etag"]}
    )
    assert again.status_code == 304
    assert client.get("/api/timetable?area=nowhere").status_code == 404


@pytest.mark.parametrize(
    ("departure", "pointer"),
    [
        ({"from": "7"}, "/departure/from"),
        ({"from": "09:00"}, "/departure"),
        ({"from": "07:00", "until": "12:00"}, "/departure"),
        ({"share": 0}, "/departure/share"),
        ({"longest_walk_min": 99}, "/departure/longest_walk_min"),
        ({"day": "2026-01-01"}, "/departure/day"),
    ],
)
def test_impossible_departures_are_refused(
    client: TestClient, departure: dict[str, Any], pointer: str
) -> None:
    body = {"area": AREA, "interventions": collection(), "departure": departure}
    answered = client.post("/api/assess", json=body)
    assert answered.status_code == 422
    assert [row["pointer"] for row in answered.json()["errors"]] == [pointer]


def test_a_home_nobody_knows_is_refused(client: TestClient) -> None:
    body = {"area": AREA, "home": "x", "category": "school", "interventions": collection()}
    answered = client.post("/api/journeys", json=body)
    assert [row["code"] for row in answered.json()["errors"]] == ["unknown_home"]


def test_how_far_one_gets_by_bus_and_train(client: TestClient) -> None:
    lon, lat = ESTATE
    asked = f"/api/isochrone?lon={lon}&lat={lat}&minutes=20&area={AREA}"
    areas = {}
    for mode in ("walk", "transit"):
        answered = client.get(f"{asked}&mode={mode}&cell_m=50")
        assert answered.status_code == 200, answered.json()
        (ring,) = answered.json()["features"]
        areas[mode] = ring["properties"]["area_m2"]
    assert areas["transit"] > areas["walk"]
    body = {
        "lon": lon,
        "lat": lat,
        "minutes": [20],
        "mode": "transit",
        "area": AREA,
        "interventions": collection(SERVICE),
    }
    (ring,) = client.post("/api/isochrone", json=body).json()["features"]
    assert ring["properties"]["area_m2"] > areas["transit"]
    late = {**body, "departure": {"from": "03:00", "until": "04:00"}}
    (ring,) = client.post("/api/isochrone", json=late).json()["features"]
    assert ring["properties"]["area_m2"] == areas["walk"]
    network = client.post("/api/isochrone", json={**body, "form": "network"})
    assert [row["code"] for row in network.json()["errors"]] == ["no_network_by_transit"]


def test_ways_along_streets_take_no_transit(client: TestClient) -> None:
    for address in (
        "/api/route?from=12.29,55.654&to=12.30,55.652&mode=transit",
        f"/api/why?home={home_inside(client)}&category=school&mode=transit",
    ):
        answered = client.get(address)
        assert answered.status_code == 422
        assert answered.json()["errors"][0]["parameter"] == "mode"


def test_a_bike_to_the_stop_never_takes_longer_and_is_told_as_a_leg(client: TestClient) -> None:
    how = {"cutoffs_min": [30], "indicators": ["travel_time_nearest"], "modes": ["bike", "transit"]}
    on_foot, by_bike = (
        assess(client, SERVICE, departure={"to_stop": to_stop}, **how)
        for to_stop in ("walk", "bike")
    )
    compared = 0
    for row in by_bike["indicators"]:
        if row["mode"] == "transit" and row["proposal"] is not None:
            named = {"id": row["id"], "category": row["category"]}
            assert row["proposal"] <= value(on_foot, mode="transit", **named)["proposal"]
            assert row["proposal"] <= value(by_bike, mode="bike", **named)["proposal"]
            compared += 1
    assert compared > 5
    question = {
        "area": AREA,
        "home": home_inside(client),
        "category": "station",
        "departure": {"to_stop": "bike"},
        "interventions": collection(SERVICE),
    }
    told = client.post("/api/journeys", json=question).json()
    assert told["departure"]["to_stop"] == "bike"
    side = told["proposal"]
    assert side["time_p10_ms"] <= side["time_ms"] <= side["time_p90_ms"] <= side["direct_ms"]
    kinds = {leg["kind"] for each in told["proposal"]["journeys"] for leg in each["legs"]}
    assert kinds <= {"walk", "bike", "ride"}
    refused = client.post("/api/journeys", json={**question, "departure": {"to_stop": "transit"}})
    assert refused.status_code == 422


def test_a_bike_takes_one_to_more_stops(client: TestClient) -> None:
    area_m2 = {}
    for to_stop in ("walk", "bike"):
        question = {
            "area": AREA,
            "lon": ESTATE[0],
            "lat": ESTATE[1],
            "mode": "transit",
            "minutes": [20],
            "form": "polygon",
            "departure": {"to_stop": to_stop},
            "interventions": collection(),
        }
        answered = client.post("/api/isochrone", json=question)
        assert answered.status_code == 200, answered.json()
        area_m2[to_stop] = answered.json()["features"][0]["properties"]["area_m2"]
    assert area_m2["bike"] > area_m2["walk"] > 0
