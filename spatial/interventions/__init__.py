"""The kinds of intervention, one file each."""

from spatial.interventions.base import Intervention, Issue, Join

__all__ = ["Intervention", "Issue", "Join"]
