"""Numbers that are the same each time, made of what a thing is in its source.

They travel through JSON, whose numbers are exact below 2^53. OpenStreetMap's own ids are far below
2^52; what we make lies at and above it, so that the two never meet.
"""

from __future__ import annotations

import hashlib
from typing import Final

_OURS: Final = 1 << 52


def made_id(*parts: object) -> int:
    """Give a number in [2^52, 2^53) for what is named by parts."""
    digest = hashlib.blake2b("\x1f".join(map(str, parts)).encode(), digest_size=8).digest()
    return _OURS | (int.from_bytes(digest, "big") >> 12)
