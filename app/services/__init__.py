"""What the routes ask for; no HTTP in here but the problems that are told."""
