"""One timetable: stops, routes, services, patterns, trips, transfers and pathways."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from geoalchemy2 import Geometry
from sqlalchemy.dialects import postgresql

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

TABLES = ("pathway", "transfer", "trip", "pattern", "service", "route", "stop")


def row(table: str) -> tuple[sa.Column[int], sa.PrimaryKeyConstraint]:
    return (
        sa.Column("row", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("row", name=op.f(f"pk_{table}")),
    )


def named(table: str) -> tuple[sa.Column[str], sa.UniqueConstraint]:
    return (
        sa.Column("id", sa.Text(), nullable=False),
        sa.UniqueConstraint("id", name=op.f(f"uq_{table}_id")),
    )


def refers(
    table: str, column: str, to: str, *, nullable: bool = False, deferrable: bool | None = None
) -> tuple[sa.Column[int], sa.ForeignKeyConstraint]:
    name = op.f(f"fk_{table}_{column}")
    return (
        sa.Column(column, sa.Integer(), nullable=nullable),
        sa.ForeignKeyConstraint([column], [f"{to}.row"], name=name, deferrable=deferrable),
    )


def sourced(table: str) -> tuple[sa.Column[str], sa.ForeignKeyConstraint]:
    return (
        sa.Column("source", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["source"], ["data_source.id"], name=op.f(f"fk_{table}_source")),
    )


def texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def small(*names: str, nullable: bool = False) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.SmallInteger(), nullable=nullable) for name in names]


def place(geometry_type: str) -> sa.Column[object]:
    geometry = Geometry(geometry_type, srid=4326, spatial_index=False)
    return sa.Column("geom", geometry, nullable=True)


def check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def upgrade() -> None:
    stop = "transit_stop"
    op.create_table(
        stop,
        *row(stop),
        *named(stop),
        *texts("name", "code", "platform"),
        *small("kind", "wheelchair"),
        *refers(stop, "parent", stop, nullable=True, deferrable=True),
        *sourced(stop),
        place("POINT"),
        check(stop, "kind", "kind BETWEEN 0 AND 4"),
        check(stop, "wheelchair", "wheelchair BETWEEN 0 AND 2"),
    )
    op.create_index("ix_transit_stop_parent", stop, ["parent"])
    op.create_index("ix_transit_stop_geom", stop, ["geom"], postgresql_using="gist")
    route = "transit_route"
    op.create_table(
        route,
        *row(route),
        *named(route),
        *texts("short_name", "long_name", "agency", "colour"),
        *small("kind"),
        *sourced(route),
    )
    service = "transit_service"
    op.create_table(
        service,
        *row(service),
        *named(service),
        sa.Column("days", postgresql.ARRAY(sa.Date()), nullable=False),
    )
    pattern = "transit_pattern"
    op.create_table(
        pattern,
        *row(pattern),
        *refers(pattern, "route", route),
        *small("direction", nullable=True),
        sa.Column("stops", postgresql.ARRAY(sa.Integer()), nullable=False),
        sa.Column("boards", postgresql.ARRAY(sa.Boolean()), nullable=False),
        sa.Column("alights", postgresql.ARRAY(sa.Boolean()), nullable=False),
        place("LINESTRING"),
        check(pattern, "stops", "cardinality(stops) >= 2"),
        check(
            pattern,
            "calls",
            "cardinality(boards) = cardinality(stops) "
            "AND cardinality(alights) = cardinality(stops)",
        ),
    )
    op.create_index("ix_transit_pattern_route", pattern, ["route"])
    op.create_index("ix_transit_pattern_geom", pattern, ["geom"], postgresql_using="gist")
    trip = "transit_trip"
    op.create_table(
        trip,
        *row(trip),
        *named(trip),
        *refers(trip, "pattern", pattern),
        *refers(trip, "service", service),
        *texts("headsign"),
        *small("wheelchair", "bikes"),
        sa.Column("arrivals_s", postgresql.ARRAY(sa.Integer()), nullable=False),
        sa.Column("departures_s", postgresql.ARRAY(sa.Integer()), nullable=False),
        check(trip, "times", "cardinality(arrivals_s) = cardinality(departures_s)"),
    )
    op.create_index("ix_transit_trip_pattern", trip, ["pattern"])
    op.create_index("ix_transit_trip_service", trip, ["service"])
    transfer = "transit_transfer"
    op.create_table(
        transfer,
        *row(transfer),
        *refers(transfer, "from_stop", stop),
        *refers(transfer, "to_stop", stop),
        *small("kind"),
        sa.Column("min_time_s", sa.Integer(), nullable=True),
        check(transfer, "min_time", "min_time_s >= 0"),
    )
    pathway = "transit_pathway"
    op.create_table(
        pathway,
        *row(pathway),
        *named(pathway),
        *refers(pathway, "from_stop", stop),
        *refers(pathway, "to_stop", stop),
        *small("kind"),
        sa.Column("two_way", sa.Boolean(), nullable=False),
        sa.Column("time_s", sa.Integer(), nullable=True),
        sa.Column("length_m", sa.Double(), nullable=True),
        sa.Column("stairs", sa.Integer(), nullable=False),
    )
    for table in (transfer, pathway):
        for end in ("from_stop", "to_stop"):
            op.create_index(f"ix_{table}_{end}", table, [end])


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(f"transit_{table}")
