"""A proposal keeps the unit prices it is reckoned with and the phases it is built in."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.add_column(
        "proposal",
        sa.Column(
            "settings",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'"),
            nullable=False,
        ),
    )
    op.create_check_constraint(
        op.f("ck_proposal_settings"),
        "proposal",
        "jsonb_typeof(settings) = 'object' AND length(settings::text) <= 20000",
    )


def downgrade() -> None:
    op.drop_constraint(op.f("ck_proposal_settings"), "proposal")
    op.drop_column("proposal", "settings")
