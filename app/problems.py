"""What a caller is told when something is wrong: RFC 9457 problems that list every fault.

Exceptions
----------
Exception
└── Problem : one refusal, with its status, sentence and every fault

One table (``fault_texts``) holds the statuses and the sentences.
"""

import json
import logging
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from starlette.exceptions import HTTPException

from app.db.watch import is_gone
from app.fault_texts import DETAILS, FAULTS, TITLES
from app.language import Language, Said, preferred

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.db.watch import StoreWatch

PROBLEM_MEDIA_TYPE = "application/problem+json"
_SHOWN_CHARACTERS = 200
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: where it stands, which value, and what to do."""

    code: str
    pointer: str | None = None
    parameter: str | None = None
    feature: str | None = None
    value: object = None
    place: tuple[float, float] | None = None
    values: Mapping[str, object] = field(default_factory=dict)
    said: Said | None = None

    def message(self, language: Language) -> str:
        """Say the fault in one language."""
        if self.said is not None:
            return self.said.en if language == "en" else self.said.da
        return FAULTS[self.code].within(language, **{"value": shown(self.value), **self.values})

    def as_json(self, language: Language) -> dict[str, object]:
        """Give the fault as a member of ``errors``."""
        lon, lat = self.place or (None, None)
        return {
            "pointer": self.pointer,
            "parameter": self.parameter,
            "feature": self.feature,
            "value": shown(self.value),
            "code": self.code,
            "lon": lon,
            "lat": lat,
            "message": self.message(language),
        }


class Problem(Exception):  # noqa: N818 - RFC 9457 calls it a problem
    """A refusal; ``code`` is its row in the table of titles."""

    def __init__(
        self,
        code: str,
        *,
        faults: Sequence[Fault] = (),
        extra: Mapping[str, object] | None = None,
        headers: Mapping[str, str] | None = None,
        **values: object,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.faults = tuple(faults)
        self.extra = dict(extra or {})
        self.headers = dict(headers or {})
        self.values = {"count": len(self.faults), **values}

    @property
    def status(self) -> int:
        """The HTTP status."""
        return TITLES[self.code][0]

    def as_json(self, language: Language, instance: str) -> dict[str, object]:
        """Give the problem document."""
        status, title = TITLES[self.code]
        return {
            "type": f"/problems/{self.code}",
            "title": title.within(language),
            "status": status,
            "detail": DETAILS[self.code].within(language, path=instance, **self.values),
            "instance": instance,
            "errors": [fault.as_json(language) for fault in self.faults],
            **self.extra,
        }


def shown(value: object) -> object:
    """Give a value back as it was sent, shortened where it is long and never NaN."""
    if value is None or isinstance(value, bool | int):
        return value if value is None or abs(value) < 10**18 else "…"
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    text = value if isinstance(value, str) else _as_text(value)
    text = text.encode("utf-8", "replace").decode()
    return text if len(text) <= _SHOWN_CHARACTERS else f"{text[: _SHOWN_CHARACTERS - 1]}…"


def _as_text(value: object) -> str:
    try:
        return json.dumps(value, ensure_ascii=False, default=str)
    except RecursionError:
        return "[[[…"


def pointer(parts: "Iterable[object]") -> str:
    """Write a path as a JSON pointer (RFC 6901)."""
    return "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in parts)


def problem_response(problem: Problem, request: Request) -> Response:
    """Answer with a problem in the caller's language."""
    language = preferred(request.headers.get("accept-language"))
    document = problem.as_json(language, request.url.path)
    return Response(
        json.dumps(document, ensure_ascii=False, allow_nan=False),
        status_code=problem.status,
        media_type=PROBLEM_MEDIA_TYPE,
        headers={
            "Content-Language": language,
            "Vary": "Accept-Language",
            "Cache-Control": "no-store",
            **problem.headers,
        },
    )


