"""What each fault is called and how it is said, in Danish and English.

Every sentence says what is wrong and what to do about it; the value and the place travel beside
it in the fault itself.
"""

from app.area_texts import AREA_DETAILS, AREA_FAULTS, AREA_TITLES
from app.comment_texts import COMMENT_DETAILS, COMMENT_FAULTS, COMMENT_TITLES
from app.file_fault_texts import FILE_FAULTS
from app.language import Said
from app.web_load_texts import LOAD_DETAILS, LOAD_FAULTS, LOAD_TITLES

FAULTS: dict[str, Said] = {
    **FILE_FAULTS,
    "invalid_json": Said(
        "Indholdet er ikke gyldig JSON: {reason} (linje {line}, tegn {column}).",
        "The content is not valid JSON: {reason} (line {line}, character {column}).",
    ),
    "not_utf8": Said(
        "Indholdet er ikke UTF-8. Gem filen som UTF-8 og send den igen.",
        "The content is not UTF-8. Save the file as UTF-8 and send it again.",
    ),
    "nested_too_deep": Said(
        "Indholdet er indlejret for dybt. Brug højst {limit} niveauer.",
        "The content is nested too deeply. Use at most {limit} levels.",
    ),
    "compressed_body": Said(
        "Indholdet er pakket ({value}). Send det uden Content-Encoding.",
        "The content is compressed ({value}). Send it without Content-Encoding.",
    ),
    "missing_content_type": Said(
        "Der står ikke, hvad indholdet er. Send JSON med Content-Type: application/json, eller "
        "GeoJSON med application/geo+json.",
        "Nothing says what the content is. Send JSON with Content-Type: application/json, or "
        "GeoJSON with application/geo+json.",
    ),
    "not_a_json_type": Said(
        "Indholdet kalder sig »{value}«. Send JSON med Content-Type: application/json, eller "
        "GeoJSON med application/geo+json.",
        "The content calls itself “{value}”. Send JSON with Content-Type: application/json, or "
        "GeoJSON with application/geo+json.",
    ),
    "empty_body": Said(
        "Der er intet indhold. Send et JSON-objekt.",
        "The body is empty. Send a JSON object.",
    ),
    "not_an_object": Said("Her skal stå et JSON-objekt.", "A JSON object is expected here."),
    "not_a_number": Said(
        "NaN og Infinity er ikke tal i JSON. Skriv et tal, eller lad feltet ude.",
        "NaN and Infinity are not numbers in JSON. Write a number or leave the field out.",
    ),
    "bad_text": Said(
        "Teksten har tegn, der ikke kan gemmes (NUL eller halve Unicode-par). Fjern dem.",
        "The text holds characters that cannot be stored (NUL or half a Unicode pair). "
        "Remove them.",
    ),
    "missing": Said("Feltet »{name}« mangler.", "The field “{name}” is missing."),
    "unknown_field": Said(
        "Feltet »{name}« kendes ikke her. Ret navnet eller fjern feltet.",
        "The field “{name}” is not known here. Correct the name or remove it.",
    ),
    "wrong_type": Said(
        "Værdien har forkert type; ventet: {expected}.",
        "The value is of the wrong type; expected: {expected}.",
    ),
    "not_one_of": Said(
        "Værdien kendes ikke. Brug en af: {expected}.",
        "The value is not known. Use one of: {expected}.",
    ),
    "out_of_range": Said(
        "Værdien er uden for det tilladte: {expected}.",
        "The value is outside what is allowed: {expected}.",
    ),
    "bad_length": Said(
        "Længden er uden for det tilladte: {expected}.",
        "The length is outside what is allowed: {expected}.",
    ),
    "invalid_value": Said("Værdien er ugyldig ({reason}).", "The value is invalid ({reason})."),
    "unknown_parameter": Said(
        "Parameteren »{name}« kendes ikke her. Kendte: {expected}.",
        "The parameter “{name}” is not known here. Known: {expected}.",
    ),
    "bad_bbox": Said(
        "bbox skal være vest,syd,øst,nord i grader, for eksempel 12.30,55.64,12.33,55.66.",
        "bbox must be west,south,east,north in degrees, for example 12.30,55.64,12.33,55.66.",
    ),
    "unknown_area": Said(
        "Området »{value}« kendes ikke. Kendte områder: {expected}.",
        "The area “{value}” is not known. Known areas: {expected}.",
    ),
    "not_a_collection": Said(
        "Her skal stå en GeoJSON FeatureCollection med en liste »features«.",
        "A GeoJSON FeatureCollection with a list “features” is expected here.",
    ),
    "not_a_feature": Said(
        "Hvert element skal være en GeoJSON Feature med geometry og properties.",
        "Every element must be a GeoJSON Feature with geometry and properties.",
    ),
    "bad_feature_id": Said(
        "Et id skal være en tekst på højst 120 tegn eller et helt tal.",
        "An id must be a text of at most 120 characters or a whole number.",
    ),
    "duplicate_id": Said(
        "Id'et »{value}« bruges af flere elementer. Giv hvert sit eget.",
        "The id “{value}” is used by several features. Give each its own.",
    ),
    "missing_kind": Said(
        "properties.kind mangler. Den siger, hvad der er tegnet, for eksempel »connection«.",
        "properties.kind is missing. It says what was drawn, for example “connection”.",
    ),
    "unknown_kind": Said(
        "Slagsen »{value}« kendes ikke. Brug en af: {expected}.",
        "The kind “{value}” is not known. Use one of: {expected}.",
    ),
    "wrong_geometry": Said(
        "»{kind}« kan ikke tegnes som {value}. Brug {expected}.",
        "“{kind}” cannot be drawn as {value}. Use {expected}.",
    ),
    "missing_geometry": Said(
        "Elementet har ingen geometri. Tegn det, eller fjern det.",
        "The feature has no geometry. Draw it or remove it.",
    ),
    "unknown_geometry": Said(
        "Geometritypen kendes ikke. Brug Point, LineString eller Polygon.",
        "The geometry type is not known. Use Point, LineString or Polygon.",
    ),
    "bad_coordinates": Said(
        "Koordinaterne er ikke formet som GeoJSON kræver for {kind} ({reason}).",
        "The coordinates are not shaped as GeoJSON asks for {kind} ({reason}).",
    ),
    "open_ring": Said(
        "Fladens ring er ikke lukket. Slut med det punkt, den begynder med.",
        "The ring of the polygon is not closed. End with the position it begins with.",
    ),
    "swapped_coordinates": Said(
        "Punktet ligger ved {value}, langt fra Danmark; med bredde og længde byttet om ligger det "
        "i Danmark. GeoJSON skriver længde først: [{meant}].",
        "The point lies at {value}, far from Denmark; with longitude and latitude swapped it lies "
        "in Denmark. GeoJSON puts longitude first: [{meant}].",
    ),
    "metres_as_degrees": Said(
        "Tallene er meter i EPSG:25832, ikke grader. Send dem som længde og bredde (EPSG:4326), "
        'eller skriv i samlingen "crs": {{"type": "name", "properties": {{"name": '
        '"urn:ogc:def:crs:EPSG::25832"}}}}.',
        "The numbers are metres in EPSG:25832, not degrees. Send longitude and latitude "
        '(EPSG:4326), or write in the collection "crs": {{"type": "name", "properties": {{"name": '
        '"urn:ogc:def:crs:EPSG::25832"}}}}.',
    ),
    "degrees_as_metres": Said(
        "Samlingen siger EPSG:25832, men tallene er grader. Fjern »crs«, eller send meter.",
        "The collection says EPSG:25832, but the numbers are degrees. Remove “crs” or send metres.",
    ),
    "outside_denmark": Said(
        "Punktet ligger ved {value}, uden for Danmark. Ret koordinaterne.",
        "The point lies at {value}, outside Denmark. Correct the coordinates.",
    ),
    "position_in_metres": Said(
        "{value} er meter, ikke grader. Send længde og bredde i grader (EPSG:4326), for eksempel "
        "12.31,55.65.",
        "{value} is metres, not degrees. Send longitude and latitude in degrees (EPSG:4326), for "
        "example 12.31,55.65.",
    ),
    "outside_place": Said(
        "Punktet ligger ved {value}, hvor der ingen data er. Vælg et punkt i {expected}.",
        "The point lies at {value}, where there is no data. Choose a point in {expected}.",
    ),
    "same_position": Said(
        "Start og mål er samme punkt. Flyt det ene.",
        "Start and end are the same point. Move one of them.",
    ),
    "far_from_street": Said(
        "Punktet ligger over 500 m fra nærmeste vej eller sti på samme side af motorvej, jernbane "
        "og vand. Vælg et punkt tættere på.",
        "The point lies more than 500 m from any street on its side of motorway, railway and "
        "water. Choose one that is nearer.",
    ),
    "too_many_to_share": Said(
        "Der er {value} elementer; bidraget kan regnes for højst {limit} ad gangen. Del forslaget.",
        "There are {value} features; contributions can be computed for {limit} at most. Split the "
        "proposal.",
    ),
    "too_many_cells": Said(
        "Der er {value} celler; højst {limit} kan sendes på én gang. Vælg en større »cell_m« eller "
        "færre minutter.",
        "There are {value} cells; at most {limit} can be sent at once. Choose a larger “cell_m” or "
        "fewer minutes.",
    ),
    "no_network_by_transit": Said(
        "Med bus og tog gives svaret som flader (»polygon«) eller celler (»grid«), ikke som veje.",
        "By bus and train the answer is surfaces (“polygon”) or cells (“grid”), not streets.",
    ),
    "no_timetable": Said(
        "Der er ingen køreplan for området »{value}«. Indlæs en først (docs/data.md).",
        "There is no timetable of the area “{value}”. Load one first (docs/data.md).",
    ),
    "unknown_home": Said(
        "Boligen »{value}« kendes ikke. Kendte boliger står i /api/homes, tegnede i forslaget.",
        "The home “{value}” is not known. Known homes are in /api/homes, drawn ones in the "
        "proposal.",
    ),
    "unknown_facility": Said(
        "Funktionen »{value}« kendes ikke. Kendte står i /api/facilities, tegnede i forslaget.",
        "The facility “{value}” is not known. Known ones are in /api/facilities, drawn ones in the "
        "proposal.",
    ),
    "unknown_street": Said(
        "Vejen »{value}« kendes ikke. Kendte veje står i /api/streets; tegnede linjer hedder som "
        "i forslaget, deres stykker som i svaret på /api/assess (x0, x1 …).",
        "The street “{value}” is not known. Known streets are in /api/streets; drawn lines are "
        "named as in the proposal, their stretches as in the answer of /api/assess (x0, x1 …).",
    ),
    "other_area": Said(
        "Forslaget er tegnet for »{expected}«, ikke for »{value}«. Lad feltet ude.",
        "The proposal was drawn for “{expected}”, not for “{value}”. Leave the field out.",
    ),
    "unknown_crs": Said(
        "Koordinatsystemet kendes ikke her. Brug EPSG:4326 eller EPSG:25832.",
        "The coordinate system is not known here. Use EPSG:4326 or EPSG:25832.",
    ),
    "invalid_geometry": Said(
        "Geometrien er ikke gyldig: {reason}. Tegn den igen uden at krydse eller gentage sig selv.",
        "The geometry is not valid: {reason}. Draw it again without crossing or repeating itself.",
    ),
    "self_crossing": Said(
        "Omridset krydser sig selv. Flyt et hjørne, eller del fladen i flere.",
        "The outline crosses itself. Move a corner, or split the polygon.",
    ),
    "bad_properties": Said(
        "properties skal være et JSON-objekt på højst {limit} tegn.",
        "properties must be a JSON object of at most {limit} characters.",
    ),
    "too_many_values": Said(
        "Svaret ville have {value} tal; højst {limit} kan sendes på én gang. Nævn færre "
        "»categories« eller færre »cutoffs_min«.",
        "The answer would hold {value} numbers; at most {limit} can be sent at once. Name fewer "
        "“categories” or fewer “cutoffs_min”.",
    ),
    "too_many_features": Said(
        "Der er {value} elementer; højst {limit} kan regnes på én gang. Del forslaget.",
        "There are {value} features; at most {limit} can be computed at once. Split the proposal.",
    ),
    "too_many_vertices": Said(
        "Der er {value} knækpunkter; højst {limit} kan regnes på én gang. Forenkl linjerne.",
        "There are {value} vertices; at most {limit} can be computed at once. Simplify the lines.",
    ),
    "bad_if_match": Said(
        'If-Match skal være versionen i anførselstegn, for eksempel "3".',
        'If-Match must be the version in quotation marks, for example "3".',
    ),
    "bad_proposal_id": Said("Id'et er ikke et UUID.", "The id is not a UUID."),
    **COMMENT_FAULTS,
    **AREA_FAULTS,
    **LOAD_FAULTS,
}

