"""Start: with everything, or not at all."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import create_app
from checker.http import Settings

ROOT = Path(__file__).parents[1]
TYPED = "zyxwvtyped"


def test_bad_tables_stop_the_start_with_every_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "data"
    shutil.copytree(ROOT / "data", folder)
    (folder / "diets.csv").write_text("not,the,header\n")
    (folder / "maois.csv").unlink()
    with pytest.raises(SystemExit) as stopped:
        create_app(Settings(data=folder))
    told = capsys.readouterr().err
    assert stopped.value.code == 1
    assert "diets.csv:1: " in told
    assert "maois.csv:0: " in told


def run(**environment: str) -> subprocess.CompletedProcess[str]:
    """What ``python app.py`` says and ends with, where it ends."""
    return subprocess.run(
        [sys.executable, "app.py"],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_bad_setting_stops_the_start_and_says_why() -> None:
    ended = run(PORT="many", CHECKER_RATE_LIMIT="often")
    assert ended.returncode == 1
    assert "PORT: must be" in ended.stderr
    assert "CHECKER_RATE_LIMIT: must be" in ended.stderr
    assert "Traceback" not in ended.stderr


class Server:
    """A server of our own, on a free port, with what it writes."""

    def __init__(self, folder: Path, workers: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.log = folder / "log"
        environment = {"PORT": str(self.port), "WEB_CONCURRENCY": workers}
        with self.log.open("w") as log:
            self._process = subprocess.Popen(
                [sys.executable, "app.py"],
                cwd=ROOT,
                env=os.environ | environment,
                stdout=log,
                stderr=log,
            )
        self._wait()

    def _wait(self) -> None:
        until = time.monotonic() + 60
        while time.monotonic() < until and self._process.poll() is None:
            try:
                self.get("/healthz")
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise AssertionError(self.log.read_text())

    def get(self, path: str, body: bytes | None = None, method: str | None = None) -> int:
        """The status of one call."""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}",
            data=body,
            headers={"Content-Type": "application/json"},
            method=method,
        )
        try:
            with urllib.request.urlopen(request, timeout=10) as response:
                return response.status
        except urllib.error.HTTPError as error:
            error.close()
            return error.code

    def raw(self, text: bytes) -> None:
        """Send what no client would."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as line:
            line.sendall(text)
            line.recv(1000)

    def stop(self) -> None:
        """End it and wait."""
        self._process.terminate()
        self._process.wait(30)


@pytest.fixture(params=["1", "2"], ids=["waitress", "gunicorn"])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    made = Server(tmp_path, request.param)
    yield made
    made.stop()


def test_a_real_server_answers_and_writes_nothing_typed(server: Server) -> None:
    body = json.dumps({"maoi": "Nardil", "items": [TYPED]}).encode()
    assert server.get("/api/v1/check", body) == 200
    assert server.get(f"/api/v1/check?item={TYPED}") == 200
    assert server.get(f"/{TYPED}?{TYPED}") == 404
    assert server.get("/api/v1/check", f'{{"{TYPED}'.encode()) == 400
    assert server.get("/api/v1/check", TYPED.encode() * 100_000) == 413
    server.raw(f"GET /api/v1/check?item={TYPED} {TYPED} HTTP/1.1\r\n\r\n".encode())
    server.raw(f"{TYPED}\r\n\r\n".encode())
    server.stop()
    written = server.log.read_text()
    lines = [json.loads(line) for line in written.splitlines() if line.startswith("{")]
    assert {"method": "POST", "rule": "/api/v1/check", "status": 200} in [
        {name: line[name] for name in ("method", "rule", "status")} for line in lines
    ]
    assert TYPED not in written
