"""What of a table lies in the window of a place."""

import shapely

from app.importers.faults import DataFault, InvalidLayers
from app.importers.reading import ReadingNote, Window
from app.importers.tables.files import Table


def within(
    table: Table, window: Window, *, is_one_of_several: bool = False
) -> tuple[Table, list[ReadingNote]]:
    """Leave out what lies elsewhere; what has no place is the rows' matter.

    Raises
    ------
    InvalidLayers
        Where nothing lies in the window, unless other layers may.
    """
    shapely.prepare(window.surface)
    kept = shapely.is_missing(table.geometry) | shapely.intersects(window.surface, table.geometry)
    if not kept.any() and not is_one_of_several:
        message = f"nothing of the layer lies in the window of {window.place}"
        raise InvalidLayers([DataFault(table.name, None, str(len(table)), None, message)])
    left_out = int((~kept).sum())
    values = {"name": table.name} if is_one_of_several else {}
    notes = [ReadingNote("outside-window", left_out, values=values)] if left_out else []
    columns = {name: column[kept] for name, column in table.columns.items()}
    return Table(table.name, columns, table.geometry[kept]), notes
