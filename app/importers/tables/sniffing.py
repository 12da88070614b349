"""Whether a file is what its name says: GDAL opens by content, and some contents lead elsewhere.

A text that begins like a virtual dataset makes GDAL open whatever file or address it names. So what
a file holds must fit its ending before GDAL sees it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from app.importers.faults import DataFault, InvalidLayers

if TYPE_CHECKING:
    from pathlib import Path

_LOOKED_AT_BYTES: Final = 4_096
_JSON: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{")
# Text that is no markup: a table of columns begins with a name, a number or a quote.
_COLUMNS: Final = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*[^<\x00-\x08\x0e-\x1f]")
_BEGINNINGS: Final[dict[str, re.Pattern[bytes]]] = {
    ".gpkg": re.compile(rb"SQLite format 3\x00"),
    ".shp": re.compile(rb"\x00\x00\x27\x0a"),
    ".fgb": re.compile(rb"fgb\x03fgb"),
    ".geojson": _JSON,
    ".json": _JSON,
    ".csv": _COLUMNS,
}


def refuse_disguised(path: Path) -> None:
    """Refuse a file whose content is not of the kind that its name ends in.

    Raises
    ------
    InvalidLayers
        With what it begins with instead.
    """
    expected = _BEGINNINGS.get(path.suffix.lower())
    if expected is None or not path.is_file():
        return
    with path.open("rb") as file:
        head = file.read(_LOOKED_AT_BYTES)
    if expected.match(head):
        return
    begins = head[:16].decode("latin-1").encode("unicode_escape").decode()
    message = f"the content is not what a {path.suffix.lower()} file holds; was it renamed?"
    raise InvalidLayers([DataFault(path.name, None, begins or "nothing", None, message)])
