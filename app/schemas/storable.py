"""Texts that the store can keep."""

from pydantic import BaseModel, ConfigDict, field_validator
from pydantic_core import PydanticCustomError


class Texts(BaseModel):
    """A model whose name and description can be stored."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)

    @field_validator("name", "description", check_fields=False)
    @classmethod
    def _keep_only_what_can_be_stored(cls, text: str | None) -> str | None:
        return None if text is None else _storable(text)


def _storable(text: str) -> str:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise PydanticCustomError("fault", "bad text", {"code": "bad_text"}) from error
    if "\x00" in text:
        raise PydanticCustomError("fault", "bad text", {"code": "bad_text"})
    return text
