"""What every node of a network reaches, for networks of any size, kept up to date under edits."""

from spatial.surface.changes import SurfaceChange, surface_change
from spatial.surface.surface import Surface, build_surface

__all__ = ["Surface", "SurfaceChange", "build_surface", "surface_change"]
