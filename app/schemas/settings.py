"""What a request may set of the indicators, each with its bounds, read off the registry."""

from collections.abc import Mapping, Sequence

from pydantic import BaseModel, ConfigDict, Field, create_model

from spatial.indicators.base import Indicator, Parameter

_STRICT = ConfigDict(extra="forbid", allow_inf_nan=False)


def indicator_models(registry: Sequence[Indicator]) -> dict[str, type[BaseModel]]:
    """Make a model for each indicator that has something to set, by its id."""
    return {row.id: _indicator_model(row) for row in registry if _adjustable(row)}


def settings_model(name: str, members: Mapping[str, type[BaseModel]]) -> type[BaseModel]:
    """Make a model with a member for each of some indicators."""
    fields: dict[str, object] = {
        member: (model | None, Field(None, description=model.__doc__))
        for member, model in members.items()
    }
    return create_model(  # type: ignore[call-overload, no-any-return]
        name, __config__=_STRICT, __doc__="Parameters by indicator.", **fields
    )


def set_parameters(settings: BaseModel) -> dict[str, dict[str, float]]:
    """Give what was set, by indicator and parameter."""
    asked = settings.model_dump(exclude_none=True)
    return {name: values for name, values in asked.items() if values}


def _adjustable(indicator: Indicator) -> dict[str, Parameter]:
    return {name: row for name, row in indicator.parameters.items() if row.adjustable}


def _indicator_model(indicator: Indicator) -> type[BaseModel]:
    fields: dict[str, object] = {
        name: (
            float | None,
            Field(
                None,
                ge=parameter.low,
                le=parameter.high,
                description=f"{parameter.name_en}, {parameter.unit or 'a number'};"
                f" {parameter.default} by default",
            ),
        )
        for name, parameter in _adjustable(indicator).items()
    }
    title = "".join(part.capitalize() for part in indicator.id.split("_"))
    return create_model(  # type: ignore[call-overload, no-any-return]
        f"{title}Settings", __config__=_STRICT, __doc__=indicator.name_en, **fields
    )
