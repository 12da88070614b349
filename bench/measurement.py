"""Time things one after another in turns, so that a busy moment meets all of them."""

from __future__ import annotations

import gc
import resource
import statistics
from dataclasses import asdict, dataclass, field
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Timing:
    """How long one contender took.

    Parameters
    ----------
    seconds : tuple of float
        One for each turn.
    """

    contender: str
    seconds: tuple[float, ...]

    @property
    def median_s(self) -> float:
        """The middle one."""
        return statistics.median(self.seconds)

    @property
    def p95_s(self) -> float:
        """The value that one turn in twenty exceeds."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, -(-95 * len(ordered) // 100) - 1)]


@dataclass(frozen=True, slots=True)
class Result:
    """One measurement: ours first, then the peers.

    Parameters
    ----------
    targets : mapping from what is promised to whether it is kept
    notes : tuple of str
        What was left out and why; counts that explain the times.
    """

    bench: str
    subject: str
    timings: tuple[Timing, ...]
    targets: Mapping[str, bool] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    peak_mib: float = 0.0

    def ratio(self, peer: str) -> float:
        """Give how many times longer a peer's median is than ours."""
        ours = self.timings[0].median_s
        return next(row.median_s for row in self.timings if row.contender == peer) / ours

    def as_json(self) -> dict[str, object]:
        """Give everything as plain values."""
        rows = [
            {**asdict(row), "median_s": row.median_s, "p95_s": row.p95_s} for row in self.timings
        ]
        return {**asdict(self), "timings": rows}


def in_turns(contenders: Mapping[str, Callable[[], object]], turns: int) -> tuple[Timing, ...]:
    """Let each contender run once in every turn, after one turn that is not counted."""
    seconds: dict[str, list[float]] = {name: [] for name in contenders}
    for turn in range(turns + 1):
        for name, run in contenders.items():
            elapsed = _timed(run)
            if turn > 0:
                seconds[name].append(elapsed)
    return tuple(Timing(name, tuple(found)) for name, found in seconds.items())


def over_cases(name: str, runs: Sequence[Callable[[], object]]) -> Timing:
    """Time one contender over different cases, after the first was run once to warm up."""
    if runs:
        runs[0]()
    return Timing(name, tuple(_timed(run) for run in runs))


def _timed(run: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    try:
        began = perf_counter()
        run()
        return perf_counter() - began
    finally:
        gc.enable()


def peak_mib() -> float:
    """Give the most memory this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def high_water_mib() -> float:
    """Give the same of this program alone: a started process also reports who started it."""
    text = Path("/proc/self/status").read_text(encoding="ascii")
    return int(text.split("VmHWM:")[1].split()[0]) / 1024
