"""What is said when a load over the web is refused, in Danish and English."""

from app.language import Said

LOAD_FAULTS: dict[str, Said] = {
    "file_ending": Said(
        "»{value}« kan ikke læses. Filens navn skal ende på {expected}.",
        "“{value}” cannot be read. The file's name must end in {expected}.",
    ),
    "unknown_profile": Said(
        "Profilen »{value}« kendes ikke. Brug en af: {expected}.",
        "The profile “{value}” is not known. Use one of: {expected}.",
    ),
    "profile_of_another_kind": Said(
        "Profilen »{value}« er til en anden slags data. Vælg den slags, den er til.",
        "The profile “{value}” is for another kind of data. Choose the kind that it is for.",
    ),
    "two_profiles": Said(
        "Nævn et kendt register i »profile«, eller send en egen profil i »profile_toml«, men ikke "
        "begge.",
        "Name a known register in “profile” or send a profile of your own in “profile_toml”, not "
        "both.",
    ),
    "own_profile": Said(
        "Profilen kan ikke læses ({expected}). Ret den, og vælg den igen.",
        "The profile cannot be read ({expected}). Mend it and choose it again.",
    ),
    "municipalities_of_people": Said(
        "Kun beboere (»population«) har en kommune. Lad filen med kommuner være.",
        "Only people (“population”) have a municipality. Leave the file of municipalities out.",
    ),
    "file_or_overpass": Said(
        "Nævn en fil i »file_name«, eller sæt »overpass«, men ikke begge.",
        "Name a file in “file_name” or set “overpass”, not both.",
    ),
    "not_a_file_type": Said(
        "Filen kalder sig »{value}«. Send den med Content-Type: application/octet-stream.",
        "The file calls itself “{value}”. Send it with Content-Type: application/octet-stream.",
    ),
}

LOAD_TITLES: dict[str, tuple[int, Said]] = {
    "loading-closed": (
        403,
        Said("Her kan ikke indlæses data", "Data cannot be loaded here"),
    ),
    "unknown-load": (404, Said("Indlæsningen kendes ikke", "The load is not known")),
    "load-has-file": (
        409,
        Said("Indlæsningen venter ikke på en fil", "The load does not wait for a file"),
    ),
    "municipalities-first": (
        409,
        Said("Kommunerne mangler", "The municipalities are missing"),
    ),
    "load-over": (409, Said("Indlæsningen er slut", "The load is over")),
    "load-not-rehearsed": (
        409,
        Said("Der er ingen prøve at indlæse", "There is no rehearsal to take in"),
    ),
    "too-many-loads": (429, Said("For mange på én gang", "Too many at once")),
}

LOAD_DETAILS: dict[str, Said] = {
    "loading-closed": Said(
        "Tjenesten har ingen brugere endnu, og andre end denne maskine kan komme ind. Indlæs med "
        "»forbind load«, eller sæt FORBIND_ALLOW_LOADING=1.",
        "The service has no accounts yet, and others than this machine get in. Load with “forbind "
        "load”, or set FORBIND_ALLOW_LOADING=1.",
    ),
    "unknown-load": Said(
        "Der er ingen indlæsning med id {value}.", "There is no load with the id {value}."
    ),
    "load-has-file": Said(
        "Indlæsningen {value} har sin fil eller er afbrudt. Begynd en ny.",
        "The load {value} has its file or was cancelled. Begin a new one.",
    ),
    "municipalities-first": Said(
        "Send først {value} til …/municipalities: den blev lovet og er her ikke.",
        "Send {value} to …/municipalities first: it was announced and is not here.",
    ),
    "load-over": Said(
        "Indlæsningen {value} er færdig eller afbrudt allerede.",
        "The load {value} is done or cancelled already.",
    ),
    "load-not-rehearsed": Said(
        "Indlæsningen {value} var ingen prøve, ville intet ændre, eller filen er fjernet efter et "
        "døgn. Send filen igen.",
        "The load {value} was no rehearsal, would change nothing, or its file was removed after a "
        "day. Send the file again.",
    ),
    "too-many-loads": Said(
        "Højst {limit} indlæsninger kan vente. Afbryd en, eller vent på, at en bliver færdig.",
        "At most {limit} loads can wait. Cancel one, or wait for one to be done.",
    ),
}
