"""How long a task will still take, from how fast it went."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

SURE = 3.0  # seconds, and
STEPS = 3  # steps, after which something can be said


@dataclass(slots=True)
class Pace:
    """The pace of a task whose steps are of different size.

    What is done first (children start, caches are cold) says little of what follows:
    the rate is that of the later half of what is done. While nothing is done it falls,
    so that an estimate never goes down by itself.

    Attributes:
        total: How much work there is.
        began: When, in seconds of any clock.
    """

    total: float
    began: float
    _times: list[float] = field(default_factory=list)
    _done: list[float] = field(default_factory=list)

    def did(self, work: float, now: float) -> None:
        """So much more is done."""
        self._times.append(now)
        self._done.append(work + (self._done[-1] if self._done else 0.0))

    def remaining(self, now: float) -> float | None:
        """The seconds that are left, None as long as nobody can know."""
        if len(self._done) < STEPS or now - self.began < SURE:
            return None
        done = self._done[-1]
        at = bisect_left(self._done, done / 2)
        before, since = (
            (self._done[at - 1], self._times[at - 1]) if at else (0.0, self.began)
        )
        taken = now - since
        if taken <= 0 or done <= before:
            return None
        return max(self.total - done, 0.0) * taken / (done - before)
