"""The contract's table of bad input, row by row."""

import json

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

PROBLEM = "application/problem+json"
JSON = "application/json"
CHECK = "/api/v1/check"
MARK = "zyxwv-typed-by-somebody"


def post(client: FlaskClient, body: bytes | str, content_type: str | None = JSON) -> TestResponse:
    return client.post(CHECK, data=body, content_type=content_type)


def problem(response: TestResponse, status: int, slug: str) -> dict:
    """The problem in an answer, after what every problem must be was checked."""
    assert response.status_code == status
    assert response.mimetype == PROBLEM
    assert response.headers["Cache-Control"] == "no-store"
    assert MARK not in response.get_data(as_text=True)
    content = response.get_json()
    assert {"type", "title", "status", "detail"} <= set(content)
    assert content["type"] == f"/problems/{slug}"
    assert content["status"] == status
    return content


def pointers(content: dict) -> list[str]:
    return [fault["pointer"] for fault in content["errors"]]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b" ",
        b"{",
        b'{"items": ["a"]',
        b'{"items": ["a"],}',
        b"{'items': ['a']}",
        b'{"items": [NaN]}',
        b'{"items": [{"text": "a", "amount_g": Infinity}]}',
        b'{"items": ["a"], "items": ["b"]}',
        b'{"items": [{"text": "a", "text": "b"}]}',
        b'{"items": ["\\ud800"]}',
        b'{"\\udfff": 1}',
        b'{"items": ["\xff\xfe"]}',
        '{"items": ["é"]}'.encode("latin-1"),
        '{"items": ["a"]}'.encode("utf-16"),
        b'{"items": ["a\x00"]}',
        b'{"items": [{"text": "a", "amount_g": ' + b"9" * 5000 + b"}]}",
        b"[" * 100_000,
        b'{"items":' * 20_000,
        b"[" * 50_000 + b"]" * 50_000,
        f'{{"items": ["{MARK}"'.encode(),
        f'{{"{MARK}": 1, "{MARK}": 2}}'.encode(),
    ],
)
def test_a_body_that_is_no_json_is_400(client: FlaskClient, body: bytes) -> None:
    problem(post(client, body), 400, "malformed-json")


def test_a_byte_order_mark_is_read_over(client: FlaskClient) -> None:
    assert post(client, b'\xef\xbb\xbf{"items": ["ibuprofen"]}').status_code == 200


@pytest.mark.parametrize(
    ("asked", "where"),
    [
        ([], ["#"]),
        ("aged cheddar", ["#"]),
        (None, ["#"]),
        (3, ["#"]),
        ({}, ["#/items"]),
        ({"items": None}, ["#/items"]),
        ({"items": {}}, ["#/items"]),
        ({"items": "aged cheddar"}, ["#/items"]),
        ({"items": []}, ["#/items"]),
        ({"items": ["a"] * 201}, ["#/items"]),
        ({"items": [""]}, ["#/items/0"]),
        ({"items": ["a", " \t\n\u2003"]}, ["#/items/1"]),
        ({"items": ["a" * 201]}, ["#/items/0"]),
        ({"items": [1, None, True, [], "a"]}, [f"#/items/{n}" for n in range(4)]),
        ({"items": [{}]}, ["#/items/0"]),
        ({"items": [{"text": None}]}, ["#/items/0"]),
        ({"items": [{"text": 7}]}, ["#/items/0/text"]),
        ({"items": [{"text": ""}]}, ["#/items/0/text"]),
        ({"items": [{"text": "a" * 201}]}, ["#/items/0/text"]),
        ({"items": [{"text": "a", "kind": "herb"}]}, ["#/items/0/kind"]),
        ({"items": [{"text": "a", "kind": "Food"}]}, ["#/items/0/kind"]),
        ({"items": [{"text": "a", "code": "36567"}]}, ["#/items/0/code"]),
        ({"items": [{"code": {"system": "x"}}]}, ["#/items/0/code/code"]),
        ({"items": [{"code": {"system": "x", "code": 1}}]}, ["#/items/0/code/code"]),
        ({"items": [{"text": "a", "amount": 5}]}, ["#/items/0/amount"]),
        ({"items": [{"text": "a", MARK: 5}]}, ["#/items/0"]),
        ({"items": ["a"], "maio": "nardil"}, ["#/maio"]),
        ({"items": ["a"], "maoi": 3}, ["#/maoi"]),
        ({"items": ["a"], "maoi": ""}, ["#/maoi"]),
        ({"items": ["a"], "maoi": "a" * 201}, ["#/maoi"]),
        ({"items": ["a"], "maoi": ["nardil"]}, ["#/maoi"]),
        ({"items": [{"text": ""}], "on": "x", "maoi": 1}, ["#/maoi", "#/on", "#/items/0/text"]),
    ],
)
def test_json_of_the_wrong_shape_is_422_with_pointers(
    client: FlaskClient, asked: object, where: list[str]
) -> None:
    content = problem(post(client, json.dumps(asked)), 422, "invalid-input")
    assert pointers(content) == where


