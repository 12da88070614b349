"""Which format a file is in, told by its first bytes; its name must agree."""

import re
from typing import Literal

from app.intake.found import FileFault, FileRefused

Format = Literal["geojson", "geopackage", "dxf"]
_SQLITE = b"SQLite format 3\x00"
_SQLITE_HEADER_BYTES = 100
_DXF_BINARY = b"AutoCAD Binary DXF\r\n\x1a\x00"
# Comments (999) may stand before the first section.
_DXF_TEXT = re.compile(rb"\s*(?:999[ \t]*\r?\n[^\n]*\n\s*)*0[ \t]*\r?\n\s*SECTION[ \t]*\r?\n")
_JSON_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{")
_LOOKED_AT_BYTES = 4_096

# What people send instead, each with what to do about it.
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "file_zipped"),
    (b"\x1f\x8b", "file_zipped"),
    (b"Rar!", "file_zipped"),
    (b"7z\xbc\xaf", "file_zipped"),
    (b"%PDF", "file_pdf"),
    (b"AC10", "file_dwg"),
    (b"\x89PNG\r\n\x1a\n", "file_image"),
    (b"\xff\xd8\xff", "file_image"),
    (b"\x00\x00\x27\x0a", "file_shapefile"),
)
_NAMED: dict[str, Format] = {
    "geojson": "geojson",
    "json": "geojson",
    "gpkg": "geopackage",
    "dxf": "dxf",
}
_ENDINGS: dict[Format, str] = {"geojson": ".geojson", "geopackage": ".gpkg", "dxf": ".dxf"}


def format_of(content: bytes, name: str) -> Format:
    """Tell the format of a file.

    Raises
    ------
    FileRefused
        For an empty file, for one of a format that is not read here, and for one whose name says
        something else than its content.
    """
    found = _by_content(content)
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    named = _NAMED.get(ending)
    if named is not None and named != found:
        values = {"ending": f".{ending}", "expected": _ENDINGS[found]}
        raise FileRefused([FileFault("file_renamed", value=name, values=values)])
    return found


def _by_content(content: bytes) -> Format:
    head = content[:_LOOKED_AT_BYTES]
    if not head.strip():
        raise FileRefused([FileFault("file_empty")])
    if head.startswith(_SQLITE) and len(content) >= _SQLITE_HEADER_BYTES:
        return "geopackage"
    if head.startswith(_DXF_BINARY) or _DXF_TEXT.match(head):
        return "dxf"
    if _JSON_OBJECT.match(head):
        return "geojson"
    code = next((code for magic, code in _OTHERS if head.startswith(magic)), "file_unknown")
    raise FileRefused([FileFault(code)])
