"""What a load did, or would do, told in numbers."""

from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

from app.importers.reading import ReadingNote


@dataclass(frozen=True, slots=True)
class LayerChange:
    """The rows of one layer of one place, before and after.

    ``amount_before`` and ``amount_after`` are kilometres of streets and barriers or residents of
    homes; None for layers that are only counted.
    """

    layer: str
    added: int
    removed: int
    changed: int
    same: int
    amount_before: float | None = None
    amount_after: float | None = None

    @property
    def is_change(self) -> bool:
        """Whether anything differs."""
        return self.added + self.removed + self.changed > 0


@dataclass(frozen=True, slots=True)
class TouchedProposal:
    """A proposal near something that changed, or that names something that is gone."""

    id: UUID
    name: str
    area: str
    why: Literal["near", "names"]


@dataclass(frozen=True, slots=True)
class Story:
    """What a load came to."""

    place: str
    source: str
    taken: bool
    """False for a rehearsal, and where there was nothing to do."""
    layers: tuple[LayerChange, ...]
    notes: tuple[ReadingNote, ...]
    touched: tuple[TouchedProposal, ...]
    dataset_before: str
    dataset_after: str

    @property
    def is_change(self) -> bool:
        """Whether the store differs, or would."""
        return self.dataset_before != self.dataset_after

    def as_json(self) -> dict[str, Any]:
        """Give the story as JSON holds it."""
        return {
            "place": self.place,
            "source": self.source,
            "taken": self.taken,
            "is_change": self.is_change,
            "dataset_before": self.dataset_before,
            "dataset_after": self.dataset_after,
            "layers": [
                {name: getattr(change, name) for name in LayerChange.__dataclass_fields__}
                for change in self.layers
            ],
            "notes": [
                {
                    "code": note.code,
                    "count": note.count,
                    "place": note.place,
                    "values": dict(note.values),
                }
                for note in self.notes
            ],
            "touched": [
                {"id": str(one.id), "name": one.name, "area": one.area, "why": one.why}
                for one in self.touched
            ],
        }