@pytest.mark.parametrize("amount", [0, -1, 5000.01, 1e308, True, "15", [15], 10**400])
def test_an_amount_that_is_none_is_422(client: FlaskClient, amount: object) -> None:
    asked = {"items": [{"text": "a", "amount_g": amount}]}
    content = problem(post(client, json.dumps(asked)), 422, "invalid-input")
    assert pointers(content) == ["#/items/0/amount_g"]


def test_an_infinite_amount_is_422(client: FlaskClient) -> None:
    body = '{"items": [{"text": "a", "amount_g": 1e999}]}'
    assert pointers(problem(post(client, body), 422, "invalid-input")) == ["#/items/0/amount_g"]


@pytest.mark.parametrize("field", ["on", "maoi_stopped_on"])
@pytest.mark.parametrize(
    "day",
    [
        "",
        "today",
        "2026-02-30",
        "20261120",
        "2026-11-20T00:00:00",
        "2026-1-2",
        20261120,
        0,
        True,
        "1899-12-31",
        "2200-01-01",
        "9999-12-31",
        "0000-01-01",
        "٢٠٢٦-١١-٢٠",
        " 2026-11-20",
    ],
)
def test_a_day_that_is_none_is_422(client: FlaskClient, field: str, day: object) -> None:
    content = problem(post(client, json.dumps({"items": ["a"], field: day})), 422, "invalid-input")
    assert pointers(content) == [f"#/{field}"]


@pytest.mark.parametrize("day", ["1900-01-01", "2199-12-31"])
def test_days_at_the_ends_of_the_calendar_are_answered(client: FlaskClient, day: str) -> None:
    asked = {"items": ["aged cheddar"], "maoi": "Nardil", "maoi_stopped_on": day, "on": day}
    assert client.post(CHECK, json=asked).status_code == 200


def test_an_unknown_maoi_is_422_with_the_nearest_profiles(client: FlaskClient) -> None:
    response = client.post(CHECK, json={"maoi": f"phenelzin {MARK}", "items": ["a"]})
    content = problem(response, 422, "unknown-maoi")
    assert pointers(content) == ["#/maoi"]
    assert content["suggestions"]
    assert all(set(one) == {"id", "name"} for one in content["suggestions"])


def test_one_to_two_hundred_items_are_answered(client: FlaskClient) -> None:
    for number in (1, 200):
        answer = client.post(CHECK, json={"items": ["ibuprofen"] * number})
        assert len(answer.get_json()["items"]) == number


def test_a_text_of_one_and_of_two_hundred_characters_is_answered(client: FlaskClient) -> None:
    answer = client.post(CHECK, json={"items": ["x", "🧀" * 200]})
    assert answer.get_json()["verdict"] == "unknown"


def test_too_many_faults_are_told_in_part(client: FlaskClient) -> None:
    asked = {"items": ["a"]} | {f"field_{'x' * n}": 1 for n in range(1, 500)}
    content = problem(client.post(CHECK, json=asked), 422, "invalid-input")
    assert len(content["errors"]) == 100


def test_a_body_over_256_kib_is_413(client: FlaskClient) -> None:
    body = json.dumps({"items": ["a"]}).encode()
    assert post(client, body.ljust(256 * 1024)).status_code == 200
    problem(post(client, body.ljust(256 * 1024 + 1)), 413, "too-large")


@pytest.mark.parametrize(
    "content_type",
    [
        None,
        "",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "text/json",
        "application/jsonx",
        "application/json; charset=latin-1",
        MARK,
    ],
)
def test_another_content_type_is_415(client: FlaskClient, content_type: str | None) -> None:
    problem(post(client, '{"items": ["a"]}', content_type), 415, "unsupported-media-type")


