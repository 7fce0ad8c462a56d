"""Hands out pictures of pages: drawn in a child when they are asked for, then kept."""

from __future__ import annotations

import contextlib
import multiprocessing
import threading
from collections import OrderedDict
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from casebase.build.children import begin
from casebase.errors import CasebaseError, NotFoundError
from casebase.facsimile.sheet import Sheet

WIDTHS = (800, 1600)  # pixels: beside the text, and to look at closely
_SECONDS = 20
_MEMORY = 2 << 30  # bytes of address space of the child
_KEPT = 48 * 1024 * 1024  # bytes of pictures
_ADVICE = "可以下载原件，用别的软件打开查看。"

Key = tuple[str, int, int]


def draw(path: Path, number: int, width: int) -> Sheet | None:
    """Draw a page, in the child: what draws takes memory that the server need not."""
    from casebase.facsimile import drawing  # noqa: PLC0415 - as just said

    return drawing.draw(path, number, width)


class Gallery:
    """Pictures of pages. It may be used from several threads.

    The child is started with the first page that is asked for, and stays.
    """

    def __init__(self) -> None:
        """Nothing is drawn yet."""
        self._lock = threading.Lock()
        self._pool: ProcessPool | None = None
        self._kept: OrderedDict[Key, Sheet] = OrderedDict()

    def sheet(self, document: str, path: Path, number: int, width: int) -> Sheet:
        """Page `number`, 1-based, of the document of that id, which lies at `path`.

        Raises:
            NotFoundError: There is no such page, or nobody can draw it.
            CasebaseError: It took too long, or the child died of it.
        """
        key = (document, number, min(WIDTHS, key=lambda it: abs(it - width)))
        kept = self._known(key)
        if kept is not None:
            return kept
        sheet = self._drawn(path, number, key[2])
        if sheet is None:
            raise NotFoundError("这一页画不出来。", _ADVICE)
        self._keep(key, sheet)
        return sheet

    def close(self) -> None:
        """Let go of the child."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.stop()  # type: ignore[no-untyped-call]
            pool.join()

    def _known(self, key: Key) -> Sheet | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def _keep(self, key: Key, sheet: Sheet) -> None:
        with self._lock:
            self._kept[key] = sheet
            total = sum(len(it.picture) for it in self._kept.values())
            while total > _KEPT and len(self._kept) > 1:
                total -= len(self._kept.popitem(last=False)[1].picture)

    def _drawn(self, path: Path, number: int, width: int) -> Sheet | None:
        try:
            future = self._child().schedule(
                draw, (path, number, width), timeout=_SECONDS
            )
            found: Sheet | None = future.result()
        except TimeoutError as error:
            raise CasebaseError(
                "这一页画了很久还没有画完，已放弃。", _ADVICE
            ) from error
        except (ProcessExpired, RuntimeError, OSError, MemoryError) as error:
            self._forget_child()
            raise CasebaseError("画这一页的程序出错了。", _ADVICE) from error
        return found

    def _child(self) -> ProcessPool:
        with self._lock:
            if self._pool is None or not self._pool.active:
                self._pool = ProcessPool(
                    max_workers=1,
                    initializer=begin,
                    initargs=(_MEMORY,),
                    context=multiprocessing.get_context("spawn"),
                )
            return self._pool

    def _forget_child(self) -> None:
        """A pool that broke is not used again; one that lives replaces its child."""
        with self._lock:
            if self._pool is not None and not self._pool.active:
                with contextlib.suppress(RuntimeError):
                    self._pool.stop()  # type: ignore[no-untyped-call]
                self._pool = None
