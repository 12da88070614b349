"""The question of what a drawing would cost and who pays, and its answer."""

from typing import Annotated, Literal

from pydantic import BaseModel, Field, JsonValue

from app.schemas.assessment import CostParametersIn, DrawingIn, IssueOut, JoinOut


class CostIn(DrawingIn):
    """A drawing to be priced."""

    parameters: Annotated[
        CostParametersIn, Field(description="Unit prices and shares set otherwise than by default.")
    ] = CostParametersIn()


class PayersOut(BaseModel):
    """Who pays how much, in kroner."""

    housing_organisation: float
    municipality: float
    foundation: float
    others: float


class CostLineOut(BaseModel):
    """A quantity times a unit price; null where nobody knows."""

    price: Annotated[
        str | None,
        Field(description="parameter of the indicator `cost`; null where stated, or where none is"),
    ]
    name: str
    quantity: float | None
    unit: Literal["m2", "m", "home", "piece"] | None
    unit_price_kr: float | None
    kr: float | None


class FeatureCostOut(BaseModel):
    """The bill of one feature."""

    feature: str
    kind: str
    state: Annotated[
        Literal["known", "partly", "unknown"],
        Field(description="partly: some of its lines have no price, and `kr` is the rest"),
    ]
    stated: Annotated[bool, Field(description="whether `cost_kr` was stated by the planner")]
    kr: float | None
    payers: PayersOut | None
    lines: list[CostLineOut]


class CostTotalsOut(BaseModel):
    """The whole bill: the same numbers as the indicator `cost`."""

    kr: Annotated[float | None, Field(description="null where nothing that is drawn has a price")]
    payers: PayersOut | None
    features: int
    known: Annotated[int, Field(description="how many features are wholly priced")]
    known_share: float


class CofinancingOut(BaseModel):
    """The programme's rule: local money beside a grant.

    Found is what the housing organisation and the municipality pay of the features that a
    foundation helps to pay.
    """

    grant_kr: float | None
    required_kr: float | None
    found_kr: float | None
    difference_kr: Annotated[float | None, Field(description="found less required")]
    kept: bool | None
    message: str


class CostOut(BaseModel):
    """What a drawing would cost, feature by feature, and who pays."""

    dataset: str
    version: str
    area: str
    parameters: dict[str, JsonValue]
    issues: list[IssueOut]
    joins: list[JoinOut]
    features: list[FeatureCostOut]
    totals: CostTotalsOut
    cofinancing: CofinancingOut
    elapsed_ms: float
