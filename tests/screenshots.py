"""Takes the pictures of the running product (``make shots``) into ``docs/pictures``."""

import shutil
import sys
import threading
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select, WebDriverWait
from werkzeug.serving import make_server

from app import create_app
from checker.http import Settings

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "pictures"
PHONE = {"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": True}
SHOTS = (
    ("start", "", ""),
    ("answer", "phenelzine", "aged cheddar\nSudafed\nibuprofen\nxyzzyq\nfresh chicken breast"),
    ("asks", "phenelzine", "cheese\nchiken soup\nleftover curry"),
    ("limit", "selegiline-transdermal-12", "red wine\nfeta\npizza"),
)


def main() -> None:
    """Serves the application on a free port and takes every picture."""
    server = make_server("127.0.0.1", 0, create_app(Settings(rate_limit=None)), threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    driver = _driver()
    site = f"http://127.0.0.1:{server.server_port}"
    for name, maoi, items in SHOTS:
        driver.get(site)
        if items:
            _ask(driver, maoi, items)
        _shoot(driver, name)
    driver.get(f"{site}/emergency")
    _shoot(driver, "emergency")
    driver.quit()
    server.shutdown()


def _driver() -> webdriver.Chrome:
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or "chromium"
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(argument)
    service = Service(shutil.which("chromedriver") or "chromedriver")
    driver = webdriver.Chrome(options=options, service=service)
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", PHONE)
    return driver


def _ask(driver: webdriver.Chrome, maoi: str, items: str) -> None:
    Select(driver.find_element(By.ID, "maoi")).select_by_value(maoi)
    driver.find_element(By.ID, "items").send_keys(items)
    driver.find_element(By.CSS_SELECTOR, "button.main").click()
    WebDriverWait(driver, 10).until(lambda d: d.find_elements(By.CSS_SELECTOR, ".whole"))


def _shoot(driver: webdriver.Chrome, name: str) -> None:
    if driver.find_elements(By.CSS_SELECTOR, ".whole"):
        driver.execute_script("document.querySelector('.whole').scrollIntoView()")
    path = PICTURES / f"{name}.png"
    driver.save_screenshot(str(path))
    sys.stdout.write(f"{path.name}\n")


if __name__ == "__main__":
    main()
