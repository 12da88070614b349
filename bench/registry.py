"""What can be measured, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bench import (
    answer_on_screen,
    centrality,
    contributions,
    edits,
    feed,
    full_surface,
    http,
    load,
    one_link,
    one_search,
    real_sites,
    start_up,
    transit,
    web,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bench.measurement import Result

BENCHES: Final[Mapping[str, Callable[[], list[Result]]]] = {
    "one_link": one_link.run,
    "full_surface": full_surface.run,
    "edits": edits.run,
    "centrality": centrality.run,
    "contributions": contributions.run,
    "one_search": one_search.run,
    "http": http.run,
    "load": load.run,
    "feed": feed.run,
    "transit": transit.run,
    "real_sites": real_sites.run,
    "start_up": start_up.run,
    "answer_on_screen": answer_on_screen.run,
    "web": web.run,
}
