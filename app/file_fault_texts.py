"""How faults and notes of files from elsewhere are said, in Danish and English.

``{where}`` names the layer and the feature, and is empty where the whole file is meant.
"""

from app.language import Said

FILE_FAULTS: dict[str, Said] = {
    "not_a_drawing_type": Said(
        "Indholdet kalder sig »{value}«. Send filen som den er, med en af: {expected}.",
        "The content calls itself “{value}”. Send the file as it is, with one of: {expected}.",
    ),
    "file_empty": Said(
        "Filen er tom. Vælg en anden, eller gem den igen.",
        "The file is empty. Choose another, or save it again.",
    ),
    "file_unknown": Said(
        "Filen er hverken GeoJSON, GeoPackage eller DXF. Gem den i et af de tre formater.",
        "The file is neither GeoJSON, GeoPackage nor DXF. Save it as one of the three.",
    ),
    "file_zipped": Said(
        "Filen er pakket. Pak den ud, og vælg den fil, der ligger i den.",
        "The file is packed. Unpack it and choose the file inside.",
    ),
    "file_pdf": Said(
        "En PDF kan ikke læses. Gem siden som billede (PNG eller JPEG), og læg det ind som plan.",
        "A PDF cannot be read. Save the page as an image (PNG or JPEG) and place that as a plan.",
    ),
    "file_dwg": Said(
        "En DWG kan ikke læses. Gem tegningen som DXF, og vælg den.",
        "A DWG cannot be read. Save the drawing as DXF and choose that.",
    ),
    "file_image": Said(
        "Et billede er ingen tegning. Læg det ind på kortet som plan; det sendes ikke hertil.",
        "An image is no drawing. Place it on the map as a plan; it is not sent here.",
    ),
    "file_shapefile": Said(
        "En shapefil er flere filer. Gem den som GeoPackage eller GeoJSON.",
        "A shapefile is several files. Save it as GeoPackage or GeoJSON.",
    ),
    "file_renamed": Said(
        "Filen ender på {ending}, men indholdet hører til {expected}. Giv den sit rigtige navn.",
        "The file ends in {ending}, but its content belongs in {expected}. Give it its right name.",
    ),
    "file_broken": Said(
        "Filen er i stykker og kan ikke læses ({reason}). Gem den igen fra det program, der "
        "lavede den.",
        "The file is broken and cannot be read ({reason}). Save it again from the program that "
        "made it.",
    ),
    "file_crashed": Said(
        "Filen kunne ikke læses; læsningen gik i stå. Gem den igen fra det program, der lavede "
        "den, eller som GeoJSON.",
        "The file could not be read; reading it came to a halt. Save it again from the program "
        "that made it, or as GeoJSON.",
    ),
    "file_too_slow": Said(
        "Det tog mere end {limit} sekunder at læse filen. Gem kun de lag, du skal bruge.",
        "Reading the file took more than {limit} seconds. Save only the layers you need.",
    ),
    "file_too_heavy": Said(
        "Filen fylder for meget i hukommelsen. Gem kun de lag, du skal bruge.",
        "The file takes too much memory. Save only the layers you need.",
    ),
    "file_without_features": Said(
        "Der er intet tegnet i filen. Vælg en, der har noget i sig.",
        "Nothing is drawn in the file. Choose one that has something in it.",
    ),
    "file_too_many_layers": Said(
        "Filen har {value} lag; højst {limit} kan læses. Gem kun dem, du skal bruge.",
        "The file has {value} layers; at most {limit} can be read. Save only those you need.",
    ),
    "file_too_many_features": Said(
        "{where}{value} ting; en fil må have højst {limit} i alt. Gem den uden dette lag.",
        "{where}{value} features; a file may have {limit} at most in all. Save it without this "
        "layer.",
    ),
    "file_too_many_vertices": Said(
        "{where}{value} knækpunkter; en fil må have højst {limit} i alt. Gem den uden dette lag, "
        "eller forenkl linjerne.",
        "{where}{value} vertices; a file may have {limit} at most in all. Save it without this "
        "layer, or simplify the lines.",
    ),
    "geopackage_not_one": Said(
        "Filen er en database, men ingen GeoPackage. Gem lagene som GeoPackage.",
        "The file is a database, but no GeoPackage. Save the layers as GeoPackage.",
    ),
    "geopackage_view": Said(
        "{where}Laget er en visning (view) og læses ikke. Gem det som tabel.",
        "{where}The layer is a view and is not read. Save it as a table.",
    ),
    "layer_crs_unknown": Said(
        "{where}Laget siger ikke, hvilket koordinatsystem det er i, og tallene ({value}) passer "
        "hverken med grader eller EPSG:25832. Gem det i EPSG:25832.",
        "{where}The layer does not say which coordinate system it is in, and its numbers "
        "({value}) fit neither degrees nor EPSG:25832. Save it in EPSG:25832.",
    ),
    "coordinate_not_a_number": Said(
        "{where}Et koordinat er ikke et tal. Ret eller slet det.",
        "{where}A coordinate is not a number. Correct or delete it.",
    ),
    "line_without_length": Said(
        "{where}Linjen har ingen længde. Slet den, eller tegn den igen.",
        "{where}The line has no length. Delete it or draw it again.",
    ),
    "shape_not_valid": Said(
        "{where}Omridset krydser eller gentager sig selv. Det vises, men kan ikke "
        "være en del af forslaget, før det er rettet.",
        "{where}The outline crosses or repeats itself. It is shown, but cannot be part "
        "of the proposal until it is mended.",
    ),
    "dxf_too_many_entities": Said(
        "Tegningen har over {limit} dele ({value}). Gem kun de lag, du skal bruge.",
        "The drawing has more than {limit} parts ({value}). Save only the layers you need.",
    ),
    "dxf_not_in_denmark": Said(
        "Tegningen ligger ved {value}, og det er intet sted i Danmark. Gem den i UTM 32 "
        "(EPSG:25832) med meter som enhed, eller læg den ind som billede med håndtag.",
        "The drawing lies at {value}, which is nowhere in Denmark. Save it in UTM 32 (EPSG:25832) "
        "with metres as its unit, or place it as an image with handles.",
    ),
    "dxf_dktm": Said(
        "Tegningen ligger ved {value}. Det ligner DKTM. Gem den i UTM 32 (EPSG:25832) med meter "
        "som enhed.",
        "The drawing lies at {value}. It looks like DKTM. Save it in UTM 32 (EPSG:25832) with "
        "metres as its unit.",
    ),
    "dxf_shape": Said(
        "{where}{what} har tal, der ikke giver en form ({reason}). Slet den, eller tegn den igen.",
        "{where}{what} has numbers that give no shape ({reason}). Delete it or draw it again.",
    ),
    "dxf_no_shape": Said(
        "{where}{what} har ingen udstrækning. Slet den, eller tegn den igen.",
        "{where}{what} has no extent. Delete it or draw it again.",
    ),
}

