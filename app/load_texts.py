"""What a load did, in Danish and English."""

from typing import Final

from app.importers.reading import ReadingNote
from app.language import Language
from app.services.loading.story import LayerChange, Story

EVERYWHERE: Final = "everywhere"
"""The place of a timetable: trains leave every window."""
_LAYERS: Final = {
    "areas": ("områder", "areas"),
    "streets": ("veje og stier", "streets and paths"),
    "facilities": ("funktioner", "facilities"),
    "buildings": ("bygninger", "buildings"),
    "homes": ("boligpunkter", "homes"),
    "barriers": ("barrierer", "barriers"),
    "land_cover": ("arealer", "land cover"),
    "transit_stops": ("stoppesteder og stationer", "stops and stations"),
    "transit_routes": ("linjer", "routes"),
    "transit_trips": ("afgange", "trips"),
}
_NOTES: Final = {
    "stops-in-place": (
        "{count} stoppesteder ligger i {place_name}.",
        "{count} stops lie in {place_name}.",
    ),
    "no-stops-here": (
        "Intet stoppested ligger i noget sted, der er indlæst; er det den rigtige køreplan?",
        "No stop lies in any place that is loaded; is it the right timetable?",
    ),
    "times-filled": (
        "{count} tider mangler i filen og er sat jævnt ind mellem dem, der er der.",
        "{count} times are not in the file and were set in evenly between those that are.",
    ),
    "transfers-narrow": (
        "{count} skift gælder kun enkelte linjer eller ture og er ikke taget med.",
        "{count} transfers are for single routes or trips alone and are left out.",
    ),
    "trips-too-short": (
        "{count} ture standser kun ét sted og er udeladt.",
        "{count} trips call at one stop alone and are left out.",
    ),
    "trips-on-no-day": (
        "{count} ture kører ingen dage og er udeladt.",
        "{count} trips run on no day and are left out.",
    ),
    "trips-repeated": (
        "{count} ture med fast interval er skrevet ud som afgange på klokkeslæt.",
        "{count} trips with a headway are written out as departures by the clock.",
    ),
    "largest-part": (
        (
            "{share_percent} % af længden til fods ({length_km} km) hænger sammen; "
            "nettet har {count} dele."
        ),
        (
            "{share_percent} % of the length on foot ({length_km} km) hangs together; "
            "the network has {count} parts."
        ),
    ),
    "island": (
        "En ø på {length_m} m ved {place}{name}: ingen vej fører til den.",
        "An island of {length_m} m at {place}{name}: no way leads to it.",
    ),
    "island-barrier": (
        "En ø på {length_m} m ved {place}{name}: en barriere ligger i de {gap_m} m til resten.",
        "An island of {length_m} m at {place}{name}: a barrier lies in the {gap_m} m to the rest.",
    ),
    "island-edge": (
        "En ø på {length_m} m ved {place}{name}: den går ud af stedets vindue.",
        "An island of {length_m} m at {place}{name}: it leaves the window of the place.",
    ),
    "island-far": (
        "En ø på {length_m} m ved {place}{name}: der er {gap_m} m til resten.",
        "An island of {length_m} m at {place}{name}: the rest is {gap_m} m away.",
    ),
    "island-grade": (
        "En ø på {length_m} m ved {place}{name}: den går kun over eller under resten.",
        "An island of {length_m} m at {place}{name}: it only passes over or under the rest.",
    ),
    "too-short": (
        "{count} linjer under en halv meter er udeladt.",
        "{count} lines of less than half a metre are left out.",
    ),
    "ends-joined": (
        "{count} vejender er ført frem til vejen ved siden af; længst {widest_m} m ved {place}.",
        "{count} ends were led on to the street beside them; the furthest {widest_m} m at {place}.",
    ),
    "gap-closed": (
        "Et hul på {length_m} m ved {place} er lukket med en kort sti, der ikke er registreret.",
        "A gap of {length_m} m at {place} was closed by a short path that no register holds.",
    ),
    "gaps-closed-too": (
        "{count} andre huller på højst {length_m} m er lukket på samme måde.",
        "{count} other gaps of at most {length_m} m were closed in the same way.",
    ),
    "bridges": (
        "{count} stykker krydser en barriere og er broer; om de går over eller under, vides ikke.",
        "{count} stretches cross a barrier and are bridges; whether over or under is not known.",
    ),
    "no-barriers": (
        (
            "Stedet har ingen barrierer: huller er lukket uden at vide af jernbaner og vand. "
            "Indlæs barrierer først."
        ),
        (
            "The place has no barriers: gaps were closed without knowing of railways and water. "
            "Load barriers first."
        ),
    ),
    "no-layer": (
        "Filen har ikke laget {layer}; det er læst uden.",
        "The file has no layer {layer}; it was read without.",
    ),
    "outside-window": (
        "{count}{name} ligger uden for stedets vindue og er udeladt.",
        "{count}{name} lie outside the window of the place and are left out.",
    ),
    "missing-nodes": (
        "{count} punkter af veje mangler i filen; vejene er skåret over dér.",
        "{count} nodes of ways are not in the file; the ways are cut there.",
    ),
    "not-whole": (
        "{count} flader eller linjer er ikke hele i filen og er udeladt.",
        "{count} surfaces or lines are not whole in the file and are left out.",
    ),
    "gates": (
        "{count} låger og bomme lukker vejen for nogle eller alle.",
        "{count} gates close a way to some or to all.",
    ),
    "value-not-read": (
        "“{key}={value}” kunne ikke læses ({count} steder); værdien er ukendt.",
        "“{key}={value}” could not be read ({count} times); the value is unknown.",
    ),
    "no-meaning": (
        "{count} med “{value}” i kolonnen {column} er udeladt: ordet er ikke oversat.",
        "{count} with “{value}” in the column {column} are left out: the word has no meaning here.",
    ),
    "no-meaning-either": (
        "{count} med {words} andre ord er udeladt: de er heller ikke oversat.",
        "{count} with {words} other words are left out: they have no meaning here either.",
    ),
    "there-again": (
        "{count} er der flere gange med samme ord og sted og tages med én gang.",
        "{count} are there again with the same words and place and are taken once.",
    ),
    "nobody-lives-there": (
        "{count} steder uden beboere er udeladt.",
        "{count} places without residents are left out.",
    ),
    "spread-over-buildings": (
        "Beboerne er fordelt på {count} bygninger efter grundareal; summen er den samme.",
        "The residents are spread over {count} buildings by footprint; the sum is the same.",
    ),
}


