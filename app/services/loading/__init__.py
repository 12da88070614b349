"""Load what somebody brings for a place: all of it in one transaction, or nothing."""
