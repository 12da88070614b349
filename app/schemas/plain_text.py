"""Words that people write: what cannot be seen in them is refused."""

import unicodedata

from pydantic_core import PydanticCustomError

# These turn the order of what stands after them around, also outside the text.
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def refusal(code: str, expected: str = "") -> PydanticCustomError:
    """Give a refusal that is told by one of our own sentences."""
    # The code is one of our own constants; no caller's text comes into the template.
    return PydanticCustomError("fault", "refused", {"code": code, "expected": expected})


def plain_text(text: str, allowed: str) -> str:
    """Give plain text without the space around it; what cannot be seen is refused."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise refusal("bad_text") from error
    unseen = {
        f"U+{ord(character):04X}"
        for character in text
        if character not in allowed
        and (unicodedata.category(character) == "Cc" or character in _BIDI)
    }
    if unseen:
        raise refusal("control_characters", ", ".join(sorted(unseen)[:8]))
    if not text.strip():
        raise refusal("blank_text")
    return text.strip()