def told(story: Story, language: Language) -> str:
    """Give a story as lines for a terminal."""
    lines = [
        headline(
            story.place,
            story.source,
            story.dataset_after,
            is_change=story.is_change,
            taken=story.taken,
            language=language,
        )
    ]
    lines += [f"  {change_text(change, language)}" for change in story.layers]
    lines += [f"  {note_text(note, language)}" for note in story.notes]
    if story.touched:
        head = "Forslag, der berøres:" if language == "da" else "Proposals that are touched:"
        lines.append(f"  {head}")
        lines += [f"    {one.name} ({one.area}, {one.id})" for one in story.touched]
    return "\n".join(lines) + "\n"


def note_text(note: ReadingNote, language: Language) -> str:
    """Give a reader's note as a sentence."""
    values = dict(note.values)
    name = values.pop("name", "")
    place = "" if note.place is None else f"{note.place[1]:.5f}, {note.place[0]:.5f}"
    sentence = _NOTES[note.code][0 if language == "da" else 1]
    comma = language == "da"
    shown = {
        key: str(value).replace(".", ",") if comma and isinstance(value, float) else value
        for key, value in values.items()
    }
    return sentence.format(
        **{**shown, "count": note.count, "place": place, "name": f" ({name})" if name else ""}
    )


def headline(  # noqa: PLR0913 - what a story begins with
    place: str,
    source: str,
    dataset: str,
    *,
    is_change: bool,
    taken: bool,
    language: Language,
) -> str:
    """Say in one sentence what came of a load."""
    is_da = language == "da"
    if place == EVERYWHERE:
        place = "køreplanen" if is_da else "the timetable"
    if not is_change:
        if is_da:
            return f"Intet er ændret: {place} har de samme data allerede."
        return f"Nothing changed: {place} holds the same data already."
    if taken:
        if is_da:
            return f"Indlæst i {place} fra {source}. Datasæt {dataset}."
        return f"Loaded into {place} from {source}. Dataset {dataset}."
    if is_da:
        return f"En prøve: intet er ændret. Dette ville ske i {place}:"
    return f"A rehearsal: nothing changed. This would happen in {place}:"


def change_text(change: LayerChange, language: Language) -> str:
    """Say what a layer was and is."""
    is_da = language == "da"
    name = _LAYERS[change.layer][0 if is_da else 1]
    if is_da:
        counts = (
            f"{change.added} nye, {change.removed} fjernet, {change.changed} ændret, "
            f"{change.same} uændret"
        )
    else:
        counts = (
            f"{change.added} new, {change.removed} removed, {change.changed} changed, "
            f"{change.same} as before"
        )
    if change.amount_before is None or change.amount_after is None:
        return f"{name}: {counts}"
    unit = ("beboere" if is_da else "residents") if change.layer == "homes" else "km"
    before, after = (f"{value:,.1f}" for value in (change.amount_before, change.amount_after))
    if is_da:
        before, after = (text.translate(str.maketrans(",.", ".,")) for text in (before, after))
    return f"{name}: {counts}; {before} → {after} {unit}"
