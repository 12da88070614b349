"""What helps a walker over the street at either end of an edge."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

CONTROLS = "('signal', 'zebra', 'refuge', 'none')"


def upgrade() -> None:
    for end in ("from_control", "to_control"):
        op.add_column("street_edge", sa.Column(end, sa.Text(), nullable=True))
        op.create_check_constraint(
            op.f(f"ck_street_edge_{end}"), "street_edge", f"{end} IN {CONTROLS}"
        )


def downgrade() -> None:
    for end in ("to_control", "from_control"):
        op.drop_column("street_edge", end)
