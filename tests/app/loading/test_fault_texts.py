"""Every sentence that a reader can say of a file has its Danish."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.load_fault_texts import SAYINGS, fault_text, is_known

APP = Path(__file__).resolve().parents[3] / "app"
READERS = ("importers/tables", "importers/osm", "importers/registers", "services/loading")
# Of profiles that lie on the machine itself, which the page cannot name.
# Their parts are told below.
PUT_TOGETHER = {"the geometry must be xyz", "say which place: --place; xyz", "xyz; layers: xyz"}
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


class _Anything(dict[str, str]):
    def __missing__(self, _: str) -> str:
        return "x"
