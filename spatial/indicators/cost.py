"""What the drawing would cost, and who pays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from spatial.cost_estimate import Cofinancing, Estimate, cofinancing, estimate
from spatial.cost_items import PATH_WIDTH_M, PAYERS, Drawn, drawn_items
from spatial.indicators.base import Indicator, Parameter, Settled, beside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.comparison import Comparison
    from spatial.indicators.base import IndicatorValue

GRANTS_MIO_KR: Final = 75.0
LOCAL_MIO_KR: Final = 68.0
"""The programme's grants, and what must be found locally beside them (Realdania 2016)."""


def compute(comparison: Comparison) -> Iterator[IndicatorValue]:
    """Give the whole bill, each payer's part, and what must be found locally beside a grant."""
    found = estimated(comparison)
    for variant, kr in _parts(found, comparison):
        yield beside(INDICATOR, 0.0, kr, variant=variant, known_share=found.known_share)


def _parts(found: Estimate, comparison: Comparison) -> Iterator[tuple[str | None, float | None]]:
    whole = found.total_kr
    yield None, whole
    for payer in PAYERS:
        yield payer, None if whole is None else found.by_payer_kr[payer]
    yield "foundation", None if whole is None else found.foundation_kr
    local = cofinanced(found, comparison).required_kr
    yield "local_cofinancing", None if whole is None else local


class Priced(Drawn, Settled, Protocol):
    """A drawing, and the prices a request set."""


def estimated(priced: Priced) -> Estimate:
    """Price everything that is drawn at the unit prices of the request."""
    return estimate(
        drawn_items(priced),
        lambda name: INDICATOR.setting(priced, name),
        INDICATOR.setting(priced, "foundation_share"),
    )


def cofinanced(found: Estimate, settled: Settled) -> Cofinancing:
    """Hold the local money beside what the programme asks for."""
    return cofinancing(found, INDICATOR.setting(settled, "local_kr_per_grant_kr"))


def _price(kr: float, unit: str, name_da: str, name_en: str) -> Parameter:
    return Parameter(kr, unit, low=0.0, high=max(20.0 * kr, 1e6), name_da=name_da, name_en=name_en)


def _share(share: float, high: float, name_da: str, name_en: str) -> Parameter:
    return Parameter(share, "", low=0.0, high=high, name_da=name_da, name_en=name_en)


PRICES: Final = {
    "path_kr_per_m2": _price(1_200.0, "kr_per_m2", "Sti eller vej i niveau", "Path at grade"),
    "bridge_kr_per_m2": _price(35_000.0, "kr_per_m2", "Stibro", "Foot and cycle bridge"),
    "tunnel_kr_per_m2": _price(45_000.0, "kr_per_m2", "Stitunnel", "Foot and cycle tunnel"),
    "light_kr_per_m": _price(700.0, "kr_per_m", "Belysning", "Lighting"),
    "surface_kr_per_m2": _price(450.0, "kr_per_m2", "Ny belægning", "New surface"),
    "crossing_signal_kr": _price(1_200_000.0, "kr", "Krydsning med lys", "Signal crossing"),
    "crossing_zebra_kr": _price(150_000.0, "kr", "Fodgængerfelt", "Zebra crossing"),
    "crossing_refuge_kr": _price(250_000.0, "kr", "Krydsning med helle", "Refuge crossing"),
    "crossing_none_kr": _price(30_000.0, "kr", "Krydsning uden regulering", "Plain crossing"),
    "closure_kr": _price(30_000.0, "kr", "Lukning", "Closure"),
    "facility_kr_per_m2": _price(25_000.0, "kr_per_m2", "Bygning", "Building"),
    "demolition_kr_per_home": _price(250_000.0, "kr", "Nedrivning af en bolig", "Demolished home"),
    "housing_kr_per_home": _price(2_200_000.0, "kr", "Ny bolig", "New home"),
}

INDICATOR = Indicator(
    id="cost",
    group=5,
    name_da="Anslået pris",
    name_en="Estimated cost",
    sentence_da="Så meget ville det tegnede koste at bygge efter enhedspriser, i alt og for hver af"
    " dem, der betaler; et overslag at sammenligne med, ikke et budget.",
    sentence_en="This is what the drawing would cost to build by unit prices, in all and for each"
    " of those who pay; an estimate to compare by, not a budget.",
    formula="Σ_k mængde_k · enhedspris_k; støtte = s · Σ_k støttet; lokal medfinansiering = m ·"
    " støtte; resten betaler grundens ejer",
    unit="kr",
    better="lower",
    guarantee="none",
    guarantee_reason_da="Alt, der tegnes, koster noget.",
    guarantee_reason_en="Everything that is drawn costs something.",
    parameters={
        **PRICES,
        "foundation_share": _share(
            round(GRANTS_MIO_KR / (GRANTS_MIO_KR + LOCAL_MIO_KR), 3),
            1.0,
            "Fondens andel af veje, krydsninger og mødesteder",
            "Foundation's share of ways, crossings and meeting places",
        ),
        "local_kr_per_grant_kr": _share(
            round(LOCAL_MIO_KR / GRANTS_MIO_KR, 3),
            10.0,
            "Lokal medfinansiering pr. støttekrone",
            "Local co-financing per krone granted",
        ),
        "path_width_m": Parameter(PATH_WIDTH_M, "m"),
    },
    source="Paths: 2.8 to 6 mio. kr. per km (Fyens Stiftstidende 2019); grants 75 and local"
    " co-financing 68 mio. kr. (Realdania 2016); all other prices and who pays are assumptions,"
    " 2024 level, without land and VAT",
    compute=compute,
    live=False,
)
