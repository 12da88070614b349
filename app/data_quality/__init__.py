"""What can be proved about the data before anyone relies on it."""

from app.data_quality.findings import Finding
from app.data_quality.report import as_geojson, as_json, as_text, check_layers

__all__ = ["Finding", "as_geojson", "as_json", "as_text", "check_layers"]
