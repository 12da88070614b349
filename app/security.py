"""Guards for a service without accounts: only this machine's own pages may change anything."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.problems import Problem, problem_response
from app.settings import Settings

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class Guard:
    """Refuse foreign host names and foreign pages' writes, and add the security headers.

    A page elsewhere can point its own name at 127.0.0.1 (DNS rebinding) or send a form here; the
    first is told by ``Host``, the second by ``Origin``.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._hosts = allowed_hosts(settings)
        self._headers = security_headers(settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it here."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        problem = self._refusal(Headers(scope=scope), scope["method"])
        if problem is None:
            await self._app(scope, receive, send_guarded)
        else:
            response = problem_response(problem, Request(scope))
            await response(scope, receive, send_guarded)

    def _refusal(self, headers: Headers, method: str) -> Problem | None:
        host = headers.get("host", "")
        if _name(host) not in self._hosts:
            return Problem("misdirected-host", value=host)
        origin = headers.get("origin")
        if method in SAFE_METHODS or origin is None:
            return None
        if urlsplit(origin).netloc.lower() == host.lower():
            return None
        return Problem("cross-origin", value=origin, expected=f"http://{host}")


def allowed_hosts(settings: Settings) -> frozenset[str]:
    """Give the names this service answers to, in a container as outside it."""
    named = (name.strip().lower() for name in settings.allowed_hosts.split(","))
    return LOOPBACK_NAMES | {name for name in named if name}


def security_headers(settings: Settings) -> dict[str, str]:
    """Give the headers that keep a page from loading or sending anything elsewhere."""
    images = ["'self'", "data:", "blob:", *_tile_origins(settings.tile_url)]
    policy = {
        "default-src": ["'self'"],
        "img-src": images,
        # Leaflet places its tiles and markers through style attributes.
        "style-src": ["'self'", "'unsafe-inline'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
    return {
        "Content-Security-Policy": "; ".join(
            f"{name} {' '.join(sources)}" for name, sources in policy.items()
        ),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin"
        if settings.tile_url
        else "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
    }


def _tile_origins(tile_url: str | None) -> Iterable[str]:
    if tile_url is None:
        return
    address = urlsplit(tile_url)
    # Tile addresses often begin with {s}, one of several servers.
    yield f"{address.scheme}://{address.netloc.replace('{s}', '*')}"


def _name(host: str) -> str:
    """Take the port off a ``Host``, minding IPv6's colons."""
    lowered = host.lower()
    if lowered.startswith("["):
        return lowered.partition("]")[0] + "]"
    return lowered.partition(":")[0]
