"""Streets from registers: lines that nobody noded become a network that one can walk."""
