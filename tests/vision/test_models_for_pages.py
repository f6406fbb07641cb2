"""What the browser is given: bundles it can read, the same each time, and nothing that calls home."""

import re
import zipfile
from pathlib import Path
from typing import Final

import pytest

from tools import pose_bundle
from tools.layout import BUILT, POSE, WEIGHTS

ADDRESS: Final = re.compile(rb"https?://([A-Za-z0-9][A-Za-z0-9.-]*)")
# Hosts named in comments, in messages of errors and in names of specifications; nothing is asked of them.
NAMED: Final = frozenset(
    {
        "bugzil.la", "developer.mozilla.org", "en.wikipedia.org", "github.com", "go", "goto", "kripken.github.io",
        "pubs.opengroup.org", "server.com", "tools.ietf.org", "unicode.org", "webkit.org", "www.ietf.org",
        "www.khronos.org", "www.tensorflow.org", "www.w3.org",
    }
)  # fmt: skip
CALLS_HOME: Final = re.compile(
    rb"odml\.pa|play\.google|//[a-z.]*googleapis|google-analytics|/v1/log|sentry\.io", re.IGNORECASE
)


def built() -> list[Path]:
    """Return every script and program of the pages."""
    return sorted(
        path
        for folder in (BUILT, POSE)
        for path in folder.rglob("*")
        if path.suffix in {".js", ".mjs", ".wasm", ".task"}
    )


def test_nothing_that_is_served_calls_home_or_names_a_host_nobody_looked_at() -> None:
    assert {path.suffix for path in built()} >= {".js", ".wasm", ".task"}
    for path in built():
        data = path.read_bytes()
        assert CALLS_HOME.search(data) is None, path
        if path.suffix != ".task":
            hosts = {found.decode() for found in ADDRESS.findall(data)}
            assert hosts <= NAMED, (path, hosts - NAMED)


@pytest.mark.parametrize("name", pose_bundle.BUNDLED, ids=pose_bundle.BUNDLED)
def test_a_bundle_holds_both_models_uncompressed_with_their_notes(name: str) -> None:
    with zipfile.ZipFile(POSE / f"pose_landmarker_{name}.task") as bundle:
        held = {entry.filename: entry for entry in bundle.infolist()}
        assert list(held) == ["pose_detector.tflite", "pose_landmarks_detector.tflite"]
        assert {entry.compress_type for entry in held.values()} == {zipfile.ZIP_STORED}
        for entry in held:
            assert b"TFLITE_METADATA" in bundle.read(entry)
            assert b"M001" in bundle.read(entry)


def test_the_same_models_give_the_same_bytes(tmp_path: Path) -> None:
    raw = (WEIGHTS / "lite.tflite").read_bytes()
    detector = (WEIGHTS / "detector.tflite").read_bytes()
    made = tmp_path / "again.task"
    noted = (
        pose_bundle.noted(detector, pose_bundle.DETECTOR_SCALE),
        pose_bundle.noted(raw, pose_bundle.LANDMARK_SCALE),
    )
    pose_bundle.bundle(made, *noted)
    assert made.read_bytes() == (POSE / "pose_landmarker_lite.task").read_bytes()


def test_the_licence_lies_beside_the_models() -> None:
    for folder in (POSE, WEIGHTS):
        text = (folder / "NOTICE.txt").read_text(encoding="utf-8")
        assert "Apache License 2.0" in text
        assert "Modified" in text
