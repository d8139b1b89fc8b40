"""No body and no query string whatever makes the server fail."""

import json

from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.test import Client

TEXT = st.text(max_size=220)
VALUE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)
ITEM = TEXT | st.fixed_dictionaries(
    {},
    optional={
        "text": TEXT,
        "kind": st.sampled_from(["food", "drug", "herb"]),
        "amount_g": st.integers(-5, 6000) | st.floats(allow_nan=False),
        "code": st.fixed_dictionaries({"system": TEXT, "code": TEXT}),
    },
)
DAY = st.dates().map(str) | TEXT
NEAR = st.fixed_dictionaries(
    {"items": st.lists(ITEM | VALUE, max_size=5)},
    optional={"maoi": TEXT | st.just("Nardil"), "on": DAY, "maoi_stopped_on": DAY},
)


def ask(app: Flask, **request: object) -> int:
    """The status of one call, after it was seen to be an answer or a problem."""
    response = Client(app).open(**request)
    assert response.status_code in (200, 400, 413, 415, 422)
    assert response.mimetype in ("application/json", "application/problem+json")
    content = json.loads(response.get_data())
    assert response.status_code == 200 or content["status"] == response.status_code
    return response.status_code


@given(body=st.binary(max_size=400))
def test_any_bytes(app: Flask, body: bytes) -> None:
    for path in ("/api/v1/check", "/api/v1/scan"):
        ask(app, path=path, method="POST", data=body, content_type="application/json")


@given(value=VALUE | NEAR)
def test_any_json(app: Flask, value: object) -> None:
    body = json.dumps(value)
    for path in ("/api/v1/check", "/api/v1/scan"):
        ask(app, path=path, method="POST", data=body, content_type="application/json")


@given(items=st.lists(st.text(min_size=1, max_size=200).filter(str.strip), min_size=1, max_size=5))
def test_any_texts_are_answered(app: Flask, items: list[str]) -> None:
    body = json.dumps({"items": items})
    content_type = "application/json"
    status = ask(app, path="/api/v1/check", method="POST", data=body, content_type=content_type)
    assert status == 200


@given(text=st.text(min_size=1, max_size=2000).filter(str.strip))
def test_any_running_text_is_answered(app: Flask, text: str) -> None:
    body = json.dumps({"maoi": "Nardil", "text": text})
    content_type = "application/json"
    assert ask(app, path="/api/v1/scan", method="POST", data=body, content_type=content_type) == 200


@given(query=st.binary(max_size=200))
def test_any_query_string(app: Flask, query: bytes) -> None:
    text = query.decode("latin-1")
    for path in ("/api/v1/check", "/api/v1/suggest", "/api/v1/switch"):
        ask(app, path=path, query_string="item=a&q=a&from=a&to=b&" + text)


@given(query=st.dictionaries(st.sampled_from(["q", "from", "to", "item", "maoi"]), TEXT))
def test_any_texts_in_a_query_string(app: Flask, query: dict[str, str]) -> None:
    for path in ("/api/v1/check", "/api/v1/suggest", "/api/v1/switch"):
        ask(app, path=path, query_string=query)
