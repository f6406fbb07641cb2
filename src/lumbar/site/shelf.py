"""The catalogue as the site uses it: a broken exercise file is left out and said, the rest stand."""

import logging
from functools import cache

from lumbar.app.shelf import check_shelf
from lumbar.catalogue.catalogue import Catalogue

log = logging.getLogger("lumbar")


@cache
def catalogue() -> Catalogue:
    """Return every exercise that can be read; read once. Faults go to the console, not in the way of a session."""
    found, faults = check_shelf()
    for fault in faults:
        log.error("%s", fault)
    return found
