"""Comments as they travel."""

import re
from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, field_validator

from app.schemas.geojson import Link
from app.schemas.plain_text import plain_text, refusal

AUTHOR_CHARACTERS = 80
TEXT_CHARACTERS = 4_000
FEATURE_ID_CHARACTERS = 120
_TOKEN = re.compile(r"[A-Za-z0-9_-]{32,128}")

Author = Annotated[str, Field(min_length=1, max_length=AUTHOR_CHARACTERS)]
CommentText = Annotated[str, Field(min_length=1, max_length=TEXT_CHARACTERS)]


class _Words(BaseModel):
    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)

    @field_validator("author", check_fields=False)
    @classmethod
    def _check_author(cls, author: str | None) -> str | None:
        return None if author is None else plain_text(author, allowed="")

    @field_validator("text", check_fields=False)
    @classmethod
    def _check_text(cls, text: str | None) -> str | None:
        return None if text is None else plain_text(text, allowed="\n\t")


class NewCommentIn(_Words):
    """A new comment: on a place, on a drawn feature, on both, on neither, or a reply.

    ``id`` and ``edit_token`` may be chosen by the caller, so that a repeated send is harmless and
    the caller holds the token even where the answer was lost on the way.
    """

    id: UUID | None = None
    author: Author
    text: CommentText
    lon: float | None = None
    lat: float | None = None
    feature: Annotated[str, Field(min_length=1, max_length=FEATURE_ID_CHARACTERS)] | None = None
    reply_to: UUID | None = None
    edit_token: str | None = None

    @field_validator("feature")
    @classmethod
    def _check_feature(cls, feature: str | None) -> str | None:
        return None if feature is None else plain_text(feature, allowed="")

    @field_validator("edit_token")
    @classmethod
    def _check_token(cls, token: str | None) -> str | None:
        if token is not None and _TOKEN.fullmatch(token) is None:
            raise refusal("bad_edit_token")
        return token


class CommentPatch(_Words):
    """New words of one's own comment; what is left out stays as it is."""

    author: Author | None = None
    text: CommentText | None = None


class ResolvedIn(BaseModel):
    """Whether what a conversation is about has been seen to."""

    model_config = ConfigDict(extra="forbid", strict=True)

    resolved: bool


class ReplyOut(BaseModel):
    """A comment without what was answered to it."""

    id: UUID
    proposal: UUID
    reply_to: UUID | None
    number: int | None
    author: str
    text: str
    lon: float | None
    lat: float | None
    feature: str | None
    resolved: bool
    deleted: bool
    version: int
    created_at: datetime
    edited_at: datetime | None


class CommentOut(ReplyOut):
    """A comment with its replies, oldest first; of a deleted one only the replies are left."""

    replies: list[ReplyOut]


class WrittenCommentOut(CommentOut):
    """A new comment with the token that changes and deletes it; it is told this once."""

    edit_token: str | None


class CommentPage(BaseModel):
    """The conversations of a proposal by their number."""

    proposal: UUID
    comments: list[CommentOut]
    numberMatched: int  # noqa: N815 - OGC API's spelling
    numberReturned: int  # noqa: N815 - OGC API's spelling
    links: list[Link]
