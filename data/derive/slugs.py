"""Ids that are readable, stable and plain ASCII."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "ae", "Ø": "oe", "Å": "aa"})


def slug(text: str) -> str:
    """Give a name as lower-case words joined by hyphens."""
    plain = unicodedata.normalize("NFKD", text.translate(_DANISH))
    ascii_text = plain.encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text).strip("-")


_IDS = 999_999  # numbers a place has for its streets, and again for its nodes


def lasting_ids(first: int, keys: Iterable[str]) -> list[int]:
    """Give numbers by what things are, so that a change elsewhere leaves their ids alone.

    Two that fall on one number are told apart in the order they come.
    """
    taken: set[int] = set()
    numbers = []
    for key in keys:
        digest = hashlib.sha256(key.encode()).digest()
        number = int.from_bytes(digest[:8], "big") % _IDS
        while number in taken:
            number = (number + 1) % _IDS
        taken.add(number)
        numbers.append(first + 1 + number)
    return numbers
