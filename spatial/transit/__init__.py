"""Public transport over a fixed timetable: lines, rides, and the times they lead to."""
