"""One deliberate breakage of the engine, and the tests that must notice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Mutation:
    """A breakage.

    Parameters
    ----------
    name : str
        What is wrong afterwards.
    source : str
        File, from the root of the tree.
    before, after : str
        What stands there exactly once, and what stands there instead.
    tests : tuple of str
        As pytest takes them; at least one of them must fail.
    """

    name: str
    source: str
    before: str
    after: str
    tests: tuple[str, ...]

    def applied(self, text: str) -> str:
        """Break the text of the source.

        Raises
        ------
        ValueError
            What should be broken does not stand there exactly once.
        """
        found = text.count(self.before)
        if found != 1:
            raise ValueError(
                f"{self.name}: {self.source} holds what should be broken {found} times, not once:"
                f"\n{self.before}"
            )
        return text.replace(self.before, self.after)

    def break_in(self, root: Path) -> str:
        """Break the source in a tree; give its text as it was."""
        path = root / self.source
        text = path.read_text(encoding="utf-8")
        path.write_text(self.applied(text), encoding="utf-8")
        return text
