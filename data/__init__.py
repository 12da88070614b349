"""The project's own geographic layers (`geo`) and how they are derived (`derive`)."""
