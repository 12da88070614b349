"""Lay a drawing over a city for a question about one mode, and compare before with after."""

from dataclasses import replace
from typing import Final

from app.db.queries.places import engine_area
from app.language import Language
from app.services.assessing import Subject, lens_of, refusal
from spatial.assess import AssessRequest
from spatial.comparison import Comparison, compare
from spatial.drawing import resolve_drawing
from spatial.network.model import Mode
from spatial.transit.table import Departures

USUAL: Final = Departures()


def compared(  # noqa: PLR0913, PLR0917 - what a comparison depends on
    subject: Subject,
    mode: Mode,
    lens: str | None,
    cutoffs_min: tuple[int, ...],
    language: Language,
    departures: Departures = USUAL,
) -> Comparison:
    """Set before beside after for one mode, through a lens where one is named.

    Raises
    ------
    Problem
        ``invalid-interventions``, where the engine finds an error in the drawing.
    """
    subject = replace(subject, city=subject.city.through(lens_of(lens)))
    drawing = resolve_drawing(subject.city, subject.interventions)
    if not drawing.ok:
        raise refusal(subject, drawing.issues, drawing.joins, language)
    request = AssessRequest(
        engine_area(subject.area),
        subject.interventions,
        modes=(mode,),
        cutoffs_min=cutoffs_min,
        lens=lens_of(lens),
        departures=departures,
    )
    return compare(subject.city, request, drawing)