def install_problem_handlers(app: FastAPI) -> None:
    """Make every refusal a problem document, also those the framework raises itself."""

    @app.exception_handler(Problem)
    def on_problem(request: Request, error: Problem) -> Response:
        return problem_response(error, request)

    @app.exception_handler(RequestValidationError)
    def on_invalid(request: Request, error: RequestValidationError) -> Response:
        faults = [parameter_fault(item) for item in error.errors()]
        return problem_response(Problem("invalid-request", faults=faults), request)

    @app.exception_handler(HTTPException)
    def on_http(request: Request, error: HTTPException) -> Response:
        code = {
            HTTPStatus.NOT_FOUND: "not-found",
            HTTPStatus.METHOD_NOT_ALLOWED: "method-not-allowed",
        }.get(HTTPStatus(error.status_code))
        if code is None:
            raise error
        problem = Problem(code, headers=error.headers, value=request.method)
        return problem_response(problem, request)

    @app.exception_handler(OperationalError)
    @app.exception_handler(InterfaceError)
    @app.exception_handler(PoolTimeoutError)
    def on_store_fault(request: Request, error: Exception) -> Response:
        if isinstance(error, DBAPIError) and is_gone(error):
            store: StoreWatch = request.app.state.service.store
            store.lost(error)
        else:
            _log.error("the database could not answer: %s", error)
        problem = Problem("store-unavailable", headers={"Retry-After": "5"})
        return problem_response(problem, request)

    @app.exception_handler(Exception)
    def on_bug(request: Request, error: Exception) -> Response:
        _log.error("unexpected error at %s", request.url.path, exc_info=error)
        return problem_response(Problem("internal-error"), request)


def parameter_fault(item: Mapping[str, object]) -> Fault:
    """Read a fault of a query or path parameter out of pydantic's account of it."""
    location = item["loc"]
    assert isinstance(location, tuple)  # noqa: S101 - pydantic's own promise
    fault = model_fault(item, prefix="")
    name = str(location[1]) if len(location) > 1 else str(location[0])
    return Fault(fault.code, parameter=name, value=fault.value, values=fault.values)


def model_fault(item: Mapping[str, object], prefix: str) -> Fault:
    """Read a fault of a body out of pydantic's account of it, so that we can say it in Danish."""
    kind = str(item["type"])
    location = item["loc"]
    parts = location if isinstance(location, tuple) else ()
    context = item.get("ctx")
    limits: Mapping[str, object] = context if isinstance(context, Mapping) else {}
    code = str(limits.get("code")) if kind == "fault" else _MODEL_FAULTS.get(kind)
    if code is None:
        code = "wrong_type" if kind.endswith(("_type", "_parsing")) else "invalid_value"
    said = {
        "name": str(parts[-1]) if parts else "",
        "reason": item["msg"],
        "expected": limits.get("expected")
        or _bound(limits)
        or kind.removesuffix("_type").removesuffix("_parsing"),
    }
    value = None if code == "missing" else item.get("input")
    return Fault(code, prefix + pointer(parts), value=value, values=said)


# What pydantic calls it, and what we do.
_MODEL_FAULTS = {
    "missing": "missing",
    "extra_forbidden": "unknown_field",
    "enum": "not_one_of",
    "literal_error": "not_one_of",
    "string_unicode": "bad_text",
    "finite_number": "not_a_number",
    "greater_than": "out_of_range",
    "greater_than_equal": "out_of_range",
    "less_than": "out_of_range",
    "less_than_equal": "out_of_range",
    "string_too_short": "bad_length",
    "string_too_long": "bad_length",
    "too_short": "bad_length",
    "too_long": "bad_length",
}


def _bound(limits: Mapping[str, object]) -> str:
    signs = {
        "gt": ">",
        "ge": "≥",
        "lt": "<",
        "le": "≤",
        "min_length": "≥",
        "max_length": "≤",
    }
    return ", ".join(f"{signs[key]} {value}" for key, value in limits.items() if key in signs)
