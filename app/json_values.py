"""Between the engine's values and what JSON knows."""

import math
from collections.abc import Mapping, Sequence

import numpy as np


def json_value(value: object) -> object:
    """Give a value as JSON knows it.

    Raises
    ------
    ValueError
        For NaN and infinity: an answer says null for what is not known.
    """
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError(f"{value} is no number that JSON knows; missing is None")
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, Mapping):
        return {str(key): json_value(inner) for key, inner in value.items()}
    if isinstance(value, Sequence | set | frozenset):
        return [json_value(inner) for inner in value]
    return str(value)
