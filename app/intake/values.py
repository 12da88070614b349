"""Attribute values as JSON can carry them, and text in the letters it was written with."""

import json
import math
from collections.abc import Mapping

import numpy as np

TEXT_CHARACTERS = 5_000
NAME_CHARACTERS = 120
PROPERTY_CHARACTERS = 20_000
# Beyond this, other programs round whole numbers.
_LARGEST_WHOLE = 2**53


def plain_value(value: object) -> object:
    """Give a value as JSON knows it; what is no number is nothing.

    Dates and the like become text, and so do whole numbers that other programs would round.
    """
    if isinstance(value, np.generic):
        value = value.item()
    match value:
        case None | bool():
            plain: object = value
        case float():
            plain = value if math.isfinite(value) else None
        case int():
            plain = value if abs(value) < _LARGEST_WHOLE else str(value)
        case str():
            plain = readable(value)[:TEXT_CHARACTERS]
        case Mapping():
            plain = {readable(str(key)): plain_value(inner) for key, inner in value.items()}
        case list() | tuple() | np.ndarray():
            plain = [plain_value(inner) for inner in value]
        case bytes() | bytearray() | memoryview():
            plain = None
        case _:
            plain = readable(str(value))[:TEXT_CHARACTERS]
    return plain


def readable(text: str) -> str:
    """Mend text that was written in another encoding than the file says, and drop NUL.

    Bytes that fit no letter come as half Unicode pairs; in Danish files they are Windows-1252.
    """
    text = "".join(_letter(letter) for letter in text) if not text.isascii() else text
    text = text.encode("utf-8", "replace").decode()
    return text.replace("\x00", "")


def _letter(letter: str) -> str:
    if "\udc80" <= letter <= "\udcff":
        return bytes([ord(letter) - 0xDC00]).decode("cp1252", "replace")
    return letter


def plain_properties(properties: Mapping[str, object]) -> dict[str, object] | None:
    """Give attributes as JSON knows them; None where they are more than a feature may carry."""
    plain = {readable(str(name)): plain_value(value) for name, value in properties.items()}
    return plain if len(json.dumps(plain)) <= PROPERTY_CHARACTERS else None
