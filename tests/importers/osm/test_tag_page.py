"""The page of tags tells what the reader uses."""

from pathlib import Path

from app.importers.osm.tag_page import tag_page

PAGE = Path(__file__).resolve().parents[3] / "docs" / "osm-tags.md"


def test_the_page_is_written_from_the_tables() -> None:
    assert PAGE.read_text(encoding="utf-8") == tag_page()
