"""Derive `data/geo` from reference data and from what is drawn by hand.

Run it as ``python -m data.derive --reference DIR``. The same input gives the same bytes.
Coordinates are metres in EPSG:25832 from reading to writing; only the written files are in
degrees.
"""
