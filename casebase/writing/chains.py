"""From shared pieces to where a passage may have been copied.

Two pieces of one passage lie on one diagonal: they are as far apart in the draft as in
the text. A character put in or left out between them shifts it by one.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from casebase.copies.prints import STRIDE, Places, Shared

# How far apart two pieces are that support one another: three strides, so that a
# changed character may spoil a piece between them.
_NEAR = 3 * STRIDE + 2
_SHIFT = 2  # characters put in or left out between two pieces


def supported(found: Shared) -> NDArray[np.bool_]:
    """Which of the shared pieces have another one close by, on nearly one diagonal."""
    diagonals = found.there - found.here
    together = np.zeros(len(diagonals), bool)
    width = 2 * _SHIFT
    # Diagonals that differ by `_SHIFT` are in one band of one of two sets of bands.
    for offset in (0, _SHIFT):
        band = (diagonals + offset) // width
        order = np.lexsort((found.here, band, found.texts))
        near = (
            (np.diff(found.texts[order]) == 0)
            & (np.diff(band[order]) == 0)
            & (_between(found.here[order]) <= _NEAR)
            & (_between(found.here[order]) > 0)
        )
        together[order[1:][near]] = True
        together[order[:-1][near]] = True
    return together


def _between(places: Places) -> Places:
    return np.diff(places)
