"""What is said of a bill and its funding, in Danish and English."""

from app.language import Language, Said
from spatial.cost_estimate import Cofinancing

STATED = Said("Oplyst pris", "Stated price")
NO_PRICE = Said("Ingen enhedspris", "No unit price")
NOTHING_DRAWN = Said(
    "Der er ikke tegnet noget, så der skal ikke findes penge.",
    "Nothing is drawn, so no money has to be found.",
)
NOTHING_PRICED = Said(
    "Intet af det tegnede har en pris endnu, så medfinansieringen kan ikke regnes ud.",
    "Nothing that is drawn has a price yet, so the co-financing cannot be worked out.",
)
NO_GRANT = Said(
    "Ingen fond betaler noget, så der kræves ingen lokal medfinansiering.",
    "No foundation pays anything, so no local co-financing is required.",
)
KEPT = Said(
    "Kravet er opfyldt. Fonden giver {grant}, så der skal findes mindst {required} lokalt."
    " Boligorganisation og kommune betaler {found}, og det er {apart} over kravet.",
    "The rule is kept. The foundation gives {grant}, so at least {required} must be found locally."
    " Housing organisation and municipality pay {found}, which is {apart} more than required.",
)
SHORT = Said(
    "Kravet er ikke opfyldt. Fonden giver {grant}, så der skal findes mindst {required} lokalt."
    " Boligorganisation og kommune betaler {found}, så der mangler {apart}.",
    "The rule is not kept. The foundation gives {grant}, so at least {required} must be found"
    " locally. Housing organisation and municipality pay {found}, so {apart} is missing.",
)
ONLY_SOME = Said(
    " Det er regnet på {known} af {count} indgreb; resten har ingen pris endnu.",
    " This counts {known} of {count} interventions; the rest have no price yet.",
)
_MILLION = 1_000_000


def cofinancing_sentence(
    found: Cofinancing | None, known: int, count: int, language: Language
) -> str:
    """Say whether the programme's rule is kept, and by how much."""
    if count == 0:
        return NOTHING_DRAWN.within(language)
    if found is None:
        return NOTHING_PRICED.within(language)
    tail = ONLY_SOME.within(language, known=known, count=count) if known < count else ""
    if found.grant_kr <= 0.0:
        return NO_GRANT.within(language) + tail
    said = KEPT if found.kept else SHORT
    apart = abs(found.found_kr - found.required_kr)
    sums = {
        "grant": found.grant_kr,
        "required": found.required_kr,
        "found": found.found_kr,
        "apart": apart,
    }
    sentence = said.within(language, **{name: money(kr, language) for name, kr in sums.items()})
    # A Danish krone is written with a full stop of its own.
    return sentence.replace("kr..", "kr.") + tail


def money(kr: float, language: Language) -> str:
    """Write kroner as they are read: in millions from one million on.

    >>> money(1_234_567, "da"), money(85_000, "en")
    ('1,23 mio. kr.', 'DKK 85,000')
    """
    large = round(kr) >= _MILLION
    number = f"{kr / _MILLION:,.2f}" if large else f"{kr:,.0f}"
    if language == "en":
        return f"DKK {number} million" if large else f"DKK {number}"
    danish = number.translate(str.maketrans(",.", ".,"))
    return f"{danish} mio. kr." if large else f"{danish} kr."
