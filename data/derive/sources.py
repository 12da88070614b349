"""Where the facts come from and what must be said when they are shown."""

from __future__ import annotations

from typing import NamedTuple


class Source(NamedTuple):
    """A source of facts."""

    id: str
    title: str
    publisher: str
    date: str
    licence: str
    attribution: str
    url: str | None
    modelled: bool
    note: str


_GEODATA = "Indeholder data fra GeoDanmark, GeoFA, Institutionsregisteret og Rejseplanen"
_FREE = "Fri anvendelse med kildeangivelse"

SOURCES = (
    Source(
        "area-estimates",
        "Tåstrupgård and Charlottekvarteret: homes and residents",
        "Forbind",
        "2026-11",
        "CC0-1.0",
        "",
        None,
        True,
        "Our estimate of the size of the estates before the plans; replace with counts.",
    ),
    Source(
        "area-facts",
        "Homes in Værebro Park, Gadehavegård and Stengårdsvej; boundaries",
        "Realdania, municipalities and housing organisations; GeoDanmark",
        "2016/2024",
        _FREE,
        _GEODATA,
        None,
        False,
        "Homes from the published plans. Boundaries from GeoDanmark's high-building polygons. "
        "Residents are homes times the household size stated in SOURCES.md.",
    ),
    Source(
        "forbind-drawn",
        "Footpaths, ways in, stations' access, railways: drawn by hand",
        "Forbind",
        "2026-11",
        "CC0-1.0",
        "",
        None,
        True,
        "Plausible, not surveyed. See data/derive/drawn.",
    ),
    Source(
        "forbind-homes",
        "Residents as points",
        "Forbind, from municipal totals by Danmarks Statistik (rounded)",
        "2024",
        "CC0-1.0",
        "Kilde: Danmarks Statistik, egen fordeling",
        "https://www.statistikbanken.dk/FOLK1A",
        True,
        "Dasymetric: totals spread over residential land use. Not addresses, not people.",
    ),
    Source(
        "forbind-timetable",
        "Timetable of the lines that serve the areas",
        "Forbind, from the register's departures and known running times",
        "2026-11",
        "CC0-1.0",
        _GEODATA,
        None,
        True,
        "Real stops, modelled lines: see data/derive/timetable. A real feed takes its place.",
    ),
    Source(
        "geodanmark-land",
        "Land use and lakes",
        "GeoDanmark, as gathered for the cycle-node planning of 2024",
        "2024",
        _FREE,
        _GEODATA,
        "https://www.geodanmark.dk",
        False,
        "Generalised to a few kinds and few vertices.",
    ),
    Source(
        "geodanmark-roads",
        "Road centrelines by authority, and speed limits",
        "GeoFA and GeoDanmark, as gathered for the cycle-node planning of 2024",
        "2024",
        _FREE,
        _GEODATA,
        "https://www.geodanmark.dk",
        False,
        "Noded, generalised and classed by us; bridges are where a street crosses a barrier.",
    ),
    Source(
        "geofa-facilities",
        "Shops and services",
        "GeoFA, as gathered for the cycle-node planning of 2024",
        "2024",
        _FREE,
        _GEODATA,
        "https://www.geodanmark.dk",
        False,
        "The register holds kinds, not names: a shop is called by its kind.",
    ),
    Source(
        "geofa-routes",
        "Signed cycle and hiking routes",
        "GeoFA, as gathered for the cycle-node planning of 2024",
        "2024",
        _FREE,
        _GEODATA,
        "https://www.geodanmark.dk",
        False,
        "Only where no road lies already.",
    ),
    Source(
        "institution-register",
        "Primary schools",
        "Institutionsregisteret, Styrelsen for It og Læring",
        "2025-10-27",
        _FREE,
        _GEODATA,
        "https://data.stil.dk",
        False,
        "Sites of one school on one spot are one.",
    ),
    Source(
        "rejseplanen-stops",
        "Stops with departures on a weekday",
        "Rejseplanen, timetable of spring 2022",
        "2022",
        _FREE,
        _GEODATA,
        "https://www.rejseplanen.dk",
        False,
        "Departures are counted per H3 cell: stops that share a cell each carry its total.",
    ),
    Source(
        "upper-secondary",
        "Upper-secondary schools",
        "Open list of upper-secondary schools",
        "2024",
        _FREE,
        "",
        None,
        False,
        "Doubled entries and entries that are no schools are left out.",
    ),
)
