"""The exit code of every error: one table, and the one place where an error becomes text for a person."""

import sys
from typing import Final

from lumbar import errors

EXIT_CODES: Final[dict[type[errors.LumbarError], int]] = {
    errors.LumbarError: 1,
    errors.InputError: 2,
    errors.ProfileError: 2,
    errors.ArchiveError: 2,
    errors.CatalogueError: 2,
    errors.NotFoundError: 3,
    errors.ConflictError: 4,
    errors.UnavailableError: 5,
}
"""The exit code of every class of errors.py; a test holds that none is missing. 0 is success, 1 a fault found."""


def report(error: errors.LumbarError) -> int:
    """Say on standard error what is wrong, one fault a line, and return the exit code."""
    for line in str(error).splitlines() or [error.code]:
        sys.stderr.write(f"lumbar: {line}\n")
    return EXIT_CODES[type(error)]
