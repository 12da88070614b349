"""The three places: their areas, municipalities and what is known of them."""

from __future__ import annotations

from dataclasses import dataclass

WINDOW_M = 3000.0  # how far around each area the layers reach


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality that lies partly in a window.

    `residents` is the whole municipality's, rounded; `share` is the part of them taken to live
    inside the window, an estimate from how much of its residential land lies there.
    """

    code: str
    name: str
    residents: int
    share: float


@dataclass(frozen=True, slots=True)
class HousingArea:
    """One of the five areas, with its facts.

    `residents` is homes times 2.1, the household size that new housing is given too; `modelled`
    is therefore true for every area, also where the homes are counted.
    """

    id: str
    name: str
    case_project: str
    municipality: str
    municipality_code: str
    housing_organisations: tuple[str, ...]
    homes: int
    residents: int
    source: str
    modelled: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A window that is derived and routed as one."""

    id: str
    name: str
    first_id: int
    areas: tuple[HousingArea, ...]
    municipalities: tuple[Municipality, ...]
    coastal: bool = False  # land outside every municipality is sea


GLADSAXE = Place(
    id="gladsaxe",
    name="Gladsaxe",
    first_id=2_000_000,
    areas=(
        HousingArea(
            id="vaerebro-park",
            name="Værebro Park",
            case_project="Værebro Park, Gladsaxe",
            municipality="Gladsaxe",
            municipality_code="0159",
            housing_organisations=("DAB", "GAB"),
            homes=1345,
            residents=2825,
            source="area-facts",
            modelled=True,
        ),
    ),
    municipalities=(
        Municipality("0159", "Gladsaxe", 69_500, 0.49),
        Municipality("0163", "Herlev", 29_500, 0.55),
        Municipality("0190", "Furesø", 42_000, 0.12),
        Municipality("0173", "Lyngby-Taarbæk", 58_500, 0.05),
        Municipality("0151", "Ballerup", 51_500, 0.04),
    ),
)
TAASTRUP = Place(
    id="taastrup",
    name="Taastrup og Hedehusene",
    first_id=1_000_000,
    areas=(
        HousingArea(
            id="taastrupgaard",
            name="Tåstrupgård",
            case_project="Tåstrupgård, Høje-Taastrup",
            municipality="Høje-Taastrup",
            municipality_code="0169",
            housing_organisations=("AKB Taastrup", "KAB"),
            homes=928,
            residents=1949,
            source="area-estimates",
            modelled=True,
        ),
        HousingArea(
            id="gadehavegaard",
            name="Gadehavegård",
            case_project="Gadehavegård, Høje-Taastrup",
            municipality="Høje-Taastrup",
            municipality_code="0169",
            housing_organisations=("DOMEA", "VIBO"),
            homes=986,
            residents=2071,
            source="area-facts",
            modelled=True,
        ),
        HousingArea(
            id="charlottekvarteret",
            name="Charlottekvarteret",
            case_project="Charlottekvarteret, Hedehusene",
            municipality="Høje-Taastrup",
            municipality_code="0169",
            housing_organisations=("DFB",),
            homes=760,
            residents=1596,
            source="area-estimates",
            modelled=True,
        ),
    ),
    municipalities=(
        Municipality("0169", "Høje-Taastrup", 56_500, 0.90),
        Municipality("0165", "Albertslund", 27_500, 0.20),
        Municipality("0183", "Ishøj", 24_000, 0.07),
    ),
)
ESBJERG = Place(
    id="esbjerg",
    name="Esbjerg",
    first_id=3_000_000,
    areas=(
        HousingArea(
            id="stengaardsvej",
            name="Stengårdsvej",
            case_project="Stengårdsvej, Esbjerg",
            municipality="Esbjerg",
            municipality_code="0561",
            housing_organisations=("Ungdomsbo",),
            homes=785,
            residents=1649,
            source="area-facts",
            modelled=True,
        ),
    ),
    municipalities=(Municipality("0561", "Esbjerg", 116_000, 0.36),),
    coastal=True,
)

PLACES = (TAASTRUP, GLADSAXE, ESBJERG)
