"""The data folder: where a person's journal, its backups and the secret key lie.

`LUMBAR_HOME` moves it. Nothing here is made before it is needed, so that asking for a path leaves no trace.
"""

import os
import secrets
from pathlib import Path
from typing import Final

from platformdirs import user_data_path

from lumbar.errors import UnavailableError
from lumbar.site.alone import alone

JOURNAL: Final = "journal.sqlite3"
KEY: Final = "secret-key"
BACKUPS: Final = "backups"
KEY_BYTES: Final = 50  # more than the 256 bits a signature can use


def data_home() -> Path:
    """Return the data folder, which need not exist yet."""
    moved = os.environ.get("LUMBAR_HOME", "").strip()
    return Path(moved).expanduser().absolute() if moved else user_data_path("lumbar", appauthor=False)


def made_home() -> Path:
    """Return the data folder, made for its owner's eyes only.

    Raises:
        UnavailableError: If it cannot be made or written to.
    """
    home = data_home()
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise UnavailableError(_no_home(home, error)) from error
    if not os.access(home, os.W_OK | os.X_OK):
        raise UnavailableError(_no_home(home, None))
    return home


def secret_key() -> str:
    """Return the key that signs cookies; made once, kept in the data folder, readable by its owner only."""
    home = made_home()
    with alone(home):  # else another start might read the key before it is written
        return _key_in(home / KEY)


def _key_in(path: Path) -> str:
    try:
        made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _stored_key(path)
    with os.fdopen(made, "w") as file:
        key = secrets.token_urlsafe(KEY_BYTES)
        file.write(key)
    return key


def _stored_key(path: Path) -> str:
    key = path.read_text().strip()
    if len(key) < KEY_BYTES:  # cut short: a killed first start, or a full disk
        message = f"The key file {path} is not whole. Delete it; a new one is made at the next start."
        raise UnavailableError(message)
    if path.stat().st_mode & 0o077:
        path.chmod(0o600)
    return key


def _no_home(home: Path, error: OSError | None) -> str:
    why = f" ({error.strerror})" if error is not None else ""
    return f"The data folder {home} cannot be written to{why}. Set LUMBAR_HOME to a folder that can."
