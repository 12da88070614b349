"""The store: PostgreSQL with PostGIS."""