TITLES: dict[str, tuple[int, Said]] = {
    "invalid-json": (400, Said("Indholdet kan ikke læses", "The content cannot be read")),
    "cross-origin": (
        403,
        Said("Ændringer fra andre websteder afvises", "Changes from other sites are refused"),
    ),
    "example-read-only": (
        403,
        Said("Eksempler kan ikke ændres", "Examples cannot be changed"),
    ),
    "not-found": (404, Said("Findes ikke", "Not found")),
    "frontend-missing": (404, Said("Kortet er ikke bygget", "The map is not built")),
    "unknown-area": (404, Said("Området kendes ikke", "The area is not known")),
    "unknown-revision": (404, Said("Versionen kendes ikke", "The version is not known")),
    "unknown-proposal": (404, Said("Forslaget kendes ikke", "The proposal is not known")),
    "method-not-allowed": (405, Said("Metoden bruges ikke her", "The method is not used here")),
    "body-too-slow": (408, Said("Indholdet kom ikke frem", "The content did not arrive")),
    "id-taken": (
        409,
        Said("Id'et bruges af et andet forslag", "The id belongs to another proposal"),
    ),
    "proposal-deleted": (404, Said("Forslaget er slettet", "The proposal was deleted")),
    "stale-write": (
        412,
        Said("En anden har ændret forslaget", "Somebody else has changed the proposal"),
    ),
    "body-too-large": (413, Said("Indholdet er for stort", "The content is too large")),
    "unsupported-media-type": (
        415,
        Said(
            "Den slags indhold tages ikke imod her",
            "This kind of content is not taken in here",
        ),
    ),
    "misdirected-host": (421, Said("Ukendt værtsnavn", "Unknown host name")),
    "invalid-request": (
        422,
        Said("Noget i forespørgslen skal rettes", "Something in the request must be corrected"),
    ),
    "unreadable-file": (422, Said("Filen kan ikke læses", "The file cannot be read")),
    "invalid-interventions": (
        422,
        Said("Noget i tegningen skal rettes", "Something in the drawing must be corrected"),
    ),
    "version-missing": (
        428,
        Said("Skriv hvilken version du ændrer", "Say which version you are changing"),
    ),
    "internal-error": (500, Said("Der skete en fejl hos os", "Something failed on our side")),
    "store-unavailable": (
        503,
        Said("Databasen svarer ikke", "The database does not answer"),
    ),
    "busy": (503, Said("Der læses andre filer", "Other files are being read")),
    "no-data": (503, Said("Der er ingen data endnu", "There is no data yet")),
    **COMMENT_TITLES,
    **AREA_TITLES,
    **LOAD_TITLES,
}

