"""Answers that were given before, so that opening something again does not make them again."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

_REMEMBERED = 64


class AnswerCache:
    """The latest answers, as the bytes that were sent. Safe to share between threads.

    Parameters
    ----------
    remembered
        How many answers at most.
    most_bytes
        How much they may be together; None where their number is bound enough.
    """

    def __init__(self, remembered: int = _REMEMBERED, most_bytes: int | None = None) -> None:
        self._remembered = remembered
        self._most_bytes = most_bytes
        self._bytes = 0
        self._lock = Lock()
        self._answers: OrderedDict[Hashable, bytes] = OrderedDict()

    def get(self, key: Hashable, compute: Callable[[], bytes]) -> bytes:
        """Give the answer for a key that names everything it depends on."""
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
                return self._answers[key]
        answer = compute()
        with self._lock:
            self._bytes += len(answer) - len(self._answers.get(key, b""))
            self._answers[key] = answer
            while self._is_full():
                self._bytes -= len(self._answers.popitem(last=False)[1])
        return answer

    def _is_full(self) -> bool:
        if len(self._answers) > self._remembered:
            return True
        return self._most_bytes is not None and self._bytes > self._most_bytes
