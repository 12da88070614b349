"""HTTP: thin routes, one file a noun."""
