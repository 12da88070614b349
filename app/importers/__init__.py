"""Reading data from files: every fault is collected before anything is refused."""
