import re
from string import Formatter

import pytest

from app.fault_texts import DETAILS, FAULTS, TITLES
from app.language import Said, preferred

TEXTS = {
    **FAULTS,
    **{f"detail {code}": said for code, said in DETAILS.items()},
    **{f"title {code}": said for code, (_, said) in TITLES.items()},
}


@pytest.mark.parametrize(
    ("header", "language"),
    [
        (None, "da"),
        ("", "da"),
        ("*", "da"),
        ("de,fr", "da"),
        ("en", "en"),
        ("en-GB,en;q=0.9", "en"),
        ("da,en", "da"),
        ("da;q=0.5,en", "en"),
        ("en;q=0.5,da-DK;q=0.8", "da"),
        ("en;q=x", "da"),
        ("en;q=0", "da"),
    ],
)
def test_the_reader_is_understood(header: str | None, language: str) -> None:
    assert preferred(header) == language


@pytest.mark.parametrize("code", TEXTS)
def test_both_languages_take_the_same_values(code: str) -> None:
    said: Said = TEXTS[code]
    names = [
        {field for _, field, _, _ in Formatter().parse(text) if field}
        for text in (said.da, said.en)
    ]
    assert names[0] == names[1]
    assert said.da != said.en
    assert not re.search(r"\s{2}", said.da + said.en)


def test_every_title_has_its_detail() -> None:
    assert TITLES.keys() == DETAILS.keys()
