"""Serve the built front end beside the API."""

from pathlib import Path

from fastapi import FastAPI
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from app.problems import Problem

_A_YEAR_S = 31_536_000


class FrontendFiles(StaticFiles):
    """Files of the front end; those with a hash in their name never change."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Find a file, and say how long a browser may keep it."""
        response = await super().get_response(path, scope)
        hashed = path.startswith("assets/")
        response.headers["Cache-Control"] = (
            f"public, max-age={_A_YEAR_S}, immutable" if hashed else "no-cache"
        )
        return response


def serve_frontend(app: FastAPI, folder: Path) -> None:
    """Serve the folder at the root, after every other route; without it, say how to build it."""
    if folder.is_dir():
        app.mount("/", FrontendFiles(directory=folder, html=True), name="frontend")
        return

    @app.get("/", include_in_schema=False)
    def explain() -> Response:
        """Say why there is no page."""
        raise Problem("frontend-missing")
