"""How far one gets from a point, or to it: along streets, over a fixed grid, and as rings.

Everything comes from the same search. A place on a street is inside a ring exactly when the way
along the network from the point to that place is within the time, and a cell of the grid exactly
when the route to its middle is. So rings nest, and agree with routes.
"""

from spatial.isochrones.cells import Cells, reached_cells
from spatial.isochrones.rings import Ring, rings
from spatial.isochrones.stretches import Stretch, reached_stretches

__all__ = ["Cells", "Ring", "Stretch", "reached_cells", "reached_stretches", "rings"]
