"""The door to rapidocr: where lines of type stand in a picture, and what they say."""

from __future__ import annotations

import contextlib
import ctypes
from functools import lru_cache
from typing import Any, Protocol

import numpy as np

from casebase.extract.ocr.rasters import Corners, Picture

INSTALL = (
    '请运行 pip install "casebase[ocr]" 安装文字识别组件，再运行 casebase reindex，'
    "这个文件会自动重读；或提供带文字的版本。"
)
_MMAP_THRESHOLD = -3  # of mallopt(3)
_LARGE = 8 << 20  # bytes
_UNBOUNDED = 1 << 20  # pixels: pictures come in the right size already


class Engine(Protocol):
    """Finds lines of type in a picture, and reads one of them."""

    def find(self, picture: Picture) -> list[Corners]:
        """Where lines stand; what they say is not known yet."""
        ...

    def read(self, line: Picture) -> tuple[str, float]:
        """What one line says, and how sure that is, from 0 to 1."""
        ...


class RapidOcr:
    """The models in rapidocr's wheel; nothing is fetched from anywhere."""

    def __init__(self) -> None:
        """Load the models, about a second."""
        from rapidocr import RapidOCR  # noqa: PLC0415 - few files need it

        _return_memory()
        # Any: what it returns depends on what it is asked for.
        self._engine: Any = RapidOCR(
            params={
                "Global.log_level": "critical",
                "Global.text_score": 0.0,
                "Global.max_side_len": _UNBOUNDED,
                # Files are read side by side; two threads for one line mostly wait.
                "EngineConfig.onnxruntime.intra_op_num_threads": 1,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            }
        )

    def find(self, picture: Picture) -> list[Corners]:
        """Where lines stand, by differentiable binarisation (Liao et al., 2020)."""
        found = self._engine(picture, use_det=True, use_cls=False, use_rec=False)
        boxes = [] if found.boxes is None else found.boxes
        return [np.asarray(box, dtype=np.float64) for box in boxes]

    def read(self, line: Picture) -> tuple[str, float]:
        """What one line says.

        One at a time: a batch pads every line to its longest and takes twice as long.
        """
        found = self._engine(line, use_det=False, use_cls=False, use_rec=True)
        if not found.txts:
            return "", 0.0
        return str(found.txts[0]), float(found.scores[0])


@lru_cache(maxsize=1)
def engine() -> Engine:
    """The engine of this process, loaded when it is first asked for."""
    return RapidOcr()


def _return_memory() -> None:
    """Let large blocks go back to the system when they are freed.

    The C library keeps blocks of up to 32 MB for later once it has seen such ones. With
    these models that is a good deal more than they ever need at once.
    """
    with contextlib.suppress(OSError, AttributeError, TypeError):  # no glibc
        ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, _LARGE)
