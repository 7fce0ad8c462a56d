"""Pages on which lines of type are bars, and an engine that reads bars.

A bar has a notch at its lower left: what is read upside down is read badly.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from casebase.extract.ocr.rasters import Corners, Picture, areas, closed

PAPER, INK = 245, 30
NOTCH = 0.35  # of a bar's height
HIGH = 40  # pixels of a bar


def paper(width: int = 1200, height: int = 1700) -> Picture:
    """An empty page."""
    return np.full((height, width, 3), PAPER, dtype=np.uint8)


def bar(page: Picture, left: int, top: int, width: int, high: int = HIGH) -> None:
    """A line of type."""
    page[top : top + high, left : left + width] = INK
    notch = round(high * NOTCH)
    page[top + high - notch : top + high, left : left + notch] = PAPER


@dataclass
class Bars:
    """Finds dark bars, and reads each as `text`, surely if it is the right way up."""

    text: str = "支部建设"
    sure: float = 0.98
    unsure: float = 0.3
    looked_at: list[tuple[int, int]] = field(default_factory=list)

    def find(self, picture: Picture) -> list[Corners]:
        """The bars, as upright boxes."""
        self.looked_at.append(picture.shape[:2])
        dark = (picture.mean(axis=2) < (PAPER + INK) / 2).astype(np.uint8)
        return [
            np.array([[x, y], [x + w, y], [x + w, y + h], [x, y + h]], dtype=np.float64)
            for x, y, w, h in areas(closed(dark, 5, 5))
        ]

    def read(self, line: Picture) -> tuple[str, float]:
        """The notch must be at the lower left."""
        height, width = line.shape[:2]
        part = max(2, round(height * NOTCH * 0.7))
        light = line[-part:, :part].mean() > (PAPER + INK) / 2
        return self.text, self.sure if light and width > height else self.unsure
