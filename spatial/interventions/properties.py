"""Reading a feature's properties: every fault becomes an issue, nothing is guessed."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from spatial.interventions.base import Issue
from spatial.network.model import STREET_MODES, Mode
from spatial.tables import CATEGORIES

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from spatial.interventions.base import Intervention

SHARED_PROPERTIES: Final = ("cost_kr", "funding", "phase")
"""What every kind takes besides its own."""
FUNDERS: Final = ("housing_organisation", "municipality", "foundation", "others")
MOST_PHASES: Final = 5
LARGEST_COST_KR: Final = 1e10
"""Ten billion kroner: more than all of the programme's areas together."""
_SUM_SLACK: Final = 1e-6


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
            return frozenset(STREET_MODES)
        if not isinstance(value, (list, tuple)) or not value:
            self.fault(
                "bad_value",
                f"modes skal være en liste med walk og/eller bike, men er {value!r}.",
                f"modes must be a list of walk and/or bike, but is {value!r}.",
                value,
            )
            return frozenset(STREET_MODES)
        known = {mode.value for mode in STREET_MODES}
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

    def funding(self) -> None:
        """Read who pays: shares of some of the four that sum to one."""
        value = self.feature.properties.get("funding")
        if value is None:
            return
        if not isinstance(value, dict) or not value:
            names = ", ".join(FUNDERS)
            self.fault(
                "bad_value",
                f"funding skal sige, hvor stor en del hver betaler ({names}), men er {value!r}.",
                f"funding must say which share each pays ({names}), but is {value!r}.",
                value,
            )
            return
        for name, share in value.items():
            self._funder(name, share)
        known = set(value) <= set(FUNDERS) and all(map(_is_share, value.values()))
        total = math.fsum(value.values()) if known else 1.0
        if abs(total - 1.0) > _SUM_SLACK:
            self.fault(
                "bad_value",
                f"Delene i funding giver {total:g} tilsammen. Ret dem, så de giver 1.",
                f"The shares of funding sum to {total:g}. Correct them so that they sum to 1.",
                total,
            )

    def _funder(self, name: str, share: object) -> None:
        if name not in FUNDERS:
            names = ", ".join(FUNDERS)
            self.fault(
                "unknown_funder",
                f"funding nævner {name!r}, som ikke kendes. Brug nogle af: {names}.",
                f"funding names {name!r}, which is not known. Use some of: {names}.",
                name,
            )
        elif not _is_share(share):
            self.fault(
                "bad_value",
                f"funding.{name} er {share!r}, men skal være et tal fra 0 til 1.",
                f"funding.{name} is {share!r}, but must be a number from 0 to 1.",
                share,
            )

    def phase(self) -> None:
        """Read which phase it belongs to."""
        value = self.feature.properties.get("phase")
        number = value if isinstance(value, int | float) and not isinstance(value, bool) else None
        if value is None or (number is not None and number in range(1, MOST_PHASES + 1)):
            return
        self.fault(
            "bad_value",
            f"phase er {value!r}, men skal være et helt tal fra 1 til {MOST_PHASES}.",
            f"phase is {value!r}, but must be a whole number from 1 to {MOST_PHASES}.",
            value,
        )


def shared_issues(feature: Intervention) -> tuple[Issue, ...]:
    """Find what is wrong with the properties every kind takes."""
    reader = PropertyReader(feature)
    reader.number("cost_kr", most=LARGEST_COST_KR)
    reader.funding()
    reader.phase()
    return tuple(reader.issues)


def stated_cost_kr(properties: Mapping[str, object]) -> float | None:
    """Give the price a planner states of a feature; None where none is, or it is no price."""
    value = properties.get("cost_kr")
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value)


def stated_funding(properties: Mapping[str, object]) -> dict[str, float] | None:
    """Give who pays what share, exactly one in all; None where it is not stated, or is no split."""
    value = properties.get("funding")
    if not isinstance(value, dict) or not value or not set(value) <= set(FUNDERS):
        return None
    if not all(map(_is_share, value.values())):
        return None
    total = math.fsum(value.values())
    if abs(total - 1.0) > _SUM_SLACK:
        return None
    return {name: share / total for name, share in value.items()}


def _is_share(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return 0.0 <= value <= 1.0
