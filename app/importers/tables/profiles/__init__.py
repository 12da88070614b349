"""Saved mappings for the registers that Danish municipalities have: one TOML file each."""
