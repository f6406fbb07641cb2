"""The migrations: forward and backward, never edited once released."""
