"""Programs of ours, run in a process of their own on a journal of their own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return the environment of a program whose journal is in `home`, never in a database named outside."""
    inherited = {name: value for name, value in os.environ.items() if name != "LUMBAR_DATABASE_URL"}
    return {**inherited, "LUMBAR_HOME": str(home), "DJANGO_SETTINGS_MODULE": "lumbar.site.settings", **more}


def program(home: Path, text: str) -> subprocess.CompletedProcess[str]:
    """Run the Python program `text` to its end."""
    return subprocess.run(
        [sys.executable, "-c", text], env=environment(home), cwd=ROOT, capture_output=True, text=True, check=False
    )


def begin(home: Path, text: str, **more: str) -> subprocess.Popen[str]:
    """Begin the Python program `text`; its output can be read as it comes."""
    return subprocess.Popen(
        [sys.executable, "-c", text],
        env=environment(home, **more),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
