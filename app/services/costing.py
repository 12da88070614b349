"""Ask the engine what a drawing would cost, and write its answer as JSON."""

from collections.abc import Mapping
from time import perf_counter

from app.cost_texts import NO_PRICE, STATED, cofinancing_sentence
from app.db.queries.places import engine_area
from app.json_values import json_value
from app.language import Language
from app.services.assessing import Subject, issue_json, join_json, refusal
from app.version import VERSION
from spatial.billing import bill
from spatial.cost_estimate import Bill, Cofinancing, Estimate, Line
from spatial.cost_items import PAYERS, Payer
from spatial.indicators.cost import INDICATOR

Settings = Mapping[str, Mapping[str, float]]


def price(subject: Subject, settings: Settings, language: Language) -> dict[str, object]:
    """Price a drawing, feature by feature.

    Raises
    ------
    Problem
        ``invalid-interventions``, where the engine finds an error in the drawing.
    """
    began = perf_counter()
    area = engine_area(subject.area)
    found = bill(subject.city, area, subject.interventions, settings)
    if found.estimate is None or found.cofinancing is None:
        raise refusal(subject, found.issues, found.joins, language)
    kinds = {feature.id: feature.kind for feature in subject.features}
    return {
        "dataset": subject.dataset,
        "version": VERSION,
        "area": subject.area.id,
        "parameters": _parameters(settings),
        "issues": [issue_json(issue, language) for issue in found.issues],
        "joins": [join_json(join) for join in found.joins],
        "features": [
            {"kind": kinds[row.feature], **_feature(row, language)} for row in found.estimate.bills
        ],
        "totals": _totals(found.estimate),
        "cofinancing": _cofinancing(found.estimate, found.cofinancing, language),
        "elapsed_ms": round((perf_counter() - began) * 1000, 1),
    }


def _parameters(settings: Settings) -> dict[str, object]:
    asked = settings.get(INDICATOR.id, {})
    return {
        name: json_value(asked.get(name, parameter.default))
        for name, parameter in INDICATOR.parameters.items()
    }


def _feature(row: Bill, language: Language) -> dict[str, object]:
    state = "known" if row.known else "unknown" if row.total_kr is None else "partly"
    return {
        "feature": row.feature,
        "state": state,
        "stated": any(line.item.stated_kr is not None for line in row.lines),
        "kr": row.total_kr,
        "payers": None if row.total_kr is None else _payers(row.by_payer_kr, row.foundation_kr),
        "lines": [_line(line, language) for line in row.lines],
    }


def _line(line: Line, language: Language) -> dict[str, object]:
    item = line.item
    return {
        "price": item.price or None,
        "name": _name(line, language),
        "quantity": item.quantity,
        "unit": item.unit,
        "unit_price_kr": line.unit_price_kr,
        "kr": line.kr,
    }


def _name(line: Line, language: Language) -> str:
    if line.item.price:
        parameter = INDICATOR.parameters[line.item.price]
        return parameter.name_en if language == "en" else parameter.name_da
    return (NO_PRICE if line.item.stated_kr is None else STATED).within(language)


def _payers(by_payer_kr: Mapping[Payer, float], foundation_kr: float) -> dict[str, float]:
    return {**{payer: by_payer_kr[payer] for payer in PAYERS}, "foundation": foundation_kr}


def _totals(found: Estimate) -> dict[str, object]:
    whole = found.total_kr
    return {
        "kr": whole,
        "payers": None if whole is None else _payers(found.by_payer_kr, found.foundation_kr),
        "features": len(found.bills),
        "known": sum(row.known for row in found.bills),
        "known_share": found.known_share,
    }


def _cofinancing(found: Estimate, rule: Cofinancing, language: Language) -> dict[str, object]:
    told = None if found.total_kr is None else rule
    known = sum(row.known for row in found.bills)
    return {
        "grant_kr": None if told is None else told.grant_kr,
        "required_kr": None if told is None else told.required_kr,
        "found_kr": None if told is None else told.found_kr,
        "difference_kr": None if told is None else told.found_kr - told.required_kr,
        "kept": None if told is None else told.kept,
        "message": cofinancing_sentence(told, known, len(found.bills), language),
    }
