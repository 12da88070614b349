"""Between the engine's values and what JSON knows."""

from collections.abc import Mapping, Sequence

import numpy as np


def json_value(value: object) -> object:
    """Give a value as JSON knows it."""
    if isinstance(value, np.generic):
        value = value.item()
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, Mapping):
        return {str(key): json_value(inner) for key, inner in value.items()}
    if isinstance(value, Sequence | set | frozenset):
        return [json_value(inner) for inner in value]
    return str(value)
