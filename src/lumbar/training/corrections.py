"""Corrections, as the fold reads them."""

from lumbar.journal.corrections import resolve

__all__ = ["resolve"]
