"""Rows to events and back: one module for each shape, one table of all of them in `kinds`."""
