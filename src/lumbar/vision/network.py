"""A network: one LiteRT model held in memory, on one core unless told otherwise."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
from ai_edge_litert.interpreter import Interpreter  # type: ignore[import-untyped]  # it has no types

from lumbar.vision.quiet import quiet

Floats = npt.NDArray[np.float32]


class Network:
    """Runs one model on one picture at a time."""

    def __init__(self, weights: bytes, threads: int = 1) -> None:
        """Read the model `weights`, the bytes of a `.tflite` file."""
        with quiet():
            self._interpreter = Interpreter(model_content=weights, num_threads=threads)
            self._interpreter.allocate_tensors()
        self._input = self._interpreter.get_input_details()[0]["index"]
        self._outputs = {
            tuple(int(size) for size in output["shape"][1:]): output["index"]
            for output in self._interpreter.get_output_details()
        }

    def __call__(self, picture: Floats) -> Mapping[tuple[int, ...], Floats]:
        """Return what the model says of `picture`, shape (height, width, 3), by the shapes of its outputs."""
        self._interpreter.set_tensor(self._input, picture[np.newaxis])
        self._interpreter.invoke()  # lets other threads run meanwhile
        return {shape: self._interpreter.get_tensor(index)[0] for shape, index in self._outputs.items()}
