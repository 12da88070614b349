"""A load as it is told over the web, in the language of whoever asks."""

from typing import Any

from app.db.models import Load
from app.importers.reading import ReadingNote
from app.language import Language
from app.load_fault_texts import fault_text
from app.load_texts import change_text, headline, note_text
from app.schemas.loads import OWN_PROFILE
from app.services.loading.asking import can_be_taken
from app.services.loading.story import LayerChange
from app.state import Service


def load_json(service: Service, load: Load, language: Language) -> dict[str, Any]:
    """Give a load with its sentences."""
    return {
        "id": load.id,
        "state": load.state,
        "kind": load.asked["kind"],
        "place": load.asked["place"],
        "file_name": load.file_name or None,
        "file_bytes": load.file_bytes,
        "rehearse": load.rehearse,
        "can_be_taken": can_be_taken(service, load),
        "progress": load.progress,
        "story": None if load.story is None else _story(load.story, language),
        "faults": [_fault(fault, language) for fault in load.faults or ()],
        # The list is asked for every second; a profile may be long, and who sent it has it.
        "asked": {name: told for name, told in load.asked.items() if name != OWN_PROFILE},
        "created_at": load.created_at,
        "started_at": load.started_at,
        "finished_at": load.finished_at,
    }


def _story(story: dict[str, Any], language: Language) -> dict[str, Any]:
    return {
        **story,
        "headline": headline(
            story["place"],
            story["source"],
            story["dataset_after"],
            is_change=story["is_change"],
            taken=story["taken"],
            language=language,
        ),
        "layers": [
            {**layer, "message": change_text(LayerChange(**layer), language)}
            for layer in story["layers"]
        ],
        "notes": [_note(note, language) for note in story["notes"]],
    }


def _note(note: dict[str, Any], language: Language) -> dict[str, Any]:
    lon, lat = note["place"] or (None, None)
    place = None if lon is None or lat is None else (lon, lat)
    told = ReadingNote(note["code"], note["count"], place, note["values"])
    message = note_text(told, language)
    return {"code": told.code, "count": told.count, "lon": lon, "lat": lat, "message": message}


def _fault(fault: dict[str, Any], language: Language) -> dict[str, Any]:
    lon, lat = fault["place"] or (None, None)
    return {
        "layer": fault["layer"],
        "feature": fault["feature"],
        "value": fault["value"],
        "lon": lon,
        "lat": lat,
        "message": fault_text(fault["message"], language),
    }
