"""What tests share: the real tables, loaded once, and the shells over them."""

from collections.abc import Iterator
from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient, FlaskCliRunner
from hypothesis import settings

from app import create_app
from checker.check import Checker
from checker.http import Settings

# The first call in a process pays for what is made once: no deadline on one example.
settings.register_profile("checker", deadline=None, derandomize=True)
settings.load_profile("checker")


@pytest.fixture(scope="session")
def app() -> Flask:
    """The whole application; calls are not counted, since tests make thousands."""
    made = create_app(Settings(rate_limit=None))
    made.testing = True
    return made


@pytest.fixture(scope="session")
def checker(app: Flask) -> Checker:
    """The checker over the real tables."""
    made: Checker = app.extensions["checker"]
    return made


@pytest.fixture
def client(app: Flask) -> Iterator[FlaskClient]:
    """A client of the application."""
    with app.test_client() as made:
        yield made


@pytest.fixture
def runner(app: Flask) -> FlaskCliRunner:
    """A runner of the command line."""
    return app.test_cli_runner()


@pytest.fixture(scope="session")
def today() -> date:
    """A day on which answers are asked for, the same on every run."""
    return date(2026, 11, 20)
