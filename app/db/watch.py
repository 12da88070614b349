"""Notice when the store goes away and comes back, and have it brought back where it is ours."""

import logging
import threading
import time
from collections.abc import Callable

from sqlalchemy import Engine, event
from sqlalchemy.exc import DBAPIError

Revive = Callable[[], None]
_PAUSE_S = 5.0
_log = logging.getLogger(__name__)


class StoreWatch:
    """The state of one store, as the requests find it; each change of it is one line of the log.

    Parameters
    ----------
    revive
        Brings the store back or says why not, in a ``RuntimeError``. None where the store is not
        ours to start; it is then only waited for.
    pause_s
        The least time between two attempts, in seconds.
    """

    def __init__(
        self, engine: Engine, revive: Revive | None = None, *, pause_s: float = _PAUSE_S
    ) -> None:
        self._revive = revive
        self._pause_s = pause_s
        self._lock = threading.Lock()
        self._told: str | None = None
        self._is_over = False
        self._reviving = False
        self._next_attempt_s = 0.0
        # Dispatched after the pool has made sure that the connection answers.
        event.listen(engine, "checkout", self._on_checkout)

    @property
    def is_reviving(self) -> bool:
        """Whether the store is being brought back at this moment."""
        return self._reviving

    def lost(self, error: DBAPIError) -> None:
        """Take note that a request found the store gone."""
        if self._is_over:
            return
        reason = str(error.orig).strip().partition("\n")[0]
        self._tell("the database does not answer: %s", reason, only_first=True)
        if self._revive is not None and self._may_try():
            threading.Thread(target=self._bring_back, name="revive", daemon=True).start()

    def end(self) -> None:
        """Stop watching: the service leaves, and may stop the store while some still ask it."""
        self._is_over = True

    def _may_try(self) -> bool:
        with self._lock:
            if self._reviving or time.monotonic() < self._next_attempt_s:
                return False
            self._reviving = True
            return True

    def _bring_back(self) -> None:
        assert self._revive is not None  # noqa: S101 - lost() saw to it
        try:
            self._revive()
        except RuntimeError as error:
            self._tell("the database cannot be started again: %s", error)
        finally:
            with self._lock:
                self._reviving = False
                self._next_attempt_s = time.monotonic() + self._pause_s

    def _tell(self, sentence: str, reason: object, *, only_first: bool = False) -> None:
        with self._lock:
            known = self._told is not None if only_first else self._told == sentence
            if not known:
                self._told = sentence
                _log.error(sentence, reason)

    def _on_checkout(self, *_connection: object) -> None:
        if self._told is None:
            return
        with self._lock:
            is_back, self._told = self._told is not None, None
        if is_back:
            _log.warning("the database answers again")


def is_gone(error: DBAPIError) -> bool:
    """Tell whether a fault of the store means that it is away, not that it refused one statement.

    A connection that was never made has no SQLSTATE; 08 is a broken connection, and 57P a server
    that shuts down, crashed or still starts.
    """
    state = getattr(error.orig, "sqlstate", None)
    return error.connection_invalidated or state is None or state.startswith(("08", "57P"))
