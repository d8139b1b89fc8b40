"""Calls are counted for each client, and told in the header fields of the IETF draft."""

import re

import pytest
from flask import Flask

from app import create_app
from checker.http import Settings


@pytest.fixture(scope="module")
def limited() -> Flask:
    return create_app(Settings(rate_limit="3/minute"))


def test_the_fourth_call_of_three_is_429_with_retry_after(limited: Flask) -> None:
    client = limited.test_client()
    somebody = {"REMOTE_ADDR": "192.0.2.1"}
    left = []
    for _ in range(3):
        response = client.get("/api/v1/meta", environ_base=somebody)
        assert response.status_code == 200
        assert response.headers["RateLimit-Policy"] == '"default";q=3;w=60'
        left.append(re.fullmatch(r'"default";r=(\d+);t=\d+', response.headers["RateLimit"])[1])
    assert left == ["2", "1", "0"]
    refused = client.post("/api/v1/check", json={"items": ["a"]}, environ_base=somebody)
    assert refused.status_code == 429
    assert refused.mimetype == "application/problem+json"
    assert refused.get_json()["type"] == "/problems/too-many-calls"
    assert 1 <= int(refused.headers["Retry-After"]) <= 60
    assert refused.headers["Cache-Control"] == "no-store"
    assert refused.headers["Access-Control-Allow-Origin"] == "*"


def test_a_page_beyond_the_limit_is_a_page(limited: Flask) -> None:
    client = limited.test_client()
    answers = [client.get("/", environ_base={"REMOTE_ADDR": "192.0.2.2"}) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert answers[-1].mimetype == "text/html"
    assert answers[-1].headers["Retry-After"]


def test_each_client_has_calls_of_its_own(limited: Flask) -> None:
    client = limited.test_client()
    for number in range(10, 20):
        answer = client.get("/api/v1/meta", environ_base={"REMOTE_ADDR": f"192.0.2.{number}"})
        assert answer.status_code == 200


def test_files_of_pages_and_signs_of_life_are_not_counted(limited: Flask) -> None:
    client = limited.test_client()
    for _ in range(10):
        somebody = {"REMOTE_ADDR": "192.0.2.3"}
        assert client.get("/healthz", environ_base=somebody).status_code == 200
        address = "/static/css/api-docs.css"
        css = client.get(address, environ_base=somebody, buffered=True)
        assert css.status_code == 200


def test_off_counts_nothing() -> None:
    client = create_app(Settings(rate_limit=None)).test_client()
    answers = [client.get("/api/v1/meta") for _ in range(700)]
    assert {answer.status_code for answer in answers} == {200}
    assert "RateLimit" not in answers[-1].headers


def test_where_the_shared_store_is_away_each_process_counts_for_itself() -> None:
    away = Settings(rate_limit="3/minute", rate_limit_storage="redis://127.0.0.1:1/0")
    client = create_app(away).test_client()
    answers = [client.get("/api/v1/meta").status_code for _ in range(4)]
    assert answers == [200, 200, 200, 429]
