"""The log holds method, rule, status and time; nothing that was typed ever reaches it."""

import json

import pytest
from flask import Flask
from flask.testing import FlaskClient

from checker.check import Checker
from checker.http.log import LOGGER

TYPED = "zyxwvtyped"


class Lines:
    """Stands in for a stream and keeps what is written."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> None:
        """Keep it."""
        self.text += text

    def flush(self) -> None:
        """Do nothing: it is kept already."""


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Lines:
    lines = Lines()
    monkeypatch.setattr(LOGGER.handlers[0], "stream", lines)
    return lines


def test_a_request_is_one_line_of_json(client: FlaskClient, written: Lines) -> None:
    client.get(f"/api/v1/maois/{TYPED}")
    line = json.loads(written.text)
    assert line.pop("ms") >= 0
    assert line == {"method": "GET", "rule": "/api/v1/maois/<profile_id>", "status": 404}


def test_nothing_typed_reaches_the_log(
    client: FlaskClient, written: Lines, capfd: pytest.CaptureFixture[str]
) -> None:
    asked = {"maoi": "Nardil", "items": [TYPED, {"text": TYPED, "kind": "drug"}]}
    client.post("/api/v1/check", json=asked)
    client.post("/api/v1/check", json={"maoi": TYPED, "items": [TYPED]})
    client.post("/api/v1/check", json={TYPED: TYPED})
    client.post("/api/v1/check", data=f'{{"{TYPED}', content_type="application/json")
    client.post("/api/v1/check", data=TYPED, content_type=TYPED)
    client.post("/api/v1/scan", json={"text": TYPED})
    client.get(f"/api/v1/check?maoi=Nardil&item={TYPED}")
    client.get(f"/api/v1/suggest?q={TYPED}")
    client.get(f"/api/v1/switch?from={TYPED}&to={TYPED}")
    client.get(f"/{TYPED}")
    client.post("/", data={"items": TYPED, "maoi": TYPED})
    client.open("/", method=TYPED.upper())
    out, err = capfd.readouterr()
    assert written.text.count("\n") == 12
    assert TYPED not in (written.text + out + err).lower()


@pytest.mark.parametrize("path", ["/api/v1/check", "/"])
def test_a_failure_is_told_without_content(
    app: Flask,
    checker: Checker,
    written: Lines,
    monkeypatch: pytest.MonkeyPatch,
    path: str,
) -> None:
    def fail(*_: object) -> None:
        raise ValueError(TYPED)

    monkeypatch.setattr(checker, "check", fail)
    form = {"maoi": "phenelzine", "items": TYPED}
    given = {"json": {"items": [TYPED]}} if path.startswith("/api") else {"data": form}
    response = app.test_client().post(path, **given)
    assert response.status_code == 500
    assert TYPED not in response.get_data(as_text=True)
    assert "Traceback" not in response.get_data(as_text=True)
    failure, request = [json.loads(line) for line in written.text.splitlines()]
    assert failure["error"] == "ValueError"
    assert failure["at"][-1].endswith(" fail")
    assert request["status"] == 500
    assert TYPED not in written.text
