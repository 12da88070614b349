"""What can go wrong in the engine.

ForbindError
 ├─ InvalidCity        tables that cannot become a city; lists every fault
 ├─ InvalidTimetable   trips that cannot be ridden; lists every fault
 ├─ InvalidRequest     a question the engine cannot read; lists every fault
 └─ InvalidDrawing     a drawing with errors where only a sound one will do; carries its issues

Elsewhere faults in what a planner draws are no exceptions: they are `Issue`s, handed back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spatial.interventions.base import Issue


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


class InvalidTimetable(ForbindError):  # noqa: N818
    """Trips that no vehicle could run.

    Parameters
    ----------
    faults : tuple of str
        Every fault found, each saying which trip, which stop, which time.
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


class InvalidDrawing(ForbindError):  # noqa: N818
    """A drawing with errors.

    Parameters
    ----------
    issues : tuple of Issue
        Everything found, warnings and notes included.
    """

    def __init__(self, issues: tuple[Issue, ...]) -> None:
        self.issues = issues
        errors = [issue.message_en for issue in issues if issue.severity == "error"]
        super().__init__("; ".join(errors))
