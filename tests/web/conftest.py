"""The application over the invented base."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from casebase.settings import Settings
from tests.web.fakes import FakeCatalogue, FakeSearcher
from tests.web.sample import sample
from web.app import create_app
from web.library import Shelf


@pytest.fixture
def catalogue() -> FakeCatalogue:
    return sample()


@pytest.fixture
def shelf(catalogue: FakeCatalogue) -> Shelf:
    return Shelf(catalogue, FakeSearcher(catalogue), catalogue.state())


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "corpus" / "年报").mkdir(parents=True)
    (tmp_path / "corpus" / "年报" / "示例.pdf").write_bytes(b"%PDF- sample")
    return Settings(tmp_path, f"sqlite:///{tmp_path / 'index' / 'catalogue.sqlite'}")


@pytest.fixture
def app(settings: Settings, shelf: Shelf) -> Flask:
    return create_app(settings, lambda: shelf)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
