"""The application: made from settings, holding nothing outside itself."""

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.middleware.gzip import GZipMiddleware

from app.api.body_docs import install_openapi
from app.api.reference_page import install_reference_page
from app.api.router import make_router
from app.db.engine import make_engine
from app.frontend import serve_frontend
from app.problems import install_problem_handlers
from app.security import Guard
from app.services.warming import warm
from app.settings import Settings
from app.state import Service, make_service
from app.version import VERSION

# An answer with all homes: level 4 takes 13 ms, level 6 takes 51 ms for an eighth less.
_GZIP_LEVEL = 4


class NoDatabase(ValueError):  # noqa: N818 - said to people as it is
    """The settings name no database."""


def create_app(settings: Settings, service: Service | None = None) -> FastAPI:
    """Make the application.

    Parameters
    ----------
    service
        For tests that fix the clock or the identities.
    """
    app = FastAPI(
        title="Forbind",
        version=VERSION,
        description="What a drawn change does to a housing area.",
        lifespan=_lifespan,
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=_operation_id,
    )
    if service is None:
        if settings.database_url is None:
            raise NoDatabase("Set FORBIND_DATABASE_URL, or start Forbind with bin/up.")
        service = make_service(settings, make_engine(settings.database_url))
    app.state.service = service
    app.add_middleware(GZipMiddleware, minimum_size=1_000, compresslevel=_GZIP_LEVEL)
    app.add_middleware(Guard, settings=settings)
    install_problem_handlers(app)
    app.include_router(make_router())
    install_openapi(app)
    install_reference_page(app)
    serve_frontend(app, settings.frontend_folder)
    return app


def _operation_id(route: APIRoute) -> str:
    return route.name


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    service: Service = app.state.service
    # FastAPI builds its routes when they are first needed: several requests at once, as a page
    # makes them, would each build them all.
    app.openapi()
    if service.settings.warm_at_start:
        threading.Thread(target=warm, args=(service,), name="warm", daemon=True).start()
    yield
    service.leaving.set()
    service.store.end()
    service.engine.dispose()
