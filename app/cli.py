"""The command ``forbind``."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Literal
from uuid import UUID

import typer
from pydantic import ValidationError
from sqlalchemy.exc import OperationalError, ProgrammingError

from app import cli_load, cli_serve
from app.api.answers import to_json
from app.cluster import ClusterError
from app.data_quality import as_geojson as findings_as_geojson
from app.data_quality import as_json as findings_as_json
from app.data_quality import as_text as findings_as_text
from app.data_quality import check_layers
from app.database import open_database
from app.db import migrate as migrations
from app.db.engine import make_engine
from app.db.queries.geo_layers import read_geo_layers
from app.db.queries.places import area_ids
from app.exporters import assessment as exporters
from app.importers.faults import InvalidLayers
from app.importers.registers.components import GAP_M
from app.importers.tables.profile_files import profile_names, read_profile
from app.language import Language
from app.load_texts import told
from app.problems import Problem
from app.request_body import parse_json
from app.schemas.assessment import DEFAULT_CUTOFFS_MIN
from app.services.assessing import Question, answer, lens_of
from app.services.bundled_data import NoBundledData, load_bundled
from app.services.drawing import read_drawing
from app.services.loading import worker
from app.services.loading.asked import FileAsked, Kind, known_by
from app.services.proposal_files import Crs, write_file
from app.services.proposals import read
from app.services.subjects import subject_of
from app.services.warming import warm as warm_service
from app.settings import Settings
from app.state import Service, make_service
from spatial.network.model import STREET_MODES
from spatial.warm import warm_kernels

FAILED = 1
cli = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="What a drawn change does to a housing area.",
)


def main() -> None:
    """Run a command; whatever goes wrong in a known way is one sentence with the way out."""
    try:
        cli()
    except KnownFailure as failure:
        typer.echo(f"forbind: {failure}", err=True)
        sys.exit(FAILED)


class KnownFailure(Exception):  # noqa: N818 - said to people as it is
    """Something that a person can put right."""


@contextmanager
def plain_failures() -> Iterator[None]:
    """Turn what can go wrong in a known way into sentences."""
    try:
        yield
    except ValidationError as error:
        raise KnownFailure("; ".join(_setting_fault(item) for item in error.errors())) from error
    except Problem as problem:
        raise KnownFailure(_told(problem)) from problem
    except OperationalError as error:
        reason = str(error.orig).strip().splitlines()[0]
        raise KnownFailure(
            f"the database does not answer ({reason}). Check FORBIND_DATABASE_URL, or leave it "
            "out to use a private PostgreSQL."
        ) from error
    except ProgrammingError as error:
        reason = str(error.orig).strip().splitlines()[0]
        raise KnownFailure(
            f"the database is not ready ({reason}). Run “forbind migrate” first."
        ) from error
    except (ClusterError, InvalidLayers, NoBundledData) as error:
        raise KnownFailure(str(error)) from error


def _setting_fault(item: object) -> str:
    assert isinstance(item, dict)  # noqa: S101 - pydantic's own promise
    name = "_".join(str(part) for part in item["loc"]).upper()
    message = str(item["msg"]).removeprefix("Value error, ")
    if not name or name == "DATABASE_URL":
        return message
    return f"FORBIND_{name}={item['input']}: {message}"


def _told(problem: Problem) -> str:
    document = problem.as_json(_language(), "")
    lines = [f"{document['title']}. {document['detail']}"]
    lines += [
        f"  {fault.pointer or fault.parameter or ''}: {fault.message(_language())}"
        for fault in problem.faults
    ]
    return "\n".join(lines)


def _language() -> Language:
    return "da" if os.environ.get("LANG", "").startswith("da") else "en"


@contextmanager
def opened() -> Iterator[Service]:
    """Open the database that the settings name."""
    with plain_failures(), open_database(Settings()) as database:
        engine = make_engine(database.url)
        try:
            yield make_service(database.settings, engine)
        finally:
            engine.dispose()


@cli.command()
def serve() -> None:
    """Serve the map and the API until stopped."""
    with plain_failures(), open_database(Settings()) as database:
        failure = cli_serve.serve(database)
    if failure is not None:
        raise KnownFailure(failure)


@cli.command()
def migrate() -> None:
    """Bring the database to the tables of this version."""
    with opened() as service:
        current = migrations.is_current(service.engine)
        migrations.upgrade(service.engine)
    typer.echo("The tables are up to date already." if current else "The tables are up to date.")


@cli.command("load-bundled")
def load_bundled_data(
    folder: Annotated[Path | None, typer.Argument(help="instead of data/geo")] = None,
) -> None:
    """Load the five areas' layers and examples; nothing is done where they are there already."""
    with opened() as service:
        loaded = load_bundled(service, folder or service.settings.geo_folder)
    if not loaded.changed:
        typer.echo(f"Dataset {loaded.dataset} is loaded already.")
        return
    counts = ", ".join(f"{count} {name}" for name, count in loaded.counts.items())
    typer.echo(f"Loaded dataset {loaded.dataset}: {counts}.")


@cli.command()
def warm() -> None:
    """Compile the engine's kernels and keep them, so that serving starts quickly."""
    warm_kernels()
    with opened() as service:
        warm_service(service)
        if not service.warm.is_set():
            raise KnownFailure("the places could not be built; run “forbind check-data”.")
    typer.echo("The engine is warm.")


