"""Bring a database to the tables that this version of Forbind expects."""

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

from app.settings import PROJECT_FOLDER

# Any fixed number serves, as long as every Forbind process takes the same lock.
MIGRATION_LOCK = 25_832_001


def alembic_config() -> Config:
    """Describe where the migrations are, without reading an ini file."""
    config = Config()
    config.set_main_option("script_location", str(PROJECT_FOLDER / "migrations"))
    return config


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Apply the migrations up to a revision; a second process waits for the first."""
    with engine.begin() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def downgrade(engine: Engine, revision: str = "base") -> None:
    """Take the migrations back to a revision."""
    with engine.begin() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
        config = alembic_config()
        config.attributes["connection"] = connection
        command.downgrade(config, revision)


def is_current(engine: Engine) -> bool:
    """Tell whether the database has every migration of this version."""
    with engine.connect() as connection:
        applied = MigrationContext.configure(connection).get_current_revision()
    return applied == ScriptDirectory.from_config(alembic_config()).get_current_head()
