"""Ways to break the town's feed, each with what is said of it."""

# ruff: noqa: E501 - rows of a table

from __future__ import annotations

# fmt: off
WRONG: list[tuple[str, str, str, str, str]] = [
    ("stops.txt", "C,Skolen,", ",Skolen,", "`stop_id` is empty"),
    ("stops.txt", "C,Skolen", "C,Sko\0len", "`stop_name` holds a character that is none"),
    ("stops.txt", "C,Skolen", "A,Skolen", "the same `stop_id` stands on a line before"),
    ("stops.txt", "A,Havnen,55.65,12.30", "A,Havnen,95,12.30", "`stop_lat` should be a number from -90 to 90"),
    ("stops.txt", "A,Havnen,55.65,12.30", "A,Havnen,0,0", "the stop lies at 0, 0 in the sea off Africa"),
    ("stops.txt", "A,Havnen,55.65,12.30", "A,Havnen,,", "`stop_lat` is empty"),
    ("stops.txt", "0,S,2", "0,Q,2", "`parent_station` is not in stops.txt"),
    ("stops.txt", "0,S,2", "0,A,2", "`parent_station` is not a station"),
    ("stops.txt", "0,S,2", "2,,2", "what is part of a station says which in `parent_station`"),
    ("stops.txt", "12.316,1,,1", "12.316,1,A,1", "a station has no `parent_station`"),
    ("stops.txt", "0,S,2", "9,S,2", "`location_type` should be one of 0, 1, 2, 3, 4"),
    ("routes.txt", "N,m,N,Natbus,3", "N,m,,,3", "a route has a short or a long name"),
    ("routes.txt", "Natbus,3", "Natbus,99", "`route_type` should be a kind of route of the format"),
    ("routes.txt", "N,m,N", "N,x,N", "`agency_id` is not in agency.txt"),
    ("calendar.txt", "20261206", "20261306", "`end_date` should be a date as YYYYMMDD"),
    ("calendar.txt", "20261206", "20261106", "`end_date` is before `start_date`"),
    ("calendar.txt", "20261206", "21261206", "a service runs for more than 3660 days"),
    ("calendar.txt", "hv,1,1", "hv,2,1", "`monday` should be one of 0, 1"),
    ("calendar_dates.txt", "hv,20261125,2", "hv,20261125,3", "`exception_type` should be one of 1, 2"),
    ("calendar_dates.txt", "hv,20261128,1", "hv,20261125,1", "the same `service_id, date` stands on a line before"),
    ("trips.txt", "1,hv,hjem", "7,hv,hjem", "`route_id` is not in routes.txt"),
    ("trips.txt", "1,hv,hjem", "1,we,hjem", "`service_id` is not in calendar.txt or calendar_dates.txt"),
    ("trips.txt", "1,hv,hjem", "1,hv,ud", "the same `trip_id` stands on a line before"),
    ("stop_times.txt", "ud,07:00:00,07:00:00,A", "ud,7.00,07:00:00,A", "`arrival_time` should be a time as HH:MM:SS"),
    ("stop_times.txt", "ud,07:00:00,07:00:00,A,1", "ud,,,A,1", "the first and the last call of a trip have a time"),
    ("stop_times.txt", "15:06:00,15:07:00,B", "15:06:00,15:05:00,B", "a trip leaves before it arrives"),
    ("stop_times.txt", "hjem,15:09:00,15:09:00", "hjem,15:06:30,15:06:30", "a trip arrives before it left the stop before"),
    ("stop_times.txt", "A,3\n", "A,2\n", "the same `trip_id, stop_sequence` stands on a line before"),
    ("stop_times.txt", "25:10:00,C,9", "25:10:00,Q,9", "`stop_id` is not in stops.txt"),
    ("stop_times.txt", "25:10:00,C,9", "25:10:00,S,9", "a trip calls at a stop, not at a station or an entrance"),
    ("stop_times.txt", "25:10:00,C,9", "25:10:00,C,x", "`stop_sequence` should be a whole number from 0 to 1000000000"),
    ("frequencies.txt", "08:00:00,09:00:00", "09:00:00,08:00:00", "`end_time` is not after `start_time`"),
    ("frequencies.txt", "16:00:00,16:30:00", "08:30:00,16:30:00", "a trip repeats by two headways at once"),
    ("frequencies.txt", "1800", "0", "`headway_secs` should be a whole number from 1 to 86400"),
]
# fmt: on
