"""The method page tells what the registry tells."""

from pathlib import Path

import pytest

from spatial.indicators import REGISTRY, Indicator

METHOD_PAGE = (Path(__file__).parent.parent / "docs" / "method.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("indicator", REGISTRY, ids=lambda indicator: indicator.id)
def test_each_indicator_is_described_as_registered(indicator: Indicator) -> None:
    for told in (
        f"`{indicator.id}`",
        indicator.name_en,
        indicator.name_da,
        indicator.sentence_en,
        indicator.sentence_da,
        indicator.formula,
        indicator.guarantee_reason_en,
        indicator.source,
        *(f"`{name}` = {value.default}" for name, value in indicator.parameters.items()),
    ):
        assert told in METHOD_PAGE


def test_no_indicator_is_described_that_is_not_registered() -> None:
    described = [
        line.rsplit("`", 2)[1] for line in METHOD_PAGE.splitlines() if line.startswith("#### ")
    ]
    assert described == [indicator.id for indicator in REGISTRY]
