"""Everything of one person, as one zip: the archive, which Lumbar reads back, and tables for a spreadsheet."""

import json
import zipfile
from io import BytesIO
from typing import Final

from lumbar.exchange.archive import dump_archive
from lumbar.exchange.tables import build_tables
from lumbar.site.models.owner import Owner
from lumbar.site.store import TableStore

README: Final = """Everything that Lumbar keeps about you.

archive.json   every event of your journal, in order; Lumbar reads it back, and plans on from it
*.csv          the same as tables, for a spreadsheet; lengths in metres, masses in kilograms, times in UTC
settings.json  how you like things shown
"""


def export_zip(owner: Owner) -> bytes:
    """Return the zip of everything kept about `owner`."""
    events = [event for _, event in TableStore().events(owner.pk)]
    files = {
        "README.txt": README,
        "archive.json": dump_archive(events),
        **build_tables(events),
        "settings.json": json.dumps({name: getattr(owner, name) for name in owner.likings}, indent=2) + "\n",
    }
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in files.items():
            packed.writestr(name, text)
    return made.getvalue()
