"""What can go wrong in the engine.

ForbindError
 ├─ InvalidCity        tables that cannot become a city; lists every fault
 ├─ InvalidRequest     a question the engine cannot read; lists every fault
 └─ InvalidCoordinates a geometry with NaN or infinite numbers

Faults in what a planner draws are no exceptions: they are `Issue`s, collected and handed back.
"""

from __future__ import annotations


class ForbindError(Exception):
    """Root of everything the engine raises on purpose."""


class InvalidCity(ForbindError):  # noqa: N818 - names say what is wrong, the base says it is an error
    """Tables that do not fit together.

    Parameters
    ----------
    faults : tuple of str
        Every fault found, each saying which table, which row, which value.
    """

    def __init__(self, faults: tuple[str, ...]) -> None:
        self.faults = faults
        super().__init__("; ".join(faults))


class InvalidRequest(ForbindError):  # noqa: N818
    """A request with values the engine does not know.

    Parameters
    ----------
    faults : tuple of str
        Every fault found.
    """

    def __init__(self, faults: tuple[str, ...]) -> None:
        self.faults = faults
        super().__init__("; ".join(faults))


class InvalidCoordinates(ForbindError):  # noqa: N818
    """A geometry that holds NaN or infinite coordinates."""
