"""pgRouting (GPL, Boost inside PostgreSQL): a peer of the bench alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import psycopg

    from bench.networks import StreetNetwork
    from spatial.units import Float64Array, Int64Array

_EDGES = "SELECT id, source, target, cost, cost AS reverse_cost FROM edges"


def build(connection: psycopg.Connection, network: StreetNetwork, times_ms: Int64Array) -> None:
    """Lay the network in a table of its own."""
    connection.execute("CREATE EXTENSION IF NOT EXISTS postgis")
    connection.execute("CREATE EXTENSION IF NOT EXISTS pgrouting")
    connection.execute(
        "CREATE TABLE edges (id bigint PRIMARY KEY, source bigint, target bigint, cost float8)"
    )
    rows = zip(network.tails.tolist(), network.heads.tolist(), times_ms.tolist(), strict=True)
    with connection.cursor().copy("COPY edges FROM STDIN") as copy:
        for number, row in enumerate(rows):
            copy.write_row((number, *row))
    connection.execute("ANALYZE edges")


def times_from(
    connection: psycopg.Connection, node_count: int, node: int, limit_ms: int
) -> Float64Array:
    """Give the time to every node within the limit, infinite beyond it."""
    rows = connection.execute(
        "SELECT node, agg_cost FROM pgr_drivingDistance(%s, %s::bigint, %s::float8, false)",
        (_EDGES, node, limit_ms),
    ).fetchall()
    times = np.full(node_count, np.inf)
    found = np.array(rows, np.float64).reshape(-1, 2)
    times[found[:, 0].astype(np.int64)] = found[:, 1]
    return times
