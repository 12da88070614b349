"""What is done ahead of the first visitor, so that nobody waits for being first."""

import logging
from functools import partial
from typing import Final

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.orm import Session

from app.db.queries.dataset import dataset_version
from app.db.queries.features import (
    BARRIERS,
    FACILITIES,
    HOMES,
    LAND_COVER,
    STOPS,
    STREETS,
    Layer,
)
from app.db.queries.places import area_ids
from app.db.watch import is_gone
from app.problems import Problem
from app.schemas.assessment import DEFAULT_CUTOFFS_MIN
from app.services.assessing import Question, answer
from app.services.examples import drawn_examples
from app.services.feature_pages import Page, filter_of, write_page
from app.services.subjects import subject_of
from app.state import Service
from spatial.errors import ForbindError
from spatial.network.model import Mode
from spatial.warm import warm_kernels

EVERYTHING: Final = Question(tuple(Mode), DEFAULT_CUTOFFS_MIN, frozenset({"homes"}))
"""What the map asks of a drawing."""
MAP_LAYERS: Final[dict[str, Layer]] = {
    "/api/land-cover": LAND_COVER,
    "/api/streets": STREETS,
    "/api/barriers": BARRIERS,
    "/api/facilities": FACILITIES,
    "/api/stops": STOPS,
    "/api/homes": HOMES,
}
"""What the map asks for when an area is opened."""
MAP_PAGE: Final = 10_000
"""How much of a layer the map asks for at once."""
_log = logging.getLogger(__name__)


def warm(service: Service) -> None:
    """Build every place, answer as a planner would ask and write the map of each area.

    A question about a drawing loads kernels and builds indices that one about today never touches.
    """
    try:
        warm_kernels()
        with service.snapshots() as session:
            for area_id in area_ids(session):
                if service.leaving.is_set():
                    return
                _write_map(service, session, area_id)
                for features in ((), *drawn_examples(session, area_id)):
                    answer(subject_of(service, session, area_id, features), EVERYTHING, "da")
    except (SQLAlchemyError, ForbindError, Problem) as error:
        # The service serves all the same and builds a place when it is asked for.
        if isinstance(error, DBAPIError) and is_gone(error):
            service.store.lost(error)
        else:
            _log.exception("the places could not be built ahead of time")
        return
    except RuntimeError:
        # Threads cannot be started once the interpreter ends, and nobody waits for them then.
        if not service.leaving.is_set():
            raise
        return
    service.warm.set()


def _write_map(service: Service, session: Session, area_id: str) -> None:
    """Write the first page of each layer, under the name by which the map will ask for it."""
    dataset = dataset_version(session)
    wanted = filter_of(session, area_id, None, inside=False)
    parameters = (("area", area_id), ("limit", str(MAP_PAGE)), ("offset", "0"))
    for address, layer in MAP_LAYERS.items():
        page = Page(layer, wanted, MAP_PAGE, 0, address, parameters)
        service.pages.get((dataset, page.key), partial(write_page, session, page))
