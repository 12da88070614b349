"""Comments on proposals, with an append-only history of each."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


# What was said, and when it was changed, must stay true: a revision is written once.
APPEND_ONLY = """
CREATE FUNCTION forbind_refuse_comment_revision_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'comment_revision is append-only: % is refused', TG_OP
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER comment_revision_append_only
    BEFORE UPDATE OR DELETE ON comment_revision
    FOR EACH ROW EXECUTE FUNCTION forbind_refuse_comment_revision_change();
CREATE TRIGGER comment_revision_never_truncated
    BEFORE TRUNCATE ON comment_revision
    FOR EACH STATEMENT EXECUTE FUNCTION forbind_refuse_comment_revision_change();
"""


def upgrade() -> None:
    op.create_table(
        "comment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("reply_to", sa.Uuid(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("lon", sa.Double(), nullable=True),
        sa.Column("lat", sa.Double(), nullable=True),
        sa.Column("feature_id", sa.Text(), nullable=True),
        sa.Column("token_sha256", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("edited_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("resolved_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("deleted_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.CheckConstraint("version >= 1", name=op.f("ck_comment_version")),
        sa.CheckConstraint("author <> '' AND text <> ''", name=op.f("ck_comment_words")),
        sa.CheckConstraint("(lon IS NULL) = (lat IS NULL)", name=op.f("ck_comment_place")),
        sa.CheckConstraint(
            "(number IS NULL) = (reply_to IS NOT NULL)", name=op.f("ck_comment_number")
        ),
        sa.CheckConstraint("length(token_sha256) = 32", name=op.f("ck_comment_token")),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_comment_proposal_id")
        ),
        sa.ForeignKeyConstraint(["reply_to"], ["comment.id"], name=op.f("fk_comment_reply_to")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment")),
        sa.UniqueConstraint("proposal_id", "number", name=op.f("uq_comment_proposal_id_number")),
    )
    op.create_index("ix_comment_reply_to", "comment", ["reply_to"], unique=False)
    op.create_table(
        "comment_revision",
        sa.Column("id", sa.Integer(), sa.Identity(always=True), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("comment_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("snapshot", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("created_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.CheckConstraint(
            "action IN ('create', 'edit', 'delete', 'resolve', 'reopen')",
            name=op.f("ck_comment_revision_action"),
        ),
        sa.ForeignKeyConstraint(
            ["comment_id"], ["comment.id"], name=op.f("fk_comment_revision_comment_id")
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_comment_revision_proposal_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment_revision")),
        sa.UniqueConstraint(
            "comment_id", "version", name=op.f("uq_comment_revision_comment_id_version")
        ),
    )
    op.create_index(
        "ix_comment_revision_proposal_id_id",
        "comment_revision",
        ["proposal_id", "id"],
        unique=False,
    )
    op.execute(APPEND_ONLY)


def downgrade() -> None:
    op.drop_table("comment_revision")
    op.drop_table("comment")
    op.execute("DROP FUNCTION forbind_refuse_comment_revision_change()")
