"""Every breakage the tests are held to."""

from __future__ import annotations

from typing import Final

from tests.mutations import (
    of_lenses,
    of_map_layers,
    of_reach,
    of_surfaces,
    of_the_answers,
    of_the_network,
    of_transit,
    of_travel,
)

MUTATIONS: Final = (
    *of_the_network.MUTATIONS,
    *of_the_answers.MUTATIONS,
    *of_reach.MUTATIONS,
    *of_lenses.MUTATIONS,
    *of_travel.MUTATIONS,
    *of_map_layers.MUTATIONS,
    *of_surfaces.MUTATIONS,
    *of_transit.MUTATIONS,
)
