"""Break a copy of the engine on purpose, again and again: each time some test must fail.

A mutation survives where every test named for it passes. That, a source that has moved on, or
tests that fail for lack of a program rather than for a wrong answer, ends with an error.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from typing import Literal

from tests.mutations.catalogue import MUTATIONS
from tests.mutations.mutation import Mutation

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("spatial", "tests/spatial", "pyproject.toml")
LONGEST_S = 1_800
NO_PROGRAM = re.compile(r"\b(SyntaxError|NameError|ImportError|TypingError|IndentationError)\b")
PASSED, FAILED = 0, 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a mutation, and the test that noticed or what went wrong."""

    mutation: Mutation
    verdict: Literal["killed", "SURVIVED", "BROKEN"]
    said: str
    seconds: float


class Tree:
    """A copy of the engine and its tests, with compiled kernels of its own."""

    def __init__(self, place: Path) -> None:
        self.place = place
        for part in COPIED:
            source, target = ROOT / part, place / part
            target.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy2(source, target)
        self.kernels = place / "kernels"
        self._must_be_itself()

    def _must_be_itself(self) -> None:
        """Make sure that tests here meet the copy, and never the tree it was copied from."""
        done = self._python(self.kernels, "-c", "import spatial; print(spatial.__file__)")
        if not Path(done.stdout.strip()).is_relative_to(self.place):
            raise SystemExit(f"The tests would not meet the copy but {done.stdout} {done.stderr}")

    def _python(self, kernels: Path, *words: str) -> subprocess.CompletedProcess[str]:
        environment = {
            **os.environ,
            "NUMBA_CACHE_DIR": str(kernels),
            # A broken source may be as long and as old as the sound one.
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        environment.pop("FORBIND_THOROUGH", None)
        return subprocess.run(
            [sys.executable, *words],
            cwd=self.place,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=LONGEST_S,
        )

    def test(self, kernels: Path, *tests: str) -> subprocess.CompletedProcess[str]:
        """Run tests until one fails."""
        return self._python(
            kernels, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--tb=line", *tests
        )

    def try_out(self, mutation: Mutation) -> Outcome:
        """Break the copy, run the tests named, and mend it again."""
        begun = time.monotonic()
        path = self.place / mutation.source
        before = path.stat()
        try:
            sound = mutation.break_in(self.place)
        except ValueError as fault:
            return Outcome(mutation, "BROKEN", str(fault), 0.0)
        try:
            with tempfile.TemporaryDirectory(dir=self.place) as fresh:
                # A kernel compiled before would hide what is broken, also where others call it.
                kernels = Path(fresh) if "njit" in sound else self.kernels
                done = self.test(kernels, *mutation.tests)
        except subprocess.TimeoutExpired:
            return Outcome(mutation, "BROKEN", "came to no end", time.monotonic() - begun)
        finally:
            path.write_text(sound, encoding="utf-8")
            os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        return Outcome(mutation, *_verdict(done), time.monotonic() - begun)


def _verdict(
    done: subprocess.CompletedProcess[str],
) -> tuple[Literal["killed", "SURVIVED", "BROKEN"], str]:
    if done.returncode == PASSED:
        return "SURVIVED", "every test passed"
    said = done.stdout + done.stderr
    if done.returncode != FAILED or NO_PROGRAM.search(said):
        return "BROKEN", said[-2000:]
    failed = re.findall(r"^FAILED (\S+)", said, re.MULTILINE)
    return "killed", failed[0].rpartition("/")[2] if failed else "a test failed"


def chosen(names: list[str]) -> list[Mutation]:
    """Give the mutations whose name or source holds one of some words; all where none is given."""
    found = [
        mutation
        for mutation in MUTATIONS
        if not names or any(name in f"{mutation.name} {mutation.source}" for name in names)
    ]
    if not found:
        raise SystemExit(f"No mutation is called {names}. bin/mutate --list names them all.")
    return found


def run(mutations: list[Mutation], workers: int) -> list[Outcome]:
    """Try mutations out on so many copies at once; first the tests must pass unbroken."""
    waiting: Queue[Mutation] = Queue()
    for mutation in mutations:
        waiting.put(mutation)
    every = sorted({test for mutation in mutations for test in mutation.tests})
    shares = [every[k::workers] for k in range(workers)]
    with (
        tempfile.TemporaryDirectory(prefix="forbind-mutate-") as place,
        ThreadPoolExecutor(workers) as pool,
    ):
        trees = list(pool.map(Tree, [Path(place) / str(k) for k in range(workers)]))
        for fault in pool.map(_must_pass, trees, shares):
            if fault is not None:
                raise SystemExit(f"Tests fail before anything is broken:\n{fault}")
        found = list(pool.map(lambda tree: _work(tree, waiting), trees))
    return [outcome for part in found for outcome in part]


def _must_pass(tree: Tree, tests: list[str]) -> str | None:
    if not tests:
        return None
    done = tree.test(tree.kernels, *tests)
    return None if done.returncode == PASSED else done.stdout + done.stderr


def _work(tree: Tree, waiting: Queue[Mutation]) -> list[Outcome]:
    found: list[Outcome] = []
    while True:
        try:
            mutation = waiting.get_nowait()
        except Empty:
            return found
        outcome = tree.try_out(mutation)
        print(  # noqa: T201 - what the command is for
            f"{outcome.verdict:8} {outcome.seconds:5.0f} s  {mutation.name}: {outcome.said}",
            flush=True,
        )
        found.append(outcome)


def main() -> None:
    """Read the command line, try the mutations, say which survived."""
    reader = argparse.ArgumentParser(prog="bin/mutate", description=__doc__)
    reader.add_argument(
        "names", nargs="*", help="words of names or sources; all where none is given"
    )
    reader.add_argument("--list", action="store_true", help="name every mutation and end")
    reader.add_argument("--workers", type=int, default=max(1, os.cpu_count() or 1))
    wanted = reader.parse_args()
    mutations = chosen(wanted.names)
    if wanted.list:
        for mutation in mutations:
            print(f"{mutation.source}: {mutation.name}")  # noqa: T201 - what was asked for
        return
    outcomes = run(mutations, max(1, min(wanted.workers, len(mutations))))
    lasting = [outcome for outcome in outcomes if outcome.verdict != "killed"]
    print(f"{len(outcomes) - len(lasting)} of {len(outcomes)} killed")  # noqa: T201 - the answer
    if lasting:
        names = "; ".join(outcome.mutation.name for outcome in lasting)
        raise SystemExit(f"Not killed: {names}")


if __name__ == "__main__":
    main()
