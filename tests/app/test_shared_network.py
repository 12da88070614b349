"""Two processes, one network: its pages stand in memory once."""

import json
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from app.services.shared_network import LEAST_BYTES, shared
from spatial.network.build import adjacency
from spatial.network.model import Adjacency

PROJECT = Path(__file__).resolve().parents[2]
NODES = 200_000
# What a worker does: read the whole network, and say which pages of it are its own alone.
WORKER = """
import json, re, sys
from pathlib import Path
import numpy as np
from app.services.shared_network import shared
from tests.app.test_shared_network import a_network, pages
held = shared(a_network(), Path(sys.argv[1]))
total = sum(int(getattr(held, name).sum(dtype=np.int64)) for name in ("heads", "times_ms"))
print(json.dumps({"total": total, "pages": pages(Path(sys.argv[1]))}), flush=True)
sys.stdin.readline()
"""


def a_network() -> Adjacency:
    rng = np.random.default_rng(3)
    tails, heads = rng.integers(0, NODES, (2, 3 * NODES))
    times = rng.integers(1, 90_000, 3 * NODES)
    return adjacency(NODES, tails, heads, times, np.arange(3 * NODES))


def pages(folder: Path) -> dict[str, dict[str, int]]:
    """Give for each file of a folder that this process has mapped its inode and kilobytes."""
    found: dict[str, dict[str, int]] = {}
    name = ""
    for line in Path("/proc/self/smaps").read_text().splitlines():
        mapping = re.match(r"^[0-9a-f]+-[0-9a-f]+ \S+ \S+ \S+ (\d+)\s*(.*)$", line)
        if mapping:
            name = mapping[2] if mapping[2].startswith(str(folder)) else ""
            if name:
                found[name] = {"inode": int(mapping[1])}
        elif name:
            key, value = line.split(":")
            if key in {"Shared_Clean", "Shared_Dirty", "Private_Clean", "Private_Dirty", "Rss"}:
                found[name][key] = int(value.split()[0])
    return found


def worker(folder: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", WORKER, str(folder)],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_two_processes_hold_the_pages_of_one_network_between_them(tmp_path: Path) -> None:
    workers = [worker(tmp_path), worker(tmp_path)]
    try:
        answers = []
        for process in workers:
            assert process.stdout is not None
            answers.append(json.loads(process.stdout.readline()))
        # Both have read everything; now this process reads it too, and sees whose pages they are.
        held = shared(a_network(), tmp_path)
        total = sum(int(part.sum(dtype=np.int64)) for part in (held.heads, held.times_ms))
        mine = pages(tmp_path)
    finally:
        for process in workers:
            process.communicate("leave\n")
    assert {answer["total"] for answer in answers} == {total}
    read = {name for name, part in mine.items() if part["Rss"] * 1024 > NODES}
    assert len(read) >= 2
    for name in read:
        assert {answer["pages"][name]["inode"] for answer in answers} == {mine[name]["inode"]}
        assert mine[name]["Private_Dirty"] == 0
        assert mine[name]["Private_Clean"] == 0
        # What was just written counts as dirty until the disk has it, and is shared as well.
        lent = mine[name]["Shared_Clean"] + mine[name]["Shared_Dirty"]
        assert lent == mine[name]["Rss"]


def test_the_arrays_are_the_same_and_are_written_once(tmp_path: Path) -> None:
    network = a_network()
    one = shared(network, tmp_path)
    files = {file.name: file.stat().st_mtime_ns for file in tmp_path.iterdir()}
    assert all(name.endswith(".npy") for name in files)
    two = shared(network, tmp_path)
    assert {file.name: file.stat().st_mtime_ns for file in tmp_path.iterdir()} == files
    for name in ("indptr", "heads", "times_ms", "pieces"):
        np.testing.assert_array_equal(getattr(one, name), getattr(network, name))
        np.testing.assert_array_equal(getattr(two, name), getattr(network, name))
        assert getattr(one, name).flags.writeable  # or numba compiles every kernel again


def test_other_numbers_are_another_file(tmp_path: Path) -> None:
    network = {"a": np.zeros(LEAST_BYTES, np.int32), "b": np.zeros(LEAST_BYTES, np.int64)}
    shared(network, tmp_path)
    assert len(list(tmp_path.iterdir())) == 2
    network["a"][7] = 1
    assert shared(network, tmp_path)["a"][7] == 1
    assert len(list(tmp_path.iterdir())) == 3


def test_what_is_written_to_a_shared_array_reaches_nobody_else(tmp_path: Path) -> None:
    network = {"a": np.zeros(LEAST_BYTES, np.int32)}
    one, two = shared(network, tmp_path), shared(network, tmp_path)
    one["a"][0] = 5
    assert two["a"][0] == 0
    assert shared(network, tmp_path)["a"][0] == 0


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_lost(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    network = {"a": np.ones(LEAST_BYTES, np.int32)}
    assert shared(network, blocked)["a"] is network["a"]
    assert "not shared" in caplog.text