FILE_NOTES: dict[str, Said] = {
    "crs_recognised": Said(
        "Filen siger ikke, hvilket koordinatsystem den er i. Tallene passer med {crs}, så det "
        "regnes den for.",
        "The file does not say which coordinate system it is in. Its numbers fit {crs}, so it is "
        "taken to be that.",
    ),
    "dxf_assumed": Said(
        "En DXF siger sjældent, hvor den ligger. Tallene passer med {crs}, så det regnes den for.",
        "A DXF seldom says where it lies. Its numbers fit {crs}, so it is taken to be that.",
    ),
    "dxf_geodata": Said(
        "Tegningen siger selv, hvor den ligger ({crs}).",
        "The drawing itself says where it lies ({crs}).",
    ),
    "dxf_geodata_unknown": Said(
        "Tegningens egen placering (GEODATA) kunne ikke læses og er ikke brugt.",
        "The drawing's own position (GEODATA) could not be read and is not used.",
    ),
    "dxf_unit": Said("Tegningens enhed er {unit}.", "The drawing's unit is {unit}."),
    "dxf_mended": Said(
        "Tegningen havde {count} fejl i sig, som blev rettet, mens den blev læst. Se den efter.",
        "The drawing had {count} errors in it, which were mended while it was read. Look it over.",
    ),
    "dxf_left_out": Said(
        "{what} er ikke læst: tekst, mål og rumlige former tages ikke med.",
        "{what} not read: text, dimensions and solids are left out.",
    ),
    "dxf_blocks": Said(
        "{count} blokke er læst som punkter, hvor de er sat ind.",
        "{count} blocks are read as points where they are inserted.",
    ),
}


def file_place(layer: str | None, feature: str | None) -> Said:
    """Name the layer and the feature in front of a sentence."""
    if layer is None:
        return Said("", "")
    if feature is None:
        return Said(f"»{layer}«: ", f"“{layer}”: ")
    return Said(f"»{layer}«, nr. {feature}: ", f"“{layer}”, no. {feature}: ")
