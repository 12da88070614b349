"""How many cases a law is tried on: a hundred and more each, or ten thousand when asked for.

Where a case is dear, fewer are tried by default, and the law says how many; when asked for
thoroughness all of them take ten thousand.
"""

from __future__ import annotations

import os
from typing import Final

from hypothesis import HealthCheck, settings

BY_DEFAULT: Final = 120
WHEN_THOROUGH: Final = 10_000
THOROUGH: Final = os.environ.get("FORBIND_THOROUGH") == "1"
# The service that a law asks is one for all of its cases, and a case may take its time.
QUIET: Final = [
    HealthCheck.too_slow,
    HealthCheck.filter_too_much,
    HealthCheck.function_scoped_fixture,
]


def cases(by_default: int = BY_DEFAULT) -> settings:
    """Try a law on so many cases by default, always the same ones; on other ones when thorough."""
    return settings(
        max_examples=WHEN_THOROUGH if THOROUGH else by_default,
        deadline=None,
        derandomize=not THOROUGH,
        suppress_health_check=QUIET,
    )


def use_everywhere() -> None:
    """Try every law that says no number of its own on as many."""
    settings.register_profile("laws", cases())
    settings.load_profile("laws")
