"""Which version a caller saw, so that nobody overwrites anybody (RFC 9110)."""

import re

from app.problems import Fault, Problem

_ETAG = re.compile(r'^(?:W/)?"(\d{1,9})"$')


def version_etag(version: object) -> str:
    """Name a version of a proposal."""
    return f'"{version}"'


def seen_version(if_match: str | None) -> int | None:
    """Read ``If-Match``; None stands for ``*``, any version.

    Raises
    ------
    Problem
        ``version-missing`` without the header, ``invalid-request`` where it is no version.
    """
    if if_match is None:
        raise Problem("version-missing")
    if if_match.strip() == "*":
        return None
    found = _ETAG.match(if_match.strip())
    if found is None:
        fault = Fault("bad_if_match", parameter="If-Match", value=if_match)
        raise Problem("invalid-request", faults=[fault])
    return int(found[1])
