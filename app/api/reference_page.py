"""The page ``/docs``: the API in one table, without anything fetched from elsewhere."""

from html import escape
from typing import Any

from fastapi import FastAPI
from starlette.responses import HTMLResponse

_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Forbind API</title>
<style>body{{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}}
td,th{{text-align:left;padding:.3rem .8rem .3rem 0;vertical-align:top}}
code{{white-space:nowrap}}</style>
<h1>Forbind API</h1><p>The full description, for programs and for generating clients:
<a href="/openapi.json">/openapi.json</a>.</p>
<table><tr><th>Call</th><th>Does</th><th>Takes</th></tr>{rows}</table></html>"""


def install_reference_page(app: FastAPI) -> None:
    """Serve the page."""

    @app.get("/docs", include_in_schema=False)
    def docs() -> HTMLResponse:
        return HTMLResponse(reference_page(app.openapi()))


def reference_page(document: dict[str, Any]) -> str:
    """Write the page from the description."""
    rows = [
        f"<tr><td><code>{method.upper()} {escape(path)}</code></td>"
        f"<td>{escape(operation.get('description', ''))}</td><td>{_takes(operation)}</td></tr>"
        for path, operations in document["paths"].items()
        for method, operation in operations.items()
    ]
    return _PAGE.format(rows="".join(rows))


def _takes(operation: dict[str, Any]) -> str:
    names = [parameter["name"] for parameter in operation.get("parameters", ())]
    bodies = operation.get("requestBody", {}).get("content", {})
    # A body is told by its schema's name, and a file by what kind of file it is.
    names += [
        body.get("schema", {}).get("$ref", media_type).rpartition("/schemas/")[2]
        for media_type, body in bodies.items()
    ]
    return ", ".join(f"<code>{escape(name)}</code>" for name in names)
