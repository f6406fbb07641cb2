"""Put the pose models where Lumbar looks for them: `python -m tools.pose_bundle`.

They come with the npm package @mediapipe/pose (Apache-2.0), pinned in web/package-lock.json. Python reads them as they
are. The browser's reader wants a bundle: a detector and a landmark model in a plain zip, each with a note on how its
pictures are scaled, which the raw models lack. The note is written here with flatbuffers and LiteRT's own schema; the
same models always give the same bytes.
"""

import shutil
import sys
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import flatbuffers  # type: ignore[import-untyped]  # it has no types
from ai_edge_litert import schema_py_generated as schema  # type: ignore[import-untyped]  # the same

from tools.layout import MODULES, POSE, WEIGHTS

PACKAGE: Final = MODULES / "@mediapipe" / "pose"
BROWSER: Final = MODULES / "@mediapipe" / "tasks-vision"
FILES: Final[Mapping[str, str]] = {
    "detector": "pose_solution_packed_assets.data",  # the whole file is the detector
    "lite": "pose_landmark_lite.tflite",
    "full": "pose_landmark_full.tflite",
    "heavy": "pose_landmark_heavy.tflite",
}
BUNDLED: Final = ("lite",)  # what a page keeps up with without a graphics card
RUNTIME: Final = ("vision_wasm_module_internal.js", "vision_wasm_module_internal.wasm")  # what a worker loads
DETECTOR_SCALE: Final = (127.5, 127.5)  # mean and deviation: bytes become -1..1
LANDMARK_SCALE: Final = (0.0, 255.0)  # bytes become 0..1
LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)  # a zip's earliest date: the same bytes every time
NOTE: Final = """The pose models are of @mediapipe/pose, the files vision_wasm_* of @mediapipe/tasks-vision, both under
the Apache License 2.0. Modified: each model in a .task file carries a note on how its pictures are scaled.
"""


def main() -> int:
    """Copy the models for Python, bundle them for the browser, and put the browser's runtime beside."""
    for folder in (WEIGHTS, POSE):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "NOTICE.txt").write_text(NOTE, encoding="utf-8")
    for name, file in FILES.items():
        shutil.copyfile(PACKAGE / file, WEIGHTS / f"{name}.tflite")
    detector = noted((PACKAGE / FILES["detector"]).read_bytes(), DETECTOR_SCALE)
    for name in BUNDLED:
        landmarks = noted((PACKAGE / FILES[name]).read_bytes(), LANDMARK_SCALE)
        bundle(POSE / f"pose_landmarker_{name}.task", detector, landmarks)
    for name in RUNTIME:
        shutil.copyfile(BROWSER / "wasm" / name, POSE / name)
    return 0


def bundle(path: Path, detector: bytes, landmarks: bytes) -> None:
    """Write both models into one uncompressed zip at `path`."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as made:
        for name, model in (("pose_detector.tflite", detector), ("pose_landmarks_detector.tflite", landmarks)):
            made.writestr(zipfile.ZipInfo(name, LONG_AGO), model)


def noted(raw: bytes, scale: tuple[float, float]) -> bytes:
    """Return the model `raw` with a note that its pictures are scaled by (value - mean) / deviation."""
    model = schema.ModelT.InitFromObj(schema.Model.GetRootAs(bytearray(raw), 0))
    note = schema.BufferT()
    note.data = list(_note(scale, len(model.subgraphs[0].outputs)))
    model.buffers.append(note)
    entry = schema.MetadataT()
    entry.name, entry.buffer = "TFLITE_METADATA", len(model.buffers) - 1
    model.metadata = [*(model.metadata or ()), entry]
    builder = flatbuffers.Builder(len(raw) + 4096)
    builder.Finish(model.Pack(builder), b"TFL3")
    return bytes(builder.Output())


def _note(scale: tuple[float, float], outputs: int) -> bytes:
    """Return a ModelMetadata table (TFLite Metadata schema, metadata_schema.fbs): one picture in, `outputs` out.

    The numbers below are the places of fields in the tables of that schema.
    """
    made = flatbuffers.Builder(512)
    name, mean, deviation = made.CreateString("image"), *(_floats(made, value) for value in scale)
    options = _table(made, 2, {0: mean, 1: deviation})  # NormalizationOptions
    unit = _table(made, 2, {1: options}, kind=1)  # ProcessUnit of NormalizationOptions
    picture = _table(made, 2, {}, colours=1)  # ImageProperties: RGB
    content = _table(made, 3, {1: picture}, kind=2)  # Content of ImageProperties
    taken = _table(made, 7, {0: name, 3: content, 4: _vector(made, [unit])})  # TensorMetadata
    given = [_table(made, 7, {}) for _ in range(outputs)]
    graph = _table(made, 9, {2: _vector(made, [taken]), 3: _vector(made, given)})  # SubGraphMetadata
    made.Finish(_table(made, 8, {3: _vector(made, [graph])}), b"M001")
    return bytes(made.Output())


def _table(
    made: flatbuffers.Builder,
    fields: int,
    holds: Mapping[int, int],
    *,
    kind: int | None = None,
    colours: int | None = None,
) -> int:
    made.StartObject(fields)
    if kind is not None:
        made.PrependUint8Slot(0, kind, 0)
    if colours is not None:
        made.PrependInt8Slot(0, colours, 0)
    for place, offset in holds.items():
        made.PrependUOffsetTRelativeSlot(place, offset, 0)
    return int(made.EndObject())


def _vector(made: flatbuffers.Builder, offsets: Sequence[int]) -> int:
    made.StartVector(4, len(offsets), 4)
    for offset in reversed(offsets):
        made.PrependUOffsetTRelative(offset)
    return int(made.EndVector())


def _floats(made: flatbuffers.Builder, value: float) -> int:
    made.StartVector(4, 1, 4)
    made.PrependFloat32(value)
    return int(made.EndVector())


if __name__ == "__main__":
    sys.exit(main())
