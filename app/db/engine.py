"""Connections to the store."""

from sqlalchemy import Engine, create_engine

# The web server answers up to 40 requests at once, each with one connection at most.
_KEPT, _MORE = 10, 30


def make_engine(url: str) -> Engine:
    """Open a pool of connections; one that the server closed is replaced, not handed out."""
    return create_engine(
        url,
        pool_size=_KEPT,
        max_overflow=_MORE,
        pool_pre_ping=True,
        pool_timeout=10,
        connect_args={"connect_timeout": 5, "application_name": "forbind"},
    )
