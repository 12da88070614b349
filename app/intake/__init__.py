"""Drawings made elsewhere: GeoJSON, GeoPackage and DXF, read in a process of their own.

Nothing in here knows the web or the database, so that the process starts quickly and can be ended
when a file takes too long.
"""
