"""What was worked out last, to be had again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Made = TypeVar("Made")


class Recent(Generic[Key, Made]):
    """Remembers up to `most`; what was asked for least lately goes. Safe in threads."""

    def __init__(self, most: int) -> None:
        """Remembers nothing yet."""
        self._most = most
        self._held: OrderedDict[Key, Made] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Key) -> Made | None:
        """What is remembered, if it is."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
            return self._held.get(key)

    def put(self, key: Key, made: Made) -> None:
        """Remember this too."""
        with self._lock:
            self._held[key] = made
            if len(self._held) > self._most:
                self._held.popitem(last=False)
