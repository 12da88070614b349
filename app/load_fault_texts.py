"""What is wrong with a file that is loaded, in Danish: the readers say it in English.

A reader's sentence is told apart by its shape; what stands in braces is carried over as it is.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from app.language import Language, Said

SAYINGS: Final[tuple[Said, ...]] = (
    Said("filen mangler", "the file is missing"),
    Said("filens navn skal ende på {endings}", "the file's name must end in {endings}"),
    Said(
        "filen er større end 4 GiB; klip landet om området ud",
        "the file is larger than 4 GiB; cut out the land around the area",
    ),
    Said("filen kan ikke læses", "the file cannot be read"),
    Said("laget kan ikke læses", "the layer cannot be read"),
    Said("nævn laget; lag: {layers}", "name the layer; layers: {layers}"),
    Said("filen har ikke det lag; lag: {layers}", "the file has no such layer; layers: {layers}"),
    Said(
        "tabellen har ingen geometri; en CSV skal have kolonnerne lon og lat, x og y eller wkt",
        "the table has no geometry; a CSV needs columns lon and lat, x and y, or wkt",
    ),
    Said(
        "mere end {count} ting; klip landet om området ud",
        "more than {count} features; cut out the land around the area",
    ),
    Said("koordinatsystemet kendes ikke", "the coordinate system is unknown"),
    Said(
        "filen siger ikke sit koordinatsystem; skriv det: EPSG:25832 eller EPSG:4326",
        "the file does not say its coordinate system; tell it: --crs EPSG:25832 or EPSG:4326",
    ),
    Said("en koordinat er ikke et tal", "a coordinate is not a number"),
    Said(
        "mere end {count} punkter; forenkl geometrien",
        "more than {count} vertices; simplify the geometry",
    ),
    Said("koordinaterne kan ikke omregnes", "the coordinates cannot be projected"),
    Said(
        "koordinaterne kan ikke omregnes; er koordinatsystemet det rigtige?",
        "the coordinates cannot be projected; is the coordinate system right (--crs)?",
    ),
    Said(
        "den ligger uden for Danmark; er koordinatsystemet det rigtige?",
        "the feature lies outside Denmark; is the coordinate system right (--crs)?",
    ),
    Said("længde og bredde er byttet om", "longitude and latitude are swapped"),
    Said(
        "indholdet er ikke det, en {ending}-fil har; er den omdøbt?",
        "the content is not what a {ending} file holds; was it renamed?",
    ),
    Said(
        "filen er ikke en zip, eller den er skåret af",
        "the file is not a zip, or it is cut off",
    ),
    Said(
        "zip-filen er låst med adgangskode; lås den op først",
        "the zip is locked with a password; unlock it first",
    ),
    Said("zip-filen har mere end {count} filer", "the zip holds more than {count} files"),
    Said("zip-filen skal have én tabel ({endings})", "the zip must hold one table ({endings})"),
    Said("zip-filen skal have én .osm-fil", "the zip must hold one .osm file"),
    Said(
        "zip-filen pakker ud til mere, end en tabel kan være",
        "the zip unpacks to more than a table can be",
    ),
    Said(
        "zip-filen pakker ud til mere, end et kort kan være",
        "the zip unpacks to more than a map can be",
    ),
    Said(
        "filen er i stykker eller skåret af; hent den igen",
        "the file is broken or cut off; fetch it again",
    ),
    Said(
        "filen har ingen veje; er det et udtræk med veje (`highway=*`)?",
        "the file holds no streets; is it an extract with ways (`highway=*`)?",
    ),
    Said(
        "ingen vej i filen ligger i vinduet for {place} ({here}, vest syd øst nord); hent "
        "udtrækket af det land",
        "no street of the file lies in the window of {place} ({here}, west south east north); "
        "fetch the extract of that land",
    ),
    Said(
        "OpenStreetMap har intet af den slags dér",
        "OpenStreetMap holds nothing of the kind there",
    ),
    Said(
        "Overpass svarer ikke: se efter, om maskinen er på nettet, prøv igen senere, eller hent et "
        "udtræk, og indlæs den fil",
        "Overpass does not answer: see whether this machine reaches the network, try again "
        "later, or download an extract and load that file",
    ),
    Said(
        "OpenStreetMap ved ikke, hvor folk bor; indlæs kvadrater, punkter eller bygninger",
        "OpenStreetMap does not know where people live; load squares, points or buildings",
    ),
    Said("feltet {name} mangler: skriv kilden", "nobody says its {name}: --source {name2}=TEXT"),
    Said(
        "kun beboere (`population`) har en kommune",
        "only the people of `population` have a municipality",
    ),
    Said(
        "`{name}` er sagt to gange; sig det én gang",
        "`{name}` is mapped or set as well; say it once",
    ),
    Said("beboerne skal være et tal", "the residents must be a number"),
    Said(
        "stedet har ingen bygninger at fordele folk på; indlæs bygninger først",
        "the place has no buildings to spread people over; load buildings first",
    ),
    Said(
        "intet i laget ligger i vinduet for {place}",
        "nothing of the layer lies in the window of {place}",
    ),
    Said(
        "{place} ville få flere end {most} boliger; indlæs kvadraterne, som de er, uden at fordele "
        "dem på bygninger, eller sæt FORBIND_MAX_HOMES, hvor der er hukommelse til det",
        "{place} would have more than {most} homes; load the squares as they are, "
        "--no-over-buildings, or set FORBIND_MAX_HOMES where there is memory for it",
    ),
    Said("laget er tomt", "the layer is empty"),
    Said("{count} mere med samme fejl", "{count} more with the same fault"),
    Said("køreplanen mangler denne fil", "the feed lacks this file"),
    Said("filen mangler feltet `{name}`", "the file lacks the field `{name}`"),
    Said("filen har ingen rækker", "the file has no rows"),
    Said(
        "køreplanen siger ikke, at noget kører nogen dag",
        "the feed says of no day that anything runs",
    ),
    Said(
        "zip-filen pakker ud til mere, end en køreplan kan være",
        "the zip unpacks to more than a timetable can be",
    ),
    Said(
        "et anførselstegn er ikke lukket, eller en linje har for mange felter",
        "a quotation mark is not closed, or a line has too many fields",
    ),
    Said("filen er ikke skrevet i UTF-8", "the file is not written in UTF-8"),
    Said("`{name}` er tomt", "`{name}` is empty"),
    Said("`{name}` har et tegn, der ikke er noget", "`{name}` holds a character that is none"),
    Said(
        "det samme `{name}` står på en linje før",
        "the same `{name}` stands on a line before",
    ),
    Said("`{name}` står ikke i {file}", "`{name}` is not in {file}"),
    Said(
        "`{name}` skal være et helt tal fra {low} til {high}",
        "`{name}` should be a whole number from {low} to {high}",
    ),
    Said(
        "`{name}` skal være et tal fra {low} til {high}",
        "`{name}` should be a number from {low} to {high}",
    ),
    Said("`{name}` skal være en af {values}", "`{name}` should be one of {values}"),
    Said(
        "`{name}` skal være et klokkeslæt som TT:MM:SS",
        "`{name}` should be a time as HH:MM:SS",
    ),
    Said("`{name}` skal være en dato som ÅÅÅÅMMDD", "`{name}` should be a date as YYYYMMDD"),
    Said(
        "`{name}` skal være en af formatets slags linjer",
        "`{name}` should be a kind of route of the format",
    ),
    Said(
        "stoppestedet ligger på 0, 0 i havet ud for Afrika",
        "the stop lies at 0, 0 in the sea off Africa",
    ),
    Said("en station har ingen `parent_station`", "a station has no `parent_station`"),
    Said(
        "hvad der er en del af en station, siger hvilken i `parent_station`",
        "what is part of a station says which in `parent_station`",
    ),
    Said("`parent_station` er ikke en station", "`parent_station` is not a station"),
    Said("en linje har et kort eller et langt navn", "a route has a short or a long name"),
    Said("`end_date` ligger før `start_date`", "`end_date` is before `start_date`"),
    Said("noget kører i mere end {days} dage", "a service runs for more than {days} days"),
    Said(
        "en tur standser ved et stoppested, ikke ved en station eller en indgang",
        "a trip calls at a stop, not at a station or an entrance",
    ),
    Said(
        "turens første og sidste stop har et klokkeslæt",
        "the first and the last call of a trip have a time",
    ),
    Said("en tur kører, før den er kommet", "a trip leaves before it arrives"),
    Said(
        "en tur kommer, før den kørte fra stoppet før",
        "a trip arrives before it left the stop before",
    ),
    Said(
        "`shape_dist_traveled` bliver mindre undervejs",
        "`shape_dist_traveled` becomes less along a trip",
    ),
    Said("`end_time` ligger ikke efter `start_time`", "`end_time` is not after `start_time`"),
    Said("en tur gentages på to måder på én gang", "a trip repeats by two headways at once"),
    Said(
        "de faste intervaller giver mere end {count} afgange",
        "the headways give more than {count} departures",
    ),
    Said("en linje på kortet har mindst to punkter", "a shape has at least two points"),
    Said(
        "profilen er til “{kind}”: vælg den slags data",
        "the profile is for “{kind}”: forbind load {kind2} …",
    ),
    Said(
        "ingen kan gå på noget i laget; er `street_class` peget rigtigt ud?",
        "nobody can walk on anything of the layer; is `street_class` mapped right?",
    ),
    Said("sig hvilket sted; et af {places}", "say which place: --place; one of {places}"),
    Said(
        "sig hvilket sted; der er ingen endnu, tegn eller indlæs et område først",
        "say which place: --place; there is none yet, load areas first",
    ),
    Said(
        "der er intet felt af det navn; felter: {fields}",
        "there is no such field; fields: {fields}",
    ),
    Said(
        "`{name}`: tabellen har ikke den kolonne; mente du “{close}”? kolonner: {columns}",
        "`{name}`: the table has no such column; did you mean “{close}”? columns: {columns}",
    ),
    Said(
        "`{name}`: tabellen har ikke den kolonne; kolonner: {columns}",
        "`{name}`: the table has no such column; columns: {columns}",
    ),
    Said(
        "`{column}`: ingen har et ord, der betyder noget her; er det den rigtige kolonne?",
        "`{column}`: no feature has a word with a meaning; is it the right column?",
    ),
    Said("geometrien skal være en flade", "the geometry must be a polygon"),
    Said("geometrien skal være én flade", "the geometry must be one polygon"),
    Said("geometrien skal være en linje", "the geometry must be a line"),
    Said("geometrien skal være en linje eller en flade", "the geometry must be a line or polygon"),
    Said("geometrien skal være et punkt eller en flade", "the geometry must be a point or polygon"),
    Said(
        "flere har det samme id; peg `id` ud som en kolonne, der skiller dem ad",
        "several features have this id; map `id` to a column that tells them apart",
    ),
    Said(
        "ingen kolonne med koden: {codes}; kolonner: {columns}",
        "no column with the code: {codes}; columns: {columns}",
    ),
    Said(
        "mere end {metres} m fra hver kommune i filen",
        "more than {metres} m from every municipality of the file",
    ),
    Said(
        "`{name}` mangler; peg dens kolonne ud, eller skriv én værdi for alle",
        "`{name}`: Field required; name its column: --map {name2}=COLUMN, or one value: --set "
        "{name3}=VALUE",
    ),
    Said(
        "`{name}` er tom; peg dens kolonne ud, eller skriv én værdi for alle",
        "`{name}`: {reason}; name its column: --map {name2}=COLUMN, or one value: --set "
        "{name3}=VALUE",
    ),
    Said("`{name}` skal være en af {choices}", "`{name}`: Input should be {choices}"),
    Said("`{name}`: ingen kode", "`{name}`: no code"),
    Said("`{name}` kan ikke bruges ({reason})", "`{name}`: {reason}"),
    Said("filen er for stor til hukommelsen", "the file is too large for the memory"),
    Said(
        "læsningen holdt op to gange uden et ord; filen er måske for stor til hukommelsen",
        "the reading ended twice without a word; the file may be too large for the memory",
    ),
    Said(
        "noget gik galt hos os; det står i loggen",
        "something failed on our side; it is in the log",
    ),
)
"""The narrower before the wider: the first that fits is said."""
REASONS: Final[tuple[Said, ...]] = (
    Said("der står intet", "Field required"),
    Said("skal være mindst {least}", "Input should be greater than or equal to {least}"),
    Said("skal være over {bound}", "Input should be greater than {bound}"),
    Said("må højst være {most}", "Input should be less than or equal to {most}"),
    Said("skal være under {bound}", "Input should be less than {bound}"),
    Said(
        "er ikke et helt tal",
        "Input should be a valid integer, got a number with a fractional part",
    ),
    Said(
        "er ikke et helt tal",
        "Input should be a valid integer, unable to parse string as an integer",
    ),
    Said("er ikke et helt tal", "Input should be a valid integer"),
    Said("er ikke et tal", "Input should be a valid number, unable to parse string as a number"),
    Said("er ikke et tal", "Input should be a valid number"),
    Said("er ikke et endeligt tal", "Input should be a finite number"),
    Said("er ikke ja eller nej", "Input should be a valid boolean, unable to interpret input"),
    Said("er ikke ja eller nej", "Input should be a valid boolean"),
    Said("er ikke tekst", "Input should be a valid string"),
    Said("skal have mindst {least} tegn", "String should have at least {least} character"),
    Said("skal have mindst {least} tegn", "String should have at least {least} characters"),
    Said("må højst have {most} tegn", "String should have at most {most} characters"),
    Said("følger ikke mønstret {pattern}", "String should match pattern {pattern}"),
)
"""What pydantic finds wrong with a value; told in a bracket after the field."""


def fault_text(message: str, language: Language) -> str:
    """Say what a reader found wrong; what has no Danish is said as it is."""
    if language == "en":
        return message
    return _first_fit(message, _patterns(SAYINGS))


def _first_fit(message: str, patterns: Sequence[tuple[re.Pattern[str], str]]) -> str:
    for pattern, danish in patterns:
        found = pattern.fullmatch(message)
        if found is not None:
            values = found.groupdict()
            if "choices" in values:
                values["choices"] = values["choices"].replace(" or ", " eller ")
            if "reason" in values:
                values["reason"] = _first_fit(values["reason"], _patterns(REASONS))
            return danish.format(**values)
    return message


def is_known(message: str) -> bool:
    """Tell whether a sentence has its Danish."""
    return any(pattern.fullmatch(message) for pattern, _ in _patterns(SAYINGS))


@cache
def _patterns(sayings: tuple[Said, ...]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((_pattern(said.en), said.da) for said in sayings)


def _pattern(english: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", english)
    text = re.escape(parts[0])
    for name, after in zip(parts[1::2], parts[2::2], strict=True):
        text += f"(?P<{name}>.+?)" + re.escape(after)
    return re.compile(text, re.DOTALL)
