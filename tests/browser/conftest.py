"""A real Chromium, phone-sized, against the real application on this machine."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from werkzeug.serving import make_server

PHONE = (390, 844)
SMALLEST = (320, 640)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
HOW_TO_GET_ONE = "no Chromium here: install the packages chromium and chromium-driver"


def _axe() -> str:
    spec = find_spec("axe_playwright_python")
    assert spec is not None
    assert spec.submodule_search_locations
    return (Path(spec.submodule_search_locations[0]) / "axe.min.js").read_text("utf-8")


@pytest.fixture(scope="session")
def chromium() -> tuple[str, str]:
    """Paths of the browser and its driver; a missing one skips, or fails where required."""
    paths = shutil.which("chromium"), shutil.which("chromedriver")
    if not all(paths):
        if os.environ.get("CHECKER_TEST_BROWSER") == "required":
            pytest.fail(HOW_TO_GET_ONE)
        pytest.skip(HOW_TO_GET_ONE)
    return str(paths[0]), str(paths[1])


@pytest.fixture(scope="session")
def site(app: Flask) -> Iterator[str]:
    """The address of the running application."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def opened(chromium: tuple[str, str]) -> Iterator[Callable[..., Any]]:
    """Opens browsers: ``opened(script=False)`` for one that runs no JavaScript."""
    drivers: dict[tuple[bool, bool], webdriver.Chrome] = {}

    def browser(script: bool = True, dark: bool = False) -> webdriver.Chrome:
        if (script, dark) not in drivers:
            drivers[script, dark] = _driver(chromium, script, dark)
        driver = drivers[script, dark]
        resize(driver, PHONE)
        return driver

    yield browser
    for driver in drivers.values():
        driver.quit()


def _driver(chromium: tuple[str, str], script: bool, dark: bool) -> webdriver.Chrome:
    options = webdriver.ChromeOptions()
    options.binary_location = chromium[0]
    for argument in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
    ):
        options.add_argument(argument)
    if dark:
        options.add_argument("--blink-settings=preferredColorScheme=0")
    if not script:
        setting = {"profile.managed_default_content_settings.javascript": 2}
        options.add_experimental_option("prefs", setting)
    return webdriver.Chrome(options=options, service=Service(chromium[1]))


def resize(driver: webdriver.Chrome, size: tuple[int, int]) -> None:
    """Makes the page that many CSS pixels wide and high."""
    metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


@pytest.fixture(scope="session")
def violations() -> Callable[[webdriver.Chrome], list[str]]:
    """What axe (4.12 or later, with the rules of WCAG 2.2) finds wrong with a page."""
    script = _axe()

    def find(driver: webdriver.Chrome) -> list[str]:
        driver.execute_script(script)
        version = tuple(map(int, driver.execute_script("return axe.version").split(".")))
        assert version >= (4, 12)
        found = driver.execute_async_script(
            "const done = arguments[arguments.length - 1];"
            "axe.run({runOnly: arguments[0]}).then((r) => done(r.violations.map((v) =>"
            "v.id + ': ' + v.nodes.map((n) => n.target.join(' ')).join(', '))));",
            RULES,
        )
        return list(found)

    return find
