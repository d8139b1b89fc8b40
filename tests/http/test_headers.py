"""Headers: security on every answer, caching on what never changes, origins on the API alone."""

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

READ_ONLY = (
    "/api/v1/maois",
    "/api/v1/maois/phenelzine",
    "/api/v1/sources",
    "/api/v1/meta",
    "/api/v1/openapi.json",
    "/api/v1/suggest?q=chedd",
    "/api/v1/switch?from=fluoxetine&to=phenelzine",
    "/api/docs",
)
OTHER = ("/", "/healthz", "/nowhere", "/api/v1/nowhere", "/static/css/api-docs.css")
CHECK = "/api/v1/check"


@pytest.mark.parametrize("address", READ_ONLY + OTHER)
def test_security_headers_stand_on_every_answer(client: FlaskClient, address: str) -> None:
    headers = client.get(address, buffered=True).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "Set-Cookie" not in headers


def test_strict_transport_only_where_there_is_transport_security(client: FlaskClient) -> None:
    assert "Strict-Transport-Security" not in client.get("/healthz").headers
    secure = client.get("/healthz", base_url="https://localhost")
    assert "Strict-Transport-Security" in secure.headers


@pytest.mark.parametrize("address", READ_ONLY)
def test_read_only_answers_are_kept_under_an_etag(client: FlaskClient, address: str) -> None:
    first = client.get(address)
    etag = first.headers["ETag"]
    assert first.status_code == 200
    assert not etag.startswith("W/")
    assert client.get("/healthz").get_json()["data"]["version"] in etag
    assert "max-age" in first.headers["Cache-Control"]
    again = client.get(address, headers={"If-None-Match": etag})
    assert again.status_code == 304
    assert again.get_data() == b""
    assert again.headers["ETag"] == etag
    other = client.get(address, headers={"If-None-Match": '"another"'})
    assert other.status_code == 200


def test_answers_to_what_was_typed_stay_out_of_shared_caches(client: FlaskClient) -> None:
    assert "public" in client.get("/api/v1/maois").headers["Cache-Control"]
    assert "private" in client.get("/api/v1/suggest?q=a").headers["Cache-Control"]


@pytest.mark.parametrize(
    "response",
    [
        lambda client: client.post(CHECK, json={"items": ["ibuprofen"]}),
        lambda client: client.post(CHECK, json={}),
        lambda client: client.post("/api/v1/scan", json={"text": "ibuprofen"}),
        lambda client: client.get(f"{CHECK}?item=ibuprofen"),
        lambda client: client.get("/api/v1/suggest"),
        lambda client: client.get("/healthz"),
        lambda client: client.post("/", data={"items": "ibuprofen"}),
    ],
)
def test_what_people_ask_is_stored_nowhere(client: FlaskClient, response: object) -> None:
    answer: TestResponse = response(client)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers


@pytest.mark.parametrize("address", ["/api/v1/maois", f"{CHECK}?item=a", "/api/v1/nowhere", CHECK])
def test_other_origins_may_read_the_api(client: FlaskClient, address: str) -> None:
    headers = client.get(address, headers={"Origin": "https://example.org"}).headers
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in headers


@pytest.mark.parametrize("address", ["/", "/api/docs", "/healthz", "/static/css/api-docs.css"])
def test_other_origins_may_read_nothing_else(client: FlaskClient, address: str) -> None:
    elsewhere = {"Origin": "https://example.org"}
    headers = client.get(address, headers=elsewhere, buffered=True).headers
    assert "Access-Control-Allow-Origin" not in headers


def test_a_preflight_is_answered(client: FlaskClient) -> None:
    response = client.options(
        CHECK,
        headers={
            "Origin": "https://example.org",
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type",
        },
    )
    assert response.status_code == 200
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "POST" in response.headers["Access-Control-Allow-Methods"]
    assert "content-type" in response.headers["Access-Control-Allow-Headers"].lower()
