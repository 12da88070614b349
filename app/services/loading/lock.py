"""One load at a time, whichever process it runs in."""

from typing import Final

# Any fixed number serves, as long as every Forbind process takes the same lock.
LOADING_LOCK: Final = 25_832_002
