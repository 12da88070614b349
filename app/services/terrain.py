"""Bring together what a question about travel is about: a place, its network, what is drawn."""

from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy.orm import Session

from app.db.queries.places import find_area, place_of_home
from app.language import Language
from app.problems import Fault, Problem
from app.projection import lonlat_to_metres
from app.services.assessing import lens_of, refusal
from app.services.drawing import DrawnFeature
from app.services.positions import place_of
from app.services.proposal_json import drawn_features
from app.services.proposals import read
from app.state import Service
from spatial.city import City
from spatial.drawing import Drawing, resolve_drawing
from spatial.ground import Ground, stand
from spatial.interventions.base import Intervention
from spatial.network.model import Mode

LonLat = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Terrain:
    """A place with what is drawn there, kept or not."""

    dataset: str
    city: City
    features: tuple[DrawnFeature, ...]

    @property
    def interventions(self) -> tuple[Intervention, ...]:
        """The drawing as the engine takes it."""
        return tuple(
            Intervention(feature.id, feature.kind, feature.metres, feature.properties)
            for feature in self.features
        )

    def through(self, lens: str | None) -> "Terrain":
        """Give the place as a lens sees it, named by an id that a schema has checked."""
        return replace(self, city=self.city.through(lens_of(lens)))

    @property
    def lens(self) -> str | None:
        """The lens the place is seen through."""
        return None if self.city.lens is None else self.city.lens.id

    def drawing(self, language: Language) -> Drawing:
        """Resolve what is drawn.

        Raises
        ------
        Problem
            ``invalid-interventions``, where the engine finds an error in the drawing.
        """
        drawing = resolve_drawing(self.city, self.interventions)
        if not drawing.ok:
            raise refusal(self, drawing.issues, drawing.joins, language)
        return drawing


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept proposal that a question is about: its area, its state and its features."""

    area_id: str
    state: tuple[object, ...]
    features: tuple[DrawnFeature, ...]


def kept_proposal(session: Session, proposal_id: UUID | None, area: str | None) -> Kept | None:
    """Find the proposal a question names.

    Raises
    ------
    Problem
        Where there is none, or where it was drawn for another area.
    """
    if proposal_id is None:
        return None
    proposal = read(session, proposal_id)
    if area is not None and area != proposal.area_id:
        said = {"expected": proposal.area_id}
        fault = Fault("other_area", parameter="area", value=area, values=said)
        raise Problem("invalid-request", faults=[fault])
    return Kept(proposal.area_id, (proposal.id, proposal.version), drawn_features(proposal))


def terrain_at(
    service: Service,
    session: Session,
    lonlat: LonLat,
    area: str | None,
    features: tuple[DrawnFeature, ...],
) -> Terrain:
    """Find the place of a position that was checked to lie in one, or that of an area."""
    dataset, city = service.cities.get(session, place_of(session, area, lonlat))
    return Terrain(dataset, city, features)


def terrain_of_home(
    service: Service,
    session: Session,
    home: str,
    area: str | None,
    features: tuple[DrawnFeature, ...],
) -> Terrain | None:
    """Find the place of a home, or that of the area where the home may be drawn; None for none."""
    named = None if area is None else find_area(session, area)
    place = None if "\x00" in home else place_of_home(session, home)
    if place is None and named is not None:
        place = named.place_id
    if place is None or (named is not None and named.place_id != place):
        return None
    dataset, city = service.cities.get(session, place)
    return Terrain(dataset, city, features)


def standing(
    city: City, mode: Mode, drawing: Drawing, positions: dict[str, LonLat], *, in_query: bool
) -> Ground:
    """Put positions on the network, each named by the member it stood in.

    Raises
    ------
    Problem
        With every position that stands too far from all streets.
    """
    ground = stand(city, mode, drawing, [lonlat_to_metres(place) for place in positions.values()])
    faults = [
        Fault(
            "far_from_street",
            pointer=None if in_query else f"/{member}",
            parameter=member if in_query else None,
            value=f"{lonlat[0]}, {lonlat[1]}",
            place=lonlat,
        )
        for number, (member, lonlat) in enumerate(positions.items())
        if not ground.attached(number)
    ]
    if faults:
        raise Problem("invalid-request", faults=faults)
    return ground