DETAILS: dict[str, Said] = {
    "invalid-json": Said(
        "Ret indholdet og send det igen.", "Correct the content and send it again."
    ),
    "cross-origin": Said(
        "Siden {value} må ikke ændre forslag her. Åbn Forbind på {expected}.",
        "The page {value} may not change proposals here. Open Forbind at {expected}.",
    ),
    "example-read-only": Said(
        "Lav en kopi med POST {path}/copy og arbejd videre i den.",
        "Make a copy with POST {path}/copy and go on in that.",
    ),
    "not-found": Said("Der er intet på {path}.", "There is nothing at {path}."),
    "frontend-missing": Said(
        "Kør bin/up, som bygger det. Tjenesten selv svarer under /api og /docs.",
        "Run bin/up, which builds it. The service itself answers under /api and /docs.",
    ),
    "unknown-area": Said(
        "»{value}« er ikke et af områderne: {expected}.",
        "“{value}” is not one of the areas: {expected}.",
    ),
    "unknown-revision": Said(
        "Forslaget har ingen version {value}.", "The proposal has no version {value}."
    ),
    "unknown-proposal": Said(
        "Der er intet forslag med id {value}.", "There is no proposal with the id {value}."
    ),
    "method-not-allowed": Said(
        "{value} kan ikke bruges på {path}.", "{value} cannot be used on {path}."
    ),
    "id-taken": Said(
        "Der er allerede et andet forslag med id {value}. Vælg et nyt id.",
        "There already is another proposal with the id {value}. Choose a new id.",
    ),
    "proposal-deleted": Said(
        "Forslaget {value} er slettet. Dets historie findes under /revisions.",
        "The proposal {value} was deleted. Its history is under /revisions.",
    ),
    "stale-write": Said(
        "Du ændrede version {value}, men forslaget er nu {expected}. Hent den nye (den er i "
        "»current«), og læg din ændring oven på.",
        "You changed version {value}, but the proposal is now {expected}. Take the new one (it is "
        "in “current”) and put your change on top.",
    ),
    "body-too-large": Said(
        "Der kan højst sendes {limit} byte ad gangen. Forenkl eller del tegningen.",
        "At most {limit} bytes can be sent at once. Simplify or split the drawing.",
    ),
    "body-too-slow": Said(
        "Det meldte indhold var ikke kommet efter {limit} sekunder. Se til forbindelsen, og send "
        "det igen. En længere frist sættes med FORBIND_MAX_BODY_SECONDS.",
        "What was announced had not come after {limit} seconds. Look to the connection and send "
        "it again. More time is allowed with FORBIND_MAX_BODY_SECONDS.",
    ),
    "unsupported-media-type": Said(
        "{count} fejl; hver af dem står i »errors«.", "{count} faults; each is in “errors”."
    ),
    "misdirected-host": Said(
        "Denne tjeneste svarer kun på localhost og 127.0.0.1, ikke på »{value}«. Andre navne "
        "skrives i FORBIND_ALLOWED_HOSTS.",
        "This service answers to localhost and 127.0.0.1 only, not to “{value}”. Other names are "
        "listed in FORBIND_ALLOWED_HOSTS.",
    ),
    "invalid-request": Said(
        "{count} fejl; hver af dem står i »errors«.", "{count} faults; each is in “errors”."
    ),
    "unreadable-file": Said(
        "{count} fejl; hver af dem står i »errors«.", "{count} faults; each is in “errors”."
    ),
    "busy": Said("Prøv igen om lidt.", "Try again shortly."),
    "invalid-interventions": Said(
        "{count} fejl; hver af dem står i »errors« med sit sted.",
        "{count} faults; each is in “errors” with its place.",
    ),
    "version-missing": Said(
        'Send If-Match med den ETag, du hentede forslaget med, for eksempel If-Match: "3".',
        'Send If-Match with the ETag the proposal came with, for example If-Match: "3".',
    ),
    "internal-error": Said(
        "Fejlen er skrevet i tjenestens log. Prøv igen, og meld den, hvis den bliver ved.",
        "The fault is in the service's log. Try again, and report it if it stays.",
    ),
    "store-unavailable": Said(
        "Prøv igen om lidt. Var du ved at gemme, så se først efter, om det nåede med. "
        "Svarer databasen stadig ikke, så start tjenesten igen.",
        "Try again shortly. If you were saving, look first whether it got through. If the "
        "database stays away, start the service again.",
    ),
    "no-data": Said(
        "Databasen er tom. Kør »forbind migrate« og »forbind load-bundled«.",
        "The database is empty. Run “forbind migrate” and “forbind load-bundled”.",
    ),
    **COMMENT_DETAILS,
    **AREA_DETAILS,
    **LOAD_DETAILS,
}
