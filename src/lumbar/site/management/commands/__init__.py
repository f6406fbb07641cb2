"""Commands by name."""
