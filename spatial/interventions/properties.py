"""Reading a feature's properties: every fault becomes an issue, nothing is guessed."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from spatial.interventions.base import Issue
from spatial.network.model import Mode
from spatial.tables import CATEGORIES

if TYPE_CHECKING:
    from collections.abc import Collection

    from spatial.interventions.base import Intervention


class PropertyReader:
    """Reads one feature's properties and keeps what was wrong with them."""

    __slots__ = ("feature", "issues")

    def __init__(self, feature: Intervention) -> None:
        self.feature = feature
        self.issues: list[Issue] = []

    def fault(self, code: str, message_da: str, message_en: str, value: object) -> None:
        """Note an error in this feature."""
        self.issues.append(
            Issue(
                "error", code, message_da, message_en, self.feature.id, self.feature.geometry, value
            )
        )

    def modes(self) -> frozenset[Mode]:
        """Read `modes`; everybody where it is left out."""
        value = self.feature.properties.get("modes")
        if value is None:
            return frozenset(Mode)
        if not isinstance(value, (list, tuple)) or not value:
            self.fault(
                "bad_value",
                f"modes skal være en liste med walk og/eller bike, men er {value!r}.",
                f"modes must be a list of walk and/or bike, but is {value!r}.",
                value,
            )
            return frozenset(Mode)
        known = {mode.value for mode in Mode}
        for word in value:
            if not isinstance(word, str) or word not in known:
                self.fault(
                    "unknown_mode",
                    f"Transportformen {word!r} kendes ikke. Brug walk eller bike.",
                    f"The mode {word!r} is not known. Use walk or bike.",
                    word,
                )
        return frozenset(Mode(word) for word in value if isinstance(word, str) and word in known)

    def choice(self, name: str, options: Collection[str], default: str) -> str:
        """Read one of some words; the default where it is left out."""
        value = self.feature.properties.get(name)
        if value is None:
            return default
        if not isinstance(value, str) or value not in options:
            words = ", ".join(options)
            self.fault(
                "bad_value",
                f"{name} er {value!r}, men skal være en af: {words}.",
                f"{name} is {value!r}, but must be one of: {words}.",
                value,
            )
            return default
        return value

    def flag(self, name: str) -> bool:
        """Read a yes or no; no where it is left out."""
        return self.flag_or_none(name) is True

    def flag_or_none(self, name: str) -> bool | None:
        """Read a yes or no; None where it is left out or wrong."""
        value = self.feature.properties.get(name)
        if value is None:
            return None
        if not isinstance(value, bool):
            self.fault(
                "bad_value",
                f"{name} skal være true eller false, men er {value!r}.",
                f"{name} must be true or false, but is {value!r}.",
                value,
            )
            return None
        return value

    def number(
        self, name: str, *, least: float = 0.0, most: float = math.inf, above: bool = False
    ) -> float | None:
        """Read a number within limits; None where it is left out or wrong."""
        value = self.feature.properties.get(name)
        if value is None:
            return None
        fine = isinstance(value, (int, float)) and not isinstance(value, bool)
        if isinstance(value, (int, float)) and fine and math.isfinite(value):
            low_enough = value <= most
            if low_enough and (value > least if above else value >= least):
                return float(value)
        limits_da = f"{'over' if above else 'mindst'} {least:g}"
        limits_en = f"{'above' if above else 'at least'} {least:g}"
        if most < math.inf:
            limits_da += f" og højst {most:g}"
            limits_en += f" and at most {most:g}"
        self.fault(
            "bad_value",
            f"{name} er {value!r}, men skal være et tal {limits_da}.",
            f"{name} is {value!r}, but must be a number {limits_en}.",
            value,
        )
        return None

    def text(self, name: str) -> str:
        """Read a word or a sentence; empty where it is left out."""
        value = self.feature.properties.get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.fault(
                "bad_value",
                f"{name} skal være tekst, men er {value!r}.",
                f"{name} must be text, but is {value!r}.",
                value,
            )
            return ""
        return value

    def category(self, *, required: bool) -> str | None:
        """Read a facility category."""
        value = self.feature.properties.get("category")
        if value is None:
            if required:
                self.missing("category")
            return None
        if not isinstance(value, str) or value not in CATEGORIES:
            words = ", ".join(CATEGORIES)
            self.fault(
                "unknown_category",
                f"Kategorien {value!r} kendes ikke. Brug en af: {words}.",
                f"The category {value!r} is not known. Use one of: {words}.",
                value,
            )
            return None
        return value

    def missing(self, name: str) -> None:
        """Note that a property that is needed is not there."""
        self.fault(
            "missing_property",
            f"Egenskaben {name} mangler.",
            f"The property {name} is missing.",
            None,
        )
