"""What is said of two features that do not simply add up, in Danish and English."""

from app.language import Said
from spatial.cooperation import Relation

PAIR_TEXTS: dict[Relation, Said] = {
    "only_together": Said(
        "»{one}« og »{two}« gør kun en forskel sammen.",
        "“{one}” and “{two}” make a difference only together.",
    ),
    "needs_the_other": Said(
        "»{one}« gør kun en forskel sammen med »{two}«.",
        "“{one}” makes a difference only together with “{two}”.",
    ),
    "reinforces": Said(
        "»{one}« og »{two}« giver mere sammen end hver for sig.",
        "“{one}” and “{two}” give more together than apart.",
    ),
    "overlaps": Said(
        "»{one}« og »{two}« giver mindre sammen end hver for sig.",
        "“{one}” and “{two}” give less together than apart.",
    ),
}
