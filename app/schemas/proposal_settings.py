"""What a proposal decides besides its drawing: its unit prices and its phases."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from app.schemas.assessment import CostSettings
from app.schemas.storable import Texts
from spatial.interventions.properties import MOST_PHASES

PHASE_NAME_CHARACTERS = 60


class Phase(Texts):
    """A phase in which some of the drawing is built; a feature's `phase` counts from 1."""

    name: Annotated[str, Field(max_length=PHASE_NAME_CHARACTERS)] = ""
    year: Annotated[int | None, Field(ge=1900, le=2200)] = None


class ProposalSettings(BaseModel):
    """Unit prices set otherwise than by default, and the phases in their order."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)

    cost: CostSettings | None = None
    phases: Annotated[list[Phase], Field(max_length=MOST_PHASES)] = []


def kept_settings(settings: ProposalSettings) -> dict[str, object]:
    """Give what is kept: what was set, and nothing that says nothing."""
    said = settings.model_dump(mode="json", exclude_none=True)
    return {name: value for name, value in said.items() if value}
