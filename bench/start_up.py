"""What a service costs before anybody draws: seconds to start, pause to compile, memory held."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final

import httpx2

from bench.measurement import Result, Timing, over_cases
from bench.running_service import settings_over_bundled_data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.settings import Settings

AREA: Final = "taastrupgaard"
MOST_MIB: Final = 400.0
FIRST_OVER_LATER: Final = 5.0
"""A question that had to compile would take hundreds of times longer than the next."""
QUESTIONS: Final = 20
PATIENCE_S: Final = 300.0


def run() -> list[Result]:
    """Start a worker, then a second one over the same files."""
    with settings_over_bundled_data(warm_at_start=True) as settings:
        _compile(settings)
        with _worker(settings) as (one, client):
            started = _wait_until_warm(client)
            held = _memory_mib(one)
            first, later = _asked(client)
            with _worker(settings) as (two, other):
                _wait_until_warm(other)
                lent, own = _network_pages_mib(two, settings.data_dir / "shared")
                second = _memory_mib(two)
    targets = {
        "an idle service with five areas within 400 MB": held <= MOST_MIB,
        "no pause to compile": first.median_s <= FIRST_OVER_LATER * later.p95_s,
        "workers share the network": lent > 0.0 and own == 0.0,
    }
    notes = (
        f"proportional set size of an idle worker: {held:,.0f} MiB, of a second: {second:,.0f} MiB",
        f"networks' pages the second shares: {lent:,.1f} MiB, of its own: {own:,.1f} MiB",
    )
    timings = (Timing("start until every area is warm", (started,)), first, later)
    return [Result("start-up", "the five areas", timings, targets, notes)]


def _compile(settings: Settings) -> None:
    """Do what bin/up does before it serves."""
    subprocess.run(
        [sys.executable, "-m", "app.cli", "warm"], env=_environment(settings, 0), check=True
    )


def _environment(settings: Settings, port: int) -> dict[str, str]:
    return {
        **os.environ,
        "FORBIND_DATABASE_URL": str(settings.database_url),
        "FORBIND_DATA_DIR": str(settings.data_dir),
        "FORBIND_PORT": str(port),
    }


@contextmanager
def _worker(settings: Settings) -> Iterator[tuple[int, httpx2.Client]]:
    """Run a service of its own process on a free port."""
    process = subprocess.Popen(
        [sys.executable, "-m", "app.cli", "serve"],
        env=_environment(settings, 0),
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None  # noqa: S101 - asked for above
        line = process.stdout.readline()
        address = re.search(r"http://\S+", line)
        if address is None:
            raise RuntimeError(f"the service said {line!r} instead of its address")
        with httpx2.Client(base_url=address[0], timeout=60) as client:
            yield process.pid, client
    finally:
        process.terminate()
        process.wait()


def _wait_until_warm(client: httpx2.Client) -> float:
    began = perf_counter()
    while perf_counter() - began < PATIENCE_S:
        try:
            if client.get("/health").json().get("warm"):
                return perf_counter() - began
        except httpx2.TransportError:
            pass  # not listening yet
        time.sleep(0.05)
    raise TimeoutError(f"the service was not warm after {PATIENCE_S:.0f} s")


def _asked(client: httpx2.Client) -> tuple[Timing, Timing]:
    """Time the very first question about a drawing, and the ones after it."""

    def ask() -> Any:  # noqa: ANN401 - JSON
        answer = client.post("/api/assess", json={"area": AREA, "interventions": _path()})
        answer.raise_for_status()
        return answer.json()

    # As a page does before anybody can draw: the framework puts its routes together then.
    client.get("/api/areas").raise_for_status()
    began = perf_counter()
    ask()
    first = Timing("the first question", (perf_counter() - began,))
    return first, over_cases("a later question", [ask] * QUESTIONS)


def _path() -> dict[str, object]:
    line = {"type": "LineString", "coordinates": [[12.2880, 55.6545], [12.2890, 55.6550]]}
    feature = {"type": "Feature", "geometry": line, "properties": {"kind": "connection"}}
    return {"type": "FeatureCollection", "features": [feature]}


def _memory_mib(process: int) -> float:
    """Give a process's proportional share of memory."""
    text = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    found = re.search(r"^Pss:\s+(\d+) kB", text, re.MULTILINE)
    if found is None:
        raise RuntimeError("the system does not tell a process's memory")
    return int(found[1]) / 1024


def _network_pages_mib(process: int, folder: Path) -> tuple[float, float]:
    """Give how much of the mapped networks a process shares, and how much is its own copy."""
    lent = own = 0
    inside = False
    for line in Path(f"/proc/{process}/smaps").read_text(encoding="utf-8").splitlines():
        if re.match(r"^[0-9a-f]+-[0-9a-f]+ ", line):
            inside = str(folder) in line
        elif inside and line.startswith("Shared_"):
            lent += int(line.split()[1])
        elif inside and line.startswith("Private_") and "Hugetlb" not in line:
            own += int(line.split()[1])
    return lent / 1024, own / 1024
