"""What can be proved about the data before anyone relies on it."""
