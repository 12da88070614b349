"""Which ways of getting about a question may name."""

from typing import Literal

from spatial.network.model import Mode

StreetMode = Literal[Mode.WALK, Mode.BIKE]
"""Those that go along streets all the way."""
