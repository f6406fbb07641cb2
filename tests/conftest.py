"""What every test stands on: a data folder of its own, so that no test ever touches a person's journal."""

import atexit
import os
import shutil
import tempfile

from hypothesis import settings

_HOME = tempfile.mkdtemp(prefix="lumbar-test-")
os.environ["LUMBAR_HOME"] = _HOME
os.environ.pop("LUMBAR_TODAY", None)
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)

settings.register_profile("lumbar", deadline=None)  # how long an example takes is the machine's matter
settings.load_profile("lumbar")