@pytest.mark.parametrize(
    "content_type",
    [
        "application/json",
        "APPLICATION/JSON",
        "application/json; charset=UTF-8",
        'application/json;charset="utf-8"',
    ],
)
def test_json_may_name_its_charset(client: FlaskClient, content_type: str) -> None:
    assert post(client, '{"items": ["ibuprofen"]}', content_type).status_code == 200


def test_a_compressed_body_is_415(client: FlaskClient) -> None:
    response = client.post(
        CHECK, data=b"\x1f\x8b", content_type=JSON, headers={"Content-Encoding": "gzip"}
    )
    problem(response, 415, "unsupported-media-type")


@pytest.mark.parametrize(
    "text",
    [
        "\x00",
        "\x1b[31mred\x07",
        "a\u0000b",
        "🧀🍷",
        "\u202eradde hc\u202c",
        "جبنة",
        "a" + "\u0301" * 199,
        "<script>alert(1)</script>",
        "'; DROP TABLE foods; --",
        "{{7*7}}",
        "../../etc/passwd",
        "%00%0a",
        "\ufffe\uffff",
        "𐀀" * 200,
        "ﷺ" * 200,
        "-" * 200,
        "1" * 200,
    ],
)
def test_odd_text_is_only_text(client: FlaskClient, text: str) -> None:
    response = client.post(CHECK, json={"maoi": "Nardil", "items": [text]})
    answer = response.get_json()
    assert response.status_code == 200
    assert answer["items"][0]["text"] == text
    assert answer["items"][0]["decision"] != "match"
    assert answer["verdict"] in ("unknown", "avoid")
    assert "<script>" not in client.get("/").get_data(as_text=True).lower()


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("", ["#/item"]),
        ("maoi=nardil", ["#/item"]),
        ("item=", ["#/item/0"]),
        ("item=a&item=%20", ["#/item/1"]),
        ("item=a&maoi=x&maoi=y", ["#/maoi"]),
        ("item=a&on=today", ["#/on"]),
        ("item=a&items=b", ["#/items"]),
        (f"item=a&{MARK}=b", ["#"]),
        ("&".join(["item=a"] * 201), ["#/item"]),
    ],
)
def test_a_query_string_of_the_wrong_shape_is_422(
    client: FlaskClient, query: str, where: list[str]
) -> None:
    content = problem(client.get(f"{CHECK}?{query}"), 422, "invalid-input")
    assert pointers(content) == where


@pytest.mark.parametrize(
    "address",
    [
        "/api/v1/suggest",
        "/api/v1/suggest?q=",
        "/api/v1/suggest?q=a&limit=0",
        "/api/v1/suggest?q=a&limit=51",
        "/api/v1/suggest?q=a&limit=many",
        "/api/v1/suggest?q=a&limit=9999999999999999999999",
        "/api/v1/suggest?q=a&kind=herb",
        "/api/v1/maois?q=a",
        "/api/v1/switch?from=fluoxetine",
        "/api/v1/switch?from=fluoxetine&to=phenelzine&last_dose=yesterday",
    ],
)
def test_queries_of_other_calls_are_checked_too(client: FlaskClient, address: str) -> None:
    problem(client.get(address), 422, "invalid-input")


@pytest.mark.parametrize("text", ["", " \n", "a" * 20_001, 1, None])
def test_a_scan_needs_a_text(client: FlaskClient, text: object) -> None:
    problem(client.post("/api/v1/scan", json={"text": text}), 422, "invalid-input")


@pytest.mark.parametrize(
    "address", [f"/api/v1/{MARK}", "/api/v1/", "/api/v2/check", f"/api/v1/maois/{MARK}"]
)
def test_another_address_is_404(client: FlaskClient, address: str) -> None:
    problem(client.get(address), 404, "not-found")


@pytest.mark.parametrize(
    ("method", "address", "allowed"),
    [
        ("DELETE", CHECK, {"GET", "HEAD", "OPTIONS", "POST"}),
        ("GET", "/api/v1/scan", {"OPTIONS", "POST"}),
        ("POST", "/api/v1/meta", {"GET", "HEAD", "OPTIONS"}),
        ("PUT", "/healthz", {"GET", "HEAD", "OPTIONS"}),
    ],
)
def test_another_method_is_405_with_allow(
    client: FlaskClient, method: str, address: str, allowed: set[str]
) -> None:
    response = client.open(address, method=method)
    problem(response, 405, "method-not-allowed")
    assert set(response.headers["Allow"].split(", ")) == allowed
