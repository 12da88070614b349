"""Connections to the store."""

from sqlalchemy import Engine, create_engine


def make_engine(url: str, *, pool_size: int = 10) -> Engine:
    """Open a pool of connections; one that the server closed is replaced, not handed out."""
    return create_engine(
        url,
        pool_size=pool_size,
        max_overflow=10,
        pool_pre_ping=True,
        pool_timeout=10,
        connect_args={"connect_timeout": 5, "application_name": "forbind"},
    )
