"""What is said when a housing area that somebody drew is refused, in Danish and English."""

from app.language import Said

AREA_FAULTS: dict[str, Said] = {
    "not_an_area": Said(
        "Et område er en flade, ikke {value}. Tegn en Polygon eller MultiPolygon.",
        "An area is a surface, not {value}. Draw a Polygon or MultiPolygon.",
    ),
    "area_size": Said(
        "Området er {value} ha. Et boligområde er mellem {least} og {most} ha; tegn det igen.",
        "The area is {value} ha. A housing area is between {least} and {most} ha; draw it again.",
    ),
    "areas_overlap": Said(
        "Området går ind over »{expected}«. En bolig kan kun høre til ét område; flyt grænsen.",
        "The area reaches into “{expected}”. A home can belong to one area only; move the border.",
    ),
    "outside_window": Said(
        "Området går ud over kortet for »{expected}«. Tegn det som et nyt område i stedet.",
        "The area leaves the map of “{expected}”. Draw it as a new area instead.",
    ),
    "unknown_municipality": Said(
        "Der er ingen kommune med koden »{value}«. Koderne står i /api/municipalities.",
        "There is no municipality with the code “{value}”. The codes are in /api/municipalities.",
    ),
    "no_letters": Said(
        "Navnet har ingen bogstaver eller tal, så området kan ikke få en adresse. Skriv et andet.",
        "The name has no letters or digits, so the area cannot get an address. Write another.",
    ),
}

AREA_TITLES: dict[str, tuple[int, Said]] = {
    "area-not-drawn": (
        403,
        Said("Området er ikke tegnet her", "The area was not drawn here"),
    ),
    "area-exists": (409, Said("Området findes allerede", "The area is there already")),
    "area-has-proposals": (
        409,
        Said("Området har forslag", "The area has proposals"),
    ),
    "stale-area": (
        412,
        Said("Data er ændret i mellemtiden", "The data was changed meanwhile"),
    ),
}

AREA_DETAILS: dict[str, Said] = {
    "area-not-drawn": Said(
        "»{value}« kommer fra en fil. Indlæs filen igen for at ændre det.",
        "“{value}” comes from a file. Load the file again to change it.",
    ),
    "area-exists": Said(
        "Der er allerede et område med id {value}. Vælg et andet navn.",
        "There already is an area with the id {value}. Choose another name.",
    ),
    "area-has-proposals": Said(
        "»{value}« har {expected} forslag, slettede medregnet. Deres historie bliver, og så bliver "
        "området også.",
        "“{value}” has {expected} proposals, deleted ones included. Their history stays, and so "
        "does the area.",
    ),
    "stale-area": Said(
        "Hent området igen med GET {path}, og send ændringen med den ETag, det kommer med.",
        "Read the area again with GET {path}, and send the change with the ETag it comes with.",
    ),
}
