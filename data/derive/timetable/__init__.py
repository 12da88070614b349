"""A small timetable of the lines that serve the areas, modelled on the register's departures."""
