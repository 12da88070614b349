"""How many cases the laws are tried on: two hundred each, or ten thousand when asked for.

The dearest take a half or a fifth of that, and say so where they stand.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

QUIET = [HealthCheck.too_slow, HealthCheck.filter_too_much]

settings.register_profile(
    "engine", max_examples=200, deadline=None, derandomize=True, suppress_health_check=QUIET
)
settings.register_profile(
    "engine-thorough", max_examples=10_000, deadline=None, suppress_health_check=QUIET
)
settings.load_profile("engine-thorough" if os.environ.get("FORBIND_THOROUGH") == "1" else "engine")
