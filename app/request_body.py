"""Read the body of a request, and tell every fault at once."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from app.problems import Fault, Problem, model_fault
from app.services.drawing import Drawing, DrawingLimits, read_drawing

EMPTY_COLLECTION = {"type": "FeatureCollection", "features": []}
_LEVELS = 16
T = TypeVar("T", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Body(Generic[T]):
    """A body in its two parts: the checked fields, and the drawing."""

    fields: T
    drawing: Drawing


def parse_json(raw: bytes) -> object:
    """Read JSON.

    Raises
    ------
    Problem
        ``invalid-json``, with the line and the character.
    """
    if not raw.strip():
        raise _unreadable(Fault("empty_body", ""))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _unreadable(Fault("not_utf8", "", value=f"byte {error.start}")) from error
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        values = {"reason": error.msg, "line": error.lineno, "column": error.colno}
        raise _unreadable(Fault("invalid_json", "", values=values)) from error
    except RecursionError as error:
        raise _unreadable(Fault("nested_too_deep", "", values={"limit": _LEVELS})) from error
    except ValueError as error:  # a whole number of thousands of digits
        raise _unreadable(Fault("invalid_value", "", values={"reason": str(error)})) from error


def _nothing_more(_: Mapping[str, object]) -> Iterable[Fault]:
    return ()


def read_body(
    raw: bytes,
    model: type[T],
    limits: DrawingLimits,
    known_areas: Collection[str],
    more: Callable[[Mapping[str, object]], Iterable[Fault]] = _nothing_more,
) -> Body[T]:
    """Read a body with the member ``interventions``.

    Parameters
    ----------
    more
        Finds what else can be wrong with the members as they were sent.

    Raises
    ------
    Problem
        With every fault of the fields, the area and the drawing at once.
    """
    document = parse_json(raw)
    if not isinstance(document, dict):
        raise Problem("invalid-request", faults=[Fault("not_an_object", "", value=document)])
    drawing = Drawing()
    fields = dict(document)
    if "interventions" in document:
        drawing = read_drawing(document["interventions"], limits)
        # Already checked above, more closely and in both languages.
        fields["interventions"] = EMPTY_COLLECTION
    checked, faults = validated(model, fields)
    faults = (
        *faults,
        *area_faults(document.get("area"), known_areas),
        *more(document),
        *drawing.faults,
    )
    if checked is None or faults:
        raise Problem("invalid-request", faults=faults)
    return Body(checked, drawing)


def read_fields(raw: bytes, model: type[T]) -> T:
    """Read a body without a drawing."""
    fields, faults = validated(model, parse_json(raw))
    if fields is None:
        raise Problem("invalid-request", faults=faults)
    return fields


def area_faults(area: object, known: Collection[str]) -> Iterator[Fault]:
    """Find an area that is not known; what is no text is told by the model."""
    if isinstance(area, str) and area and area not in known:
        yield Fault("unknown_area", "/area", value=area, values={"expected": ", ".join(known)})


def validated(model: type[T], fields: object, at: str = "") -> tuple[T | None, tuple[Fault, ...]]:
    """Check fields against a model; ``at`` is where they stand in the body."""
    try:
        return model.model_validate(fields), ()
    except ValidationError as error:
        return None, tuple(model_fault(item, at) for item in _items(error))


def _items(error: ValidationError) -> Iterable[dict[str, object]]:
    return (dict(item) for item in error.errors(include_url=False))


def _unreadable(fault: Fault) -> Problem:
    return Problem("invalid-json", faults=[fault])
