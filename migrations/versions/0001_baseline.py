"""The store as it begins: places, layers, proposals and their append-only history."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from geoalchemy2 import Geometry
from sqlalchemy.dialects import postgresql

revision: str = "0001"
down_revision: str | None = None
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


# Who changed what, and when, must stay true: a revision is written once.
APPEND_ONLY = """
CREATE FUNCTION forbind_refuse_revision_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'proposal_revision is append-only: % is refused', TG_OP
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER proposal_revision_append_only
    BEFORE UPDATE OR DELETE ON proposal_revision
    FOR EACH ROW EXECUTE FUNCTION forbind_refuse_revision_change();
CREATE TRIGGER proposal_revision_never_truncated
    BEFORE TRUNCATE ON proposal_revision
    FOR EACH STATEMENT EXECUTE FUNCTION forbind_refuse_revision_change();
"""


def planar(geometry_type: str) -> Geometry:
    return Geometry(geometry_type, srid=25832, spatial_index=False)


def upgrade() -> None:
    op.execute("CREATE EXTENSION IF NOT EXISTS postgis")
    op.create_table(
        "data_layer",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("checksum", sa.Text(), nullable=False),
        sa.Column("loaded_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_data_layer")),
    )
    op.create_table(
        "data_source",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("licence", sa.Text(), nullable=False),
        sa.Column("attribution", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("modelled", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("checksum", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_source")),
    )
    op.create_table(
        "place",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("west", sa.Double(), nullable=False),
        sa.Column("south", sa.Double(), nullable=False),
        sa.Column("east", sa.Double(), nullable=False),
        sa.Column("north", sa.Double(), nullable=False),
        sa.CheckConstraint("west < east AND south < north", name=op.f("ck_place_bbox_ordered")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
    )
    op.create_table(
        "area",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("place_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("case_project", sa.Text(), nullable=True),
        sa.Column("municipality", sa.Text(), nullable=False),
        sa.Column("municipality_code", sa.Text(), nullable=False),
        sa.Column("housing_organisations", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("homes", sa.Integer(), nullable=True),
        sa.Column("residents", sa.Integer(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("modelled", sa.Boolean(), nullable=False),
        sa.Column("geom", planar("MULTIPOLYGON"), nullable=False),
        sa.CheckConstraint(
            "municipality_code ~ '^[0-9]{4}$'", name=op.f("ck_area_municipality_code")
        ),
        sa.CheckConstraint(
            "ST_IsValid(geom) AND NOT ST_IsEmpty(geom)", name=op.f("ck_area_geom_valid")
        ),
        sa.CheckConstraint("homes >= 0 AND residents >= 0", name=op.f("ck_area_counts")),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_area_place_id")),
        sa.ForeignKeyConstraint(["source"], ["data_source.id"], name=op.f("fk_area_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_area")),
    )
    op.create_index("ix_area_geom", "area", ["geom"], unique=False, postgresql_using="gist")
    op.create_index("ix_area_place_id", "area", ["place_id"], unique=False)
    op.create_table(
        "barrier",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("place_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("modelled", sa.Boolean(), nullable=False),
        sa.Column("geom", planar("GEOMETRY"), nullable=False),
        sa.CheckConstraint(
            "GeometryType(geom) IN ('LINESTRING', 'MULTILINESTRING', 'POLYGON', 'MULTIPOLYGON')",
            name=op.f("ck_barrier_geom_kind"),
        ),
        sa.CheckConstraint(
            "kind IN ('motorway', 'railway', 'water')", name=op.f("ck_barrier_kind")
        ),
        sa.CheckConstraint(
            "ST_IsValid(geom) AND NOT ST_IsEmpty(geom)", name=op.f("ck_barrier_geom_valid")
        ),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_barrier_place_id")),
        sa.ForeignKeyConstraint(["source"], ["data_source.id"], name=op.f("fk_barrier_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_barrier")),
    )
    op.create_index("ix_barrier_geom", "barrier", ["geom"], unique=False, postgresql_using="gist")
    op.create_index("ix_barrier_place_id", "barrier", ["place_id"], unique=False)
    op.create_table(
        "building",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("place_id", sa.Text(), nullable=False),
        sa.Column("residents", sa.Double(), nullable=True),
        sa.Column("homes", sa.Double(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("modelled", sa.Boolean(), nullable=False),
        sa.Column("geom", planar("GEOMETRY"), nullable=False),
        sa.CheckConstraint(
            "GeometryType(geom) IN ('POLYGON', 'MULTIPOLYGON')", name=op.f("ck_building_geom_kind")
        ),
        sa.CheckConstraint(
            "ST_IsValid(geom) AND NOT ST_IsEmpty(geom)", name=op.f("ck_building_geom_valid")
        ),
        sa.CheckConstraint("residents >= 0 AND homes >= 0", name=op.f("ck_building_counts")),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_building_place_id")),
        sa.ForeignKeyConstraint(["source"], ["data_source.id"], name=op.f("fk_building_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_building")),
    )
    op.create_index("ix_building_geom", "building", ["geom"], unique=False, postgresql_using="gist")
    op.create_index("ix_building_place_id", "building", ["place_id"], unique=False)
    op.create_table(
        "facility",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("place_id", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("capacity", sa.Double(), nullable=True),
        sa.Column("floor_area_m2", sa.Double(), nullable=True),
        sa.Column("jobs", sa.Double(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("modelled", sa.Boolean(), nullable=False),
        sa.Column("geom", planar("POINT"), nullable=False),
        sa.CheckConstraint(
            "category IN ('school', 'daycare', 'youth_education', 'grocery', 'retail', 'service', "
            "'health', 'leisure', 'culture', 'park', 'workplace', 'station', 'stop')",
            name=op.f("ck_facility_category"),
        ),
        sa.CheckConstraint(
            "ST_IsValid(geom) AND NOT ST_IsEmpty(geom)", name=op.f("ck_facility_geom_valid")
        ),
        sa.CheckConstraint(
            "capacity >= 0 AND floor_area_m2 >= 0 AND jobs >= 0", name=op.f("ck_facility_sizes")
        ),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_facility_place_id")),
        sa.ForeignKeyConstraint(["source"], ["data_source.id"], name=op.f("fk_facility_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_facility")),
    )
    op.create_index("ix_facility_geom", "facility", ["geom"], unique=False, postgresql_using="gist")
    op.create_index(
        "ix_facility_place_id_category", "facility", ["place_id", "category"], unique=False
    )
    op.create_table(
        "land_cover",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("place_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("geom", planar("GEOMETRY"), nullable=False),
        sa.CheckConstraint(
            "GeometryType(geom) IN ('POLYGON', 'MULTIPOLYGON')",
            name=op.f("ck_land_cover_geom_kind"),
        ),
        sa.CheckConstraint(
            "kind IN ('water', 'green', 'built_up', 'industry', 'rail')",
            name=op.f("ck_land_cover_kind"),
        ),
        sa.CheckConstraint(
            "ST_IsValid(geom) AND NOT ST_IsEmpty(geom)", name=op.f("ck_land_cover_geom_valid")
        ),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_land_cover_place_id")),
        sa.ForeignKeyConstraint(["source"], ["data_source.id"], name=op.f("fk_land_cover_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_land_cover")),
    )
    op.create_index(
        "ix_land_cover_geom", "land_cover", ["geom"], unique=False, postgresql_using="gist"
    )
    op.create_index("ix_land_cover_place_id", "land_cover", ["place_id"], unique=False)
    op.create_table(
        "stop",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("place_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("departures_weekday", sa.Integer(), nullable=False),
        sa.Column("departures_07_09", sa.Integer(), nullable=False),
        sa.Column("is_station", sa.Boolean(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("geom", planar("POINT"), nullable=False),
        sa.CheckConstraint(
            "ST_IsValid(geom) AND NOT ST_IsEmpty(geom)", name=op.f("ck_stop_geom_valid")
        ),
        sa.CheckConstraint(
            "departures_weekday >= 0 AND departures_07_09 >= 0", name=op.f("ck_stop_departures")
        ),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_stop_place_id")),
        sa.ForeignKeyConstraint(["source"], ["data_source.id"], name=op.f("fk_stop_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stop")),
    )
    op.create_index("ix_stop_geom", "stop", ["geom"], unique=False, postgresql_using="gist")
    op.create_index("ix_stop_place_id", "stop", ["place_id"], unique=False)
    op.create_table(
        "street_edge",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("place_id", sa.Text(), nullable=False),
        sa.Column("from_node", sa.BigInteger(), nullable=False),
        sa.Column("to_node", sa.BigInteger(), nullable=False),
        sa.Column("street_class", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("walk", sa.Boolean(), nullable=False),
        sa.Column("bike", sa.Text(), nullable=False),
        sa.Column("grade", sa.Text(), nullable=False),
        sa.Column("lit", sa.Boolean(), nullable=True),
        sa.Column("surface", sa.Text(), nullable=True),
        sa.Column("steps", sa.Boolean(), nullable=False),
        sa.Column("width_m", sa.Double(), nullable=True),
        sa.Column("speed_kmh", sa.Integer(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("modelled", sa.Boolean(), nullable=False),
        sa.Column("geom", planar("LINESTRING"), nullable=False),
        sa.CheckConstraint(
            "bike IN ('both', 'forward', 'backward', 'none')", name=op.f("ck_street_edge_bike")
        ),
        sa.CheckConstraint(
            "grade IN ('at_grade', 'bridge', 'tunnel')", name=op.f("ck_street_edge_grade")
        ),
        sa.CheckConstraint(
            "street_class IN ('motorway', 'main', 'local', 'private', 'path', 'cycleway', 'track')",
            name=op.f("ck_street_edge_street_class"),
        ),
        sa.CheckConstraint(
            "ST_IsValid(geom) AND NOT ST_IsEmpty(geom)", name=op.f("ck_street_edge_geom_valid")
        ),
        sa.CheckConstraint("width_m > 0 AND speed_kmh > 0", name=op.f("ck_street_edge_sizes")),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_street_edge_place_id")),
        sa.ForeignKeyConstraint(["source"], ["data_source.id"], name=op.f("fk_street_edge_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_street_edge")),
    )
    op.create_index(
        "ix_street_edge_geom", "street_edge", ["geom"], unique=False, postgresql_using="gist"
    )
    op.create_index("ix_street_edge_place_id", "street_edge", ["place_id"], unique=False)
    op.create_table(
        "home",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("place_id", sa.Text(), nullable=False),
        sa.Column("area_id", sa.Text(), nullable=True),
        sa.Column("residents", sa.Double(), nullable=False),
        sa.Column("homes", sa.Double(), nullable=True),
        sa.Column("municipality_code", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("modelled", sa.Boolean(), nullable=False),
        sa.Column("geom", planar("POINT"), nullable=False),
        sa.CheckConstraint(
            "municipality_code ~ '^[0-9]{4}$'", name=op.f("ck_home_municipality_code")
        ),
        sa.CheckConstraint(
            "ST_IsValid(geom) AND NOT ST_IsEmpty(geom)", name=op.f("ck_home_geom_valid")
        ),
        sa.CheckConstraint("residents >= 0 AND homes >= 0", name=op.f("ck_home_counts")),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_home_area_id")),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_home_place_id")),
        sa.ForeignKeyConstraint(["source"], ["data_source.id"], name=op.f("fk_home_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_home")),
    )
    op.create_index("ix_home_area_id", "home", ["area_id"], unique=False)
    op.create_index("ix_home_geom", "home", ["geom"], unique=False, postgresql_using="gist")
    op.create_index("ix_home_place_id", "home", ["place_id"], unique=False)
    op.create_table(
        "proposal",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("area_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=True),
        sa.Column("description_en", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("is_example", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("updated_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("deleted_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.CheckConstraint("name <> ''", name=op.f("ck_proposal_name")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_proposal_version")),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_proposal_area_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal")),
    )
    op.create_index("ix_proposal_area_id", "proposal", ["area_id"], unique=False)
    op.create_table(
        "intervention",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("feature_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("properties", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("geom", planar("GEOMETRY"), nullable=False),
        sa.CheckConstraint(
            "ST_IsValid(geom) AND NOT ST_IsEmpty(geom)", name=op.f("ck_intervention_geom_valid")
        ),
        sa.CheckConstraint("position >= 0", name=op.f("ck_intervention_position")),
        sa.ForeignKeyConstraint(
            ["proposal_id"],
            ["proposal.id"],
            name=op.f("fk_intervention_proposal_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intervention")),
        sa.UniqueConstraint(
            "proposal_id", "feature_id", name=op.f("uq_intervention_proposal_id_feature_id")
        ),
        sa.UniqueConstraint(
            "proposal_id", "position", name=op.f("uq_intervention_proposal_id_position")
        ),
    )
    op.create_index(
        "ix_intervention_geom", "intervention", ["geom"], unique=False, postgresql_using="gist"
    )
    op.create_table(
        "proposal_revision",
        sa.Column("id", sa.Integer(), sa.Identity(always=True), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("snapshot", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("created_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.CheckConstraint(
            "action IN ('create', 'replace', 'patch', 'delete', 'copy', 'import', 'load')",
            name=op.f("ck_proposal_revision_action"),
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_proposal_revision_proposal_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal_revision")),
        sa.UniqueConstraint(
            "proposal_id", "version", name=op.f("uq_proposal_revision_proposal_id_version")
        ),
    )
    op.execute(APPEND_ONLY)


def downgrade() -> None:
    # PostGIS stays: the database may have had it before us.
    op.drop_table("proposal_revision")
    op.drop_table("intervention")
    op.drop_table("proposal")
    op.drop_table("home")
    op.drop_table("street_edge")
    op.drop_table("stop")
    op.drop_table("land_cover")
    op.drop_table("facility")
    op.drop_table("building")
    op.drop_table("barrier")
    op.drop_table("area")
    op.drop_table("place")
    op.drop_table("data_source")
    op.drop_table("data_layer")
    op.execute("DROP FUNCTION forbind_refuse_revision_change()")
