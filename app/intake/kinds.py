"""Which kind a word means, in Danish or English: the name of a layer, or a feature's own `kind`."""

import re
from collections.abc import Collection, Mapping
from typing import Final

GEOMETRIES: Final[Mapping[str, tuple[str, ...]]] = {
    "connection": ("LineString",),
    "crossing": ("Point", "LineString"),
    "closure": ("LineString", "Polygon"),
    "change": ("LineString", "Polygon"),
    "facility": ("Point", "Polygon"),
    "facility_removal": ("Point", "Polygon"),
    "demolition": ("Polygon",),
    "housing": ("Point", "Polygon"),
    "stop": ("Point",),
    "service": ("LineString",),
    "service_change": ("Point", "LineString"),
}
"""What each kind may be drawn as; a test holds it beside the engine's registry."""

# The first that fits wins: homes that are demolished are a demolition.
_WORDS: Final = (
    ("demolition", r"nedriv\w*|nedrev\w*|riv(?:es)? ned|demoli\w*"),
    ("facility_removal", r"fjern\w* (?:sted|funktion)\w*|facilit\w* remov\w*"),
    ("closure", r"luk\w*|sp[æa]rr\w*|clos\w*"),
    ("crossing", r"(?:\w*kryds|overgang|zebra|fodg[æa]ngerfelt|crossing)\w*"),
    ("service", r"(?:bus|tog)\w*linje\w*|(?:bus|train) lines?"),
    ("stop", r"stoppested\w*|busstop\w*|bus stops?"),
    ("change", r"ombyg\w*|oml[æa]g\w*|[æa]ndr\w*|change\w*"),
    ("connection", r"\w*stie?r?|\w*forbindelser?|broe?r?|tunnel\w*|paths?|bridges?|connections?"),
    ("housing", r"nye? bolig\w*|boliger|housing|homes|dwellings"),
    ("facility", r"(?:nye? )?(?:steder|funktioner|faciliteter)|facilit\w*"),
)
_KIND_WORDS: Final = tuple((kind, re.compile(rf"\b(?:{words})\b")) for kind, words in _WORDS)
# What stands there already is nothing that is proposed.
_TODAY: Final = re.compile(r"\b(?:eksist\w*|nuv[æa]r\w*|exist\w*|i dag|today|status)\b")


def own_kind(value: object) -> str | None:
    """Read a feature's own `kind`: ours as it is, or a word for it."""
    if not isinstance(value, str):
        return None
    word = value.strip().lower()
    return word if word in GEOMETRIES else kind_of_words(word)


def kind_of_words(words: str) -> str | None:
    """Find the kind that a name speaks of.

    >>> kind_of_words("Nye stier og broer")
    'connection'
    """
    plain = re.sub(r"[^\w]+|_", " ", words.lower()).strip()
    if plain in GEOMETRIES or plain.replace(" ", "_") in GEOMETRIES:
        return plain.replace(" ", "_")
    if _TODAY.search(plain):
        return None
    return next((kind for kind, pattern in _KIND_WORDS if pattern.search(plain)), None)


def fits(kind: str, geometries: Collection[str]) -> bool:
    """Tell whether anything of these shapes can be drawn as the kind."""
    return any(geometry in GEOMETRIES[kind] for geometry in geometries)
