"""Which version of Forbind this is."""

from importlib.metadata import version

VERSION = version("forbind")
