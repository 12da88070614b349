"""The service: HTTP, PostGIS, files and people."""
