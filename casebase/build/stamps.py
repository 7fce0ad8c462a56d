"""What files looked like when they were digested, so that it need not be done again.

As git does for its index (Documentation/technical/racy-git.txt): a file whose size,
times and inode are those of before has the bytes of before, unless it was written to in
the very moment in which it was looked at. So what is younger than the clocks of file
systems are coarse is not remembered. The list is derived: without it, or where its own
checksum is wrong, everything is digested.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from casebase.build.digests import digest

FILE = "stamps.json"  # below index/
SETTLED = 2_000_000_000  # nanoseconds; FAT knows times to two seconds
Stamp = tuple[int, int, int, int]  # size, times of the bytes and of the inode, inode


@dataclass(slots=True)
class Stamps:
    """Digests by name, with the stamp of the file that was digested.

    Attributes:
        known: Those of before.
        seen: Those of the files that were asked for.
    """

    known: Mapping[str, tuple[Stamp, str]] = field(default_factory=dict)
    seen: dict[str, tuple[Stamp, str]] = field(default_factory=dict)

    @classmethod
    def load(cls, index: Path) -> Stamps:
        """Those that are kept in index/; none where they are missing or damaged."""
        with contextlib.suppress(OSError, ValueError, TypeError, AttributeError):
            sum_, _, listed = (index / FILE).read_bytes().partition(b"\n")
            if sum_.decode() == _sum(listed):
                found = json.loads(listed).items()
                return cls({name: (tuple(it[:4]), it[4]) for name, it in found})
        return cls()

    def save(self, index: Path) -> None:
        """Keep those of the files that were asked for, if anything changed."""
        if self.seen == self.known:
            return
        listed = json.dumps({name: [*it, of] for name, (it, of) in self.seen.items()})
        unfinished = index / f"{FILE}.tmp"
        with contextlib.suppress(OSError):  # it only saves time
            unfinished.write_bytes(f"{_sum(listed.encode())}\n{listed}".encode())
            unfinished.replace(index / FILE)

    def digest(self, name: str, path: Path, found: os.stat_result) -> str:
        """The digest of a file, of which `os.stat` gave `found`.

        Raises:
            OSError: It cannot be read.
        """
        stamp = _stamp(found)
        before, known = self.known.get(name, (None, ""))
        if before == stamp:
            self.seen[name] = stamp, known
            return known
        looked = time.time_ns()
        made = digest(path)
        if max(stamp[1:3]) + SETTLED < looked and _stamp(path.stat()) == stamp:
            self.seen[name] = stamp, made
        return made


def _stamp(found: os.stat_result) -> Stamp:
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def _sum(listed: bytes) -> str:
    return hashlib.blake2b(listed, digest_size=16).hexdigest()
