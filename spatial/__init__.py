"""The engine: arrays in, arrays out. No web, no database, no files."""
