"""The frozen network: who can go where, in whole milliseconds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from spatial.units import Float64Array, Int32Array


class Mode(StrEnum):
    """A way of getting about."""

    WALK = "walk"
    BIKE = "bike"
    TRANSIT = "transit"


STREET_MODES: Final[tuple[Mode, ...]] = (Mode.WALK, Mode.BIKE)
"""Those that go along streets all the way; what is drawn is open to these."""

SPEED_KMH: Final = {Mode.WALK: 4.8, Mode.BIKE: 16.0}
MS_PER_METRE: Final = {Mode.WALK: 750, Mode.BIKE: 225}


@dataclass(frozen=True, slots=True)
class Adjacency:
    """Directed arcs of one mode in compressed sparse rows.

    Parameters
    ----------
    indptr : int32 array, shape (nodes + 1,)
    heads : int32 array, shape (arcs,)
        The node each arc leads to.
    times_ms : int32 array, shape (arcs,)
    pieces : int32 array, shape (arcs,)
        The piece of street each arc runs along.
    """

    indptr: Int32Array
    heads: Int32Array
    times_ms: Int32Array
    pieces: Int32Array


@dataclass(frozen=True, slots=True)
class Pieces:
    """Stretches of street between two nodes; the street's whole time is their exact sum.

    Parameters
    ----------
    street : int32 array, shape (pieces,)
        Row in the street table.
    tail, head : int32 array
        Nodes at the start and the end, in the street's own direction.
    start_ticks, end_ticks : int64 array
        Where on the street the piece starts and ends, in tenths of a millimetre.
    first : int32 array, shape (streets + 1,)
        Pieces of street row i are ``first[i]:first[i + 1]``, in order.
    """

    street: Int32Array
    tail: Int32Array
    head: Int32Array
    start_ticks: npt.NDArray[np.int64]
    end_ticks: npt.NDArray[np.int64]
    first: Int32Array


@dataclass(frozen=True, slots=True)
class Connectors:
    """Ways from points (homes or facilities) to nodes of the network, for one mode.

    Parameters
    ----------
    indptr : int32 array, shape (points + 1,)
    nodes : int32 array
    times_ms : int32 array
        A point with no row here is not attached.
    """

    indptr: Int32Array
    nodes: Int32Array
    times_ms: Int32Array

    @property
    def columns(self) -> tuple[Int32Array, Int32Array, Int32Array]:
        """Give the three arrays as compiled code takes them."""
        return self.indptr, self.nodes, self.times_ms


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes, pieces and arcs of a place, never changed after it is built.

    Parameters
    ----------
    node_xy : float64 array, shape (nodes, 2)
    node_ids : int64 array
        The street table's node id; -1 - k for the k-th point of attachment.
    pieces : Pieces
    outgoing, incoming : dict from Mode to Adjacency
        Incoming arcs are the outgoing ones turned round, for searches towards a place.
    """

    node_xy: Float64Array
    node_ids: npt.NDArray[np.int64]
    pieces: Pieces
    outgoing: dict[Mode, Adjacency]
    incoming: dict[Mode, Adjacency]
