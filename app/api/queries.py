"""Questions in the query, read whole: every fault at once, lists with commas between."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from fastapi import Request
from pydantic import BaseModel

from app.problems import Fault, Problem
from app.request_body import area_faults, validated

_REFERENCE = "#/components/schemas/{model}"
T = TypeVar("T", bound=BaseModel)


def query_of(model: type[BaseModel]) -> dict[str, Any]:
    """Describe the parameters of a route that reads them itself."""
    schema = model.model_json_schema(ref_template=_REFERENCE)
    required = schema.get("required", ())
    return {
        "parameters": [
            _parameter(name, member, required=name in required)
            for name, member in schema["properties"].items()
        ]
    }


def _parameter(name: str, member: dict[str, Any], *, required: bool) -> dict[str, Any]:
    described = {key: value for key, value in member.items() if key not in {"anyOf", "title"}}
    # A parameter that is left out is null; nobody writes null into an address.
    present = [kind for kind in member.get("anyOf", ()) if kind.get("type") != "null"]
    described |= present[0] if present else {}
    if described.get("default", "") is None:
        described.pop("default")
    parameter = {"name": name, "in": "query", "required": required, "schema": described}
    if described.get("type") == "array":
        parameter |= {"style": "form", "explode": False}
    return parameter


def read_query(
    request: Request,
    model: type[T],
    known_areas: Collection[str],
    more: Callable[[Mapping[str, object]], Iterable[Fault]],
) -> T:
    """Read the parameters as a body would be read.

    Parameters
    ----------
    more
        Finds what else can be wrong with the parameters as they were sent.

    Raises
    ------
    Problem
        With every fault, each named by its parameter.
    """
    members = _members(request, model)
    fields, faults = validated(model, members)
    faults = (*faults, *area_faults(members.get("area"), known_areas), *more(members))
    if fields is None or faults:
        raise Problem("invalid-request", faults=[_of_parameter(fault) for fault in faults])
    return fields


def _members(request: Request, model: type[BaseModel]) -> dict[str, object]:
    """Give the parameters as a body would hold them; of one sent twice, the last."""
    properties = model.model_json_schema()["properties"]
    lists = {name for name, member in properties.items() if member.get("type") == "array"}
    return {
        name: value.split(",") if name in lists else value
        for name, value in request.query_params.items()
    }


def _of_parameter(fault: Fault) -> Fault:
    name = (fault.pointer or "").strip("/").split("/")[0]
    return replace(fault, pointer=None, parameter=name)
