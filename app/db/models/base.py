"""What every table shares: names of constraints, and how a geometry is kept."""

from geoalchemy2 import Geometry, WKBElement
from sqlalchemy import CheckConstraint, Index, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

SRID = 25832


class Base(DeclarativeBase):
    """The root of the tables. Constraints get names that a migration can speak of."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


def geometry_column(geometry_type: str) -> Mapped[WKBElement]:
    """Make a column of planar metres; its index is declared beside the checks."""
    return mapped_column(Geometry(geometry_type, srid=SRID, spatial_index=False), nullable=False)


def geometry_guards(table: str, kinds: tuple[str, ...] = ()) -> tuple[CheckConstraint | Index, ...]:
    """Refuse an invalid or empty geometry, or one of another kind, and index the rest."""
    guards: list[CheckConstraint | Index] = [
        CheckConstraint("ST_IsValid(geom) AND NOT ST_IsEmpty(geom)", name="geom_valid"),
        Index(f"ix_{table}_geom", "geom", postgresql_using="gist"),
    ]
    if kinds:
        guards.append(CheckConstraint(one_of("GeometryType(geom)", kinds), name="geom_kind"))
    return tuple(guards)


def one_of(expression: str, values: tuple[str, ...]) -> str:
    """Write the condition that an expression is one of the values."""
    listed = ", ".join(f"'{value}'" for value in values)
    return f"{expression} IN ({listed})"
