"""Danish first, English on request: which of the two a reader asked for."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["da", "en"]


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence in both languages, with named places for values."""

    da: str
    en: str

    def within(self, language: Language, **values: object) -> str:
        """Say it in one language with the values put in."""
        return (self.en if language == "en" else self.da).format(**values)


def preferred(accept_language: str | None) -> Language:
    """Choose by the header ``Accept-Language``; Danish where it says nothing of the two.

    >>> preferred("fr, en;q=0.8, da;q=0.3")
    'en'
    """
    weights: dict[Language, float] = {}
    for part in (accept_language or "").split(","):
        tag, _, parameters = part.strip().partition(";")
        language = tag.split("-")[0].lower()
        weight = _weight(parameters)
        if language == "da":
            weights["da"] = max(weight, weights.get("da", 0.0))
        elif language == "en":
            weights["en"] = max(weight, weights.get("en", 0.0))
    return "en" if weights.get("en", 0.0) > weights.get("da", 0.0) else "da"


def _weight(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if name != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
