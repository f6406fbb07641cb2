"""A network: one LiteRT model held in memory, on one core unless told otherwise."""

import contextlib
import os
from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt
from ai_edge_litert.interpreter import Interpreter  # type: ignore[import-untyped]  # it has no types

Floats = npt.NDArray[np.float32]


class Network:
    """Runs one model on one picture at a time."""

    def __init__(self, weights: bytes, threads: int = 1) -> None:
        """Read the model `weights`, the bytes of a `.tflite` file."""
        with _quiet():
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


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep what the library says on standard error at its start from a person's terminal."""
    try:
        kept = os.dup(2)
    except OSError:  # there is no standard error
        yield
        return
    try:
        with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a device, not a path of ours
            os.dup2(nowhere.fileno(), 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
