"""What each feature of a drawing contributes."""

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from app.schemas.assessment import IssueOut
from spatial.network.model import Mode


class ContributionOut(BaseModel):
    """One value shared out; lists are in the order of ``features``.

    Null where half of the residents reach nothing of the kind in some part of the drawing.
    """

    id: Literal["saved_time", "travel_time_nearest"]
    mode: Mode
    category: Annotated[str | None, Field(description="null for all categories together")]
    unit: Literal["resident_min", "ms"]
    better: Literal["higher", "lower"]
    baseline: float | None
    proposal: float | None
    total: float | None
    left_out: Annotated[
        list[float] | None,
        Field(description="what is lost when the feature alone is left out of the whole"),
    ]
    shapley: Annotated[
        list[float] | None,
        Field(description="its share over all orders; with ten features at most"),
    ]
    shapley_exact: Annotated[
        list[str] | None,
        Field(description="the same as fractions, which sum exactly to the total"),
    ]


class PairOut(BaseModel):
    """Two features that do not simply add up in the time they save, in resident-minutes.

    Under ``needs_the_other`` it is ``one`` that does nothing alone.
    """

    mode: Mode
    one: str
    two: str
    relation: Literal["only_together", "needs_the_other", "reinforces", "overlaps"]
    alone_one: float
    alone_two: float
    together: float
    message: str


class ContributionsOut(BaseModel):
    """What each feature contributes; the strongest pairs first."""

    dataset: str
    version: str
    area: str
    lens: str | None
    issues: list[IssueOut]
    features: list[str]
    method: Annotated[
        Literal["shapley", "left_out"],
        Field(description="shapley: both measures; left_out: more features than can be shared out"),
    ]
    most_shared: int
    values: list[ContributionOut]
    pairs: list[PairOut]
    elapsed_ms: float
