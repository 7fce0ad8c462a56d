"""What commands have in common: the home they work in, and its catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from casebase.catalogue import Catalogue
from casebase.settings import Settings, load_settings


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
    with Catalogue.open(settings().database) as opened:
        yield opened