@cli.command("load")
def load_data(  # noqa: PLR0913, PLR0917 - what may be said of a file
    kind: Annotated[Kind, typer.Argument(help="what the file holds; `osm` is all but areas")],
    source: Annotated[Path, typer.Argument(help="a file; `overpass` asks OpenStreetMap online")],
    place: Annotated[str | None, typer.Option(help="where its rows belong")] = None,
    layer: Annotated[str | None, typer.Option(help="of a file with several")] = None,
    columns: Annotated[
        list[str] | None, typer.Option("--map", help="FIELD=COLUMN, as often as needed")
    ] = None,
    constants: Annotated[
        list[str] | None, typer.Option("--set", help="FIELD=VALUE, the same for every row")
    ] = None,
    profile: Annotated[
        str | None, typer.Option(help=f"{', '.join(profile_names())}, or a .toml file of one's own")
    ] = None,
    crs: Annotated[str | None, typer.Option(help="for files that do not say it")] = None,
    over_buildings: Annotated[
        bool | None,
        typer.Option(
            "--over-buildings/--no-over-buildings",
            help="spread the people of squares over buildings",
        ),
    ] = None,
    municipalities: Annotated[
        Path | None, typer.Option(help="shapes (DAGI): which municipality people live in")
    ] = None,
    gap_m: Annotated[
        float,
        typer.Option(
            min=0, max=100, help="the widest gap between a register's streets that is closed"
        ),
    ] = GAP_M,
    about: Annotated[
        list[str] | None,
        typer.Option(
            "--source", help="id, title, publisher, date, licence, attribution or url, as NAME=TEXT"
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option(help="only tell what would change")] = False,
    fmt: Annotated[Literal["text", "json"], typer.Option("--format")] = "text",
) -> None:
    """Load areas, streets, facilities, people and barriers; all of a file or nothing."""
    with opened() as service:
        asked = FileAsked(
            kind,
            source,
            layer,
            crs,
            cli_load.mapping_of(columns or (), constants or ()),
            over_buildings,
            municipalities,
            gap_m=gap_m,
            told=dict(cli_load.mapping_of(about or (), ()).columns),
        )
        if profile is not None:
            asked = known_by(read_profile(profile), asked)
        try:
            story = cli_load.run(service, asked, place, rehearse=dry_run)
        except KeyboardInterrupt:
            raise KnownFailure("stopped; the store is as it was.") from None
    if fmt == "json":
        typer.echo(json.dumps(story.as_json(), ensure_ascii=False))
    else:
        typer.echo(told(story, _language()), nl=False)


@cli.command("worker")
def work_off(
    until_idle: Annotated[bool, typer.Option(help="end when nothing waits any more")] = False,
) -> None:
    """Work off the loads that were asked for over the web; `serve` keeps one of its own."""
    worker.begin_with_few_drivers()
    with opened() as service:
        worker.confine(service)
        worker.work(service, until_idle=until_idle)


@cli.command("check-data")
def check_data(
    fmt: Annotated[Literal["text", "json", "geojson"], typer.Option("--format")] = "text",
) -> None:
    """Prove what can be proved of the loaded data; exits with 1 where a check fails."""
    with opened() as service, service.snapshots() as session:
        layers = read_geo_layers(session)
    findings = check_layers(layers)
    match fmt:
        case "text":
            typer.echo(findings_as_text(findings, layers), nl=False)
        case "json":
            typer.echo(findings_as_json(findings))
        case "geojson":
            typer.echo(findings_as_geojson(findings))
    if any(finding.severity == "error" for finding in findings):
        raise typer.Exit(FAILED)


@cli.command()
def assess(
    area: Annotated[str, typer.Argument(help="for example taastrupgaard")],
    file: Annotated[Path, typer.Argument(help="a GeoJSON file of interventions, - for stdin")],
    fmt: Annotated[Literal["table", "json", "csv", "geojson"], typer.Option("--format")] = "table",
    lens: Annotated[
        Literal["child", "elder", "wheelchair", "night"] | None,
        typer.Option(help="through whose eyes walking is seen"),
    ] = None,
) -> None:
    """Compute what a drawing in a file does to an area."""
    with opened() as service, service.snapshots() as session:
        known = area_ids(session)
        if area not in known:
            raise Problem("unknown-area", value=area, expected=", ".join(known))
        drawing = read_drawing(parse_json(_read(file)), service.limits, at="")
        if drawing.faults:
            raise Problem("invalid-request", faults=drawing.faults)
        subject = subject_of(service, session, area, drawing.features)
        detail = frozenset({"homes"} if fmt == "geojson" else ())
        question = Question(STREET_MODES, DEFAULT_CUTOFFS_MIN, detail, lens=lens_of(lens))
        found = answer(subject, question, _language())
    match fmt:
        case "table":
            typer.echo(exporters.as_table(found), nl=False)
        case "csv":
            typer.echo(exporters.as_csv(found), nl=False)
        case "geojson":
            typer.echo(to_json(exporters.as_geojson(found)).decode())
        case "json":
            typer.echo(to_json(found).decode())


@cli.command()
def export(
    proposal: Annotated[UUID, typer.Argument(help="the id of a kept proposal")],
    crs: Annotated[Crs, typer.Option(help="EPSG code of the coordinates")] = "4326",
) -> None:
    """Write a kept proposal as GeoJSON that can be imported again."""
    with opened() as service, service.snapshots() as session:
        document = write_file(read(session, proposal), crs)
    typer.echo(to_json(document).decode())


@cli.command()
def openapi() -> None:
    """Write the description of the API, for generating clients; needs no database."""
    typer.echo(json.dumps(cli_serve.describe(), indent=2, ensure_ascii=False))


def _read(file: Path) -> bytes:
    try:
        return sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    except OSError as error:
        raise KnownFailure(f"{file} cannot be read: {error.strerror}. Check the name.") from error


if __name__ == "__main__":
    main()
