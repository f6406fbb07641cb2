"""The weights: the pose model's files, put beside this one when Lumbar is set up."""

from collections.abc import Mapping
from importlib.resources import files

from lumbar.app.watch_words import NO_MODELS, Told
from lumbar.errors import UnavailableError
from lumbar.vision.pose_model import DETECTOR, Size


def load_weights(model: Size) -> Mapping[str, bytes]:
    """Return the bytes of the detector and of the landmark model `model`, by name.

    Raises:
        UnavailableError: If they were never brought.
    """
    made = files("lumbar.vision") / "made"
    try:
        return {name: (made / f"{name}.tflite").read_bytes() for name in (DETECTOR, model)}
    except OSError as error:
        raise UnavailableError(Told(NO_MODELS)) from error
