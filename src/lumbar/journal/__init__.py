"""The journal: the values that everything above the catalogue speaks in."""
