"""What can be measured, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bench import centrality, edits, full_surface, one_link

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bench.measurement import Result

BENCHES: Final[Mapping[str, Callable[[], list[Result]]]] = {
    "one_link": one_link.run,
    "full_surface": full_surface.run,
    "edits": edits.run,
    "centrality": centrality.run,
}
