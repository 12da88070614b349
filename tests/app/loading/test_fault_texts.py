"""Every sentence that a reader can say of a file has its Danish."""

import ast
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from pydantic import ValidationError

from app.importers.geo_rows import Row
from app.load_fault_texts import SAYINGS, fault_text, is_known
from app.services.loading.reading_files import ROW_TYPES
from tests.importers.gtfs.wrong import WRONG

APP = Path(__file__).resolve().parents[3] / "app"
READERS = (
    "importers/gtfs",
    "importers/tables",
    "importers/osm",
    "importers/registers",
    "services/loading",
)
# Of profiles that lie on the machine itself, which the page cannot name.
# Their parts are told below.
PUT_TOGETHER = {
    "the geometry must be xyz",
    "say which place: --place; xyz",
    "xyz; layers: xyz",
    "`xyz` should be xyz",
}
OF_THE_TERMINAL = ("not TOML", "there is no such profile", "a profile holds", "write FIELD")


def sentences() -> Iterator[tuple[str, str]]:
    """Find what is handed to a fault, or called ``message`` on its way there."""
    for folder in READERS:
        for path in sorted((APP / folder).glob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                for found in _said(node):
                    yield f"{path.name}:{node.lineno}", found  # type: ignore[attr-defined]


def _said(node: ast.AST) -> Iterator[str]:
    values: list[ast.expr] = []
    if isinstance(node, ast.Assign):
        names = [one.id for one in node.targets if isinstance(one, ast.Name)]
        values += [node.value] if names and names[0] in {"message", "BROKEN"} else []
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        at = {"DataFault": 4, "_refused": 1, "_fault": 1, "_failed": 0}.get(node.func.id)
        values += [] if at is None or len(node.args) <= at else [node.args[at]]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        at = {"add": 1, "tell": 0}.get(node.func.attr)
        values += [] if at is None or len(node.args) <= at else [node.args[at]]
    for value in values:
        text = _text(value)
        if text and not text.startswith(OF_THE_TERMINAL):
            yield text


def _text(value: ast.expr) -> str | None:
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return value.value
    if isinstance(value, ast.JoinedStr):
        parts = (part.value if isinstance(part, ast.Constant) else "xyz" for part in value.values)
        return "".join(str(part) for part in parts)
    return None


def test_every_sentence_of_a_reader_has_its_danish() -> None:
    found = list(sentences())
    assert len(found) > 40
    unknown = [(where, text) for where, text in found if not is_known(text)]
    assert {text for _, text in unknown} == PUT_TOGETHER


@pytest.mark.parametrize(
    ("english", "danish"),
    [
        ("name the layer; layers: a, b", "nævn laget; lag: a, b"),
        (
            "say which place: --place; one of esbjerg, taastrup",
            "sig hvilket sted; et af esbjerg, taastrup",
        ),
        ("the geometry must be one polygon", "geometrien skal være én flade"),
        (
            (
                "`name`: Field required; name its column: --map name=COLUMN, or one value: "
                "--set name=VALUE"
            ),
            "`name` mangler; peg dens kolonne ud, eller skriv én værdi for alle",
        ),
        (
            "`category`: Input should be 'school' or 'grocery'",
            "`category` skal være en af 'school' eller 'grocery'",
        ),
        (
            "`navn`: the table has no such column; did you mean “NAVN”? columns: NAVN, ART",
            "`navn`: tabellen har ikke den kolonne; mente du “NAVN”? kolonner: NAVN, ART",
        ),
        ("more than 5 features; cut out the land around the area", None),
        ("nobody says its licence: --source licence=TEXT", "feltet licence mangler: skriv kilden"),
        ("something that nobody wrote", "something that nobody wrote"),
    ],
)
def test_what_stands_in_a_sentence_is_carried_over(english: str, danish: str | None) -> None:
    said = fault_text(english, "da")
    assert said == danish or (danish is None and said != english and "5" in said)
    assert fault_text(english, "en") == english


def test_a_sentence_says_nothing_that_its_english_does_not() -> None:
    for said in SAYINGS:
        filled = dict.fromkeys(("endings", "name", "count"), "x")
        assert said.da
        assert fault_text(said.en.format_map(_Anything(filled)), "da")


@pytest.mark.parametrize("message", sorted({message for *_, message in WRONG}))
def test_what_is_wrong_with_a_feed_has_its_danish(message: str) -> None:
    """Those put together of parts, too."""
    said = fault_text(message, "da")
    assert is_known(message)
    assert not re.search(r"\b(should|the|stands|whole)\b", said)


@pytest.mark.parametrize("row_type", list(ROW_TYPES.values()))
def test_what_a_value_can_be_refused_for_has_its_danish(row_type: type[Row]) -> None:
    """Every field of every row, with values of every kind that a table can hold."""
    values: list[object] = [None, "", "x" * 500, "zoo", -1, 0, 1e9, 2.5, True, [], float("inf")]
    told = 0
    for value in values:
        with suppress(ValidationError):
            row_type.model_validate(dict.fromkeys(row_type.model_fields, value))
            continue
        for problem in _problems(row_type, value):
            said = fault_text(f"`x`: {problem}", "da")
            assert not re.search(r"should|required|Value", said), problem
            told += 1
    assert told > 10


def _problems(row_type: type[Row], value: object) -> list[str]:
    with pytest.raises(ValidationError) as refused:
        row_type.model_validate(dict.fromkeys(row_type.model_fields, value))
    return [
        problem["msg"]
        for problem in refused.value.errors(include_url=False)
        if problem["loc"][0] not in {"geometry", "place", "source", "area", "from_node", "to_node"}
    ]


class _Anything(dict[str, str]):
    def __missing__(self, _: str) -> str:
        return "x"
