"""What commands have in common: the home they work in, and its catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from casebase.settings import Settings, load_settings

if TYPE_CHECKING:
    from casebase.catalogue import Catalogue


def settings() -> Settings:
    """The settings of the home that was asked for.

    Raises:
        BadRequestError: There is no such home, or its casebase.toml is wrong.
    """
    return load_settings(click.get_current_context().find_root().obj)


@contextmanager
def catalogue() -> Iterator[Catalogue]:
    """The catalogue of that home.

    Raises:
        IndexMissingError: Nothing has been indexed there.
    """
    from casebase.catalogue import Catalogue  # noqa: PLC0415 - not all commands need SQL

    with Catalogue.open(settings().database) as opened:
        yield opened
