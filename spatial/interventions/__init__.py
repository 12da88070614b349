"""The kinds of intervention, one file each."""

from typing import Final

from spatial.interventions import (
    change,
    closure,
    connection,
    crossing,
    demolition,
    facility,
    facility_removal,
    housing,
    service,
    service_change,
    stop,
)
from spatial.interventions.base import Intervention, InterventionKind, Issue, Join

__all__ = ["REGISTRY", "Intervention", "InterventionKind", "Issue", "Join"]

REGISTRY: Final[tuple[InterventionKind, ...]] = (
    connection.KIND,
    crossing.KIND,
    closure.KIND,
    change.KIND,
    facility.KIND,
    facility_removal.KIND,
    demolition.KIND,
    housing.KIND,
    stop.KIND,
    service.KIND,
    service_change.KIND,
)
