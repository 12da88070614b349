"""Answers that were given before, so that opening something again does not make them again."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

_REMEMBERED = 64


class AnswerCache:
    """The latest answers, as the bytes that were sent. Safe to share between threads."""

    def __init__(self) -> None:
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
            self._answers[key] = answer
            while len(self._answers) > _REMEMBERED:
                self._answers.popitem(last=False)
        return answer
