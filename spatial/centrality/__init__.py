"""How central a place in a network is: nearness, trips that pass, and turning."""
