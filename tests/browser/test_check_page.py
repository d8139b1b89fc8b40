"""The check on a phone: with and without JavaScript, by keyboard, narrow, dark."""

from collections.abc import Callable
from typing import Any

import pytest
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select, WebDriverWait

from tests.browser.conftest import SMALLEST, resize

ASKED = "aged cheddar\nSudafed\nibuprofen\nNyQuil\nxyzzyq\nfresh chicken breast"
Browser = Callable[..., Any]


def ask(driver: Any, site: str, text: str, maoi: str = "phenelzine") -> None:
    driver.get(site)
    Select(driver.find_element(By.ID, "maoi")).select_by_value(maoi)
    box = driver.find_element(By.ID, "items")
    box.clear()
    box.send_keys(text)
    driver.find_element(By.CSS_SELECTOR, "button.main").click()
    WebDriverWait(driver, 10).until(lambda d: d.find_elements(By.CSS_SELECTOR, ".whole"))


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_the_whole_way_from_text_to_cards(opened: Browser, site: str, script: bool) -> None:
    driver = opened(script=script)
    ask(driver, site, ASKED)
    whole = driver.find_element(By.CSS_SELECTOR, ".whole")
    assert whole.text.startswith("Avoid 3 of 6")
    words = [card.text for card in driver.find_elements(By.CSS_SELECTOR, ".card .verdict .word")]
    assert words[:3] == ["Avoid:"] * 3
    assert "Not known:" in words
    assert len(words) == 6
    first = driver.find_element(By.CSS_SELECTOR, ".card")
    assert first.find_elements(By.CSS_SELECTOR, "svg.shape")
    assert "Already had it?" in first.text


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_did_you_mean_is_one_tap(opened: Browser, site: str, script: bool) -> None:
    driver = opened(script=script)
    ask(driver, site, "cheese")
    buttons = driver.find_elements(By.CSS_SELECTOR, ".candidates button")
    assert 1 < len(buttons) <= 5
    buttons[-1].click()
    WebDriverWait(driver, 10).until(
        lambda d: not d.find_elements(By.CSS_SELECTOR, ".candidates button")
    )
    assert driver.find_elements(By.CSS_SELECTOR, ".card .lead")


def test_the_maoi_is_kept_on_the_device(opened: Browser, site: str) -> None:
    driver = opened()
    driver.get(site)
    Select(driver.find_element(By.ID, "maoi")).select_by_value("rasagiline")
    driver.get(site)
    assert driver.find_element(By.ID, "maoi").get_attribute("value") == "rasagiline"
    driver.execute_script("localStorage.clear()")


def test_suggestions_come_while_typing_and_one_tap_takes_one(opened: Browser, site: str) -> None:
    driver = opened()
    driver.get(site)
    box = driver.find_element(By.ID, "items")
    box.send_keys("chedd")
    WebDriverWait(driver, 10).until(
        lambda d: d.find_elements(By.CSS_SELECTOR, "#suggestions button")
    )
    offered = driver.find_elements(By.CSS_SELECTOR, "#suggestions button")
    assert len(offered) <= 8
    assert all(button.size["height"] >= 44 for button in offered)
    offered[0].click()
    assert "chedd" in box.get_attribute("value").lower()


def test_by_keyboard_alone(opened: Browser, site: str) -> None:
    driver = opened()
    driver.get(site)
    keys = ActionChains(driver)
    keys.send_keys(Keys.TAB).perform()
    assert driver.switch_to.active_element.text == "Skip to main content"
    driver.find_element(By.ID, "items").send_keys("stilton", Keys.TAB)
    while driver.switch_to.active_element.get_attribute("type") != "submit":
        ActionChains(driver).send_keys(Keys.TAB).perform()
    ActionChains(driver).send_keys(Keys.ENTER).perform()
    WebDriverWait(driver, 10).until(lambda d: d.find_elements(By.CSS_SELECTOR, ".whole"))
    WebDriverWait(driver, 10).until(
        lambda d: d.switch_to.active_element.get_attribute("id") == "verdict-all"
    )


def test_an_empty_question_is_told_beside_its_field(opened: Browser, site: str) -> None:
    driver = opened()
    driver.get(site)
    driver.find_element(By.CSS_SELECTOR, "button.main").click()
    WebDriverWait(driver, 10).until(lambda d: d.find_elements(By.ID, "items-error"))
    box = driver.find_element(By.ID, "items")
    assert box.get_attribute("aria-invalid") == "true"
    assert "items-error" in box.get_attribute("aria-describedby")


@pytest.mark.parametrize("page", ["/", "/emergency", "/about"])
def test_nothing_scrolls_sideways_at_320_pixels(opened: Browser, site: str, page: str) -> None:
    driver = opened()
    resize(driver, SMALLEST)
    driver.get(site + page)
    wide = driver.execute_script("return document.documentElement.scrollWidth")
    assert wide <= SMALLEST[0]


def test_the_answer_does_not_scroll_sideways_at_320_pixels(opened: Browser, site: str) -> None:
    driver = opened()
    resize(driver, SMALLEST)
    ask(driver, site, ASKED)
    driver.execute_script("document.querySelectorAll('details').forEach((d) => d.open = true)")
    assert driver.execute_script("return document.documentElement.scrollWidth") <= SMALLEST[0]


@pytest.mark.parametrize("page", ["/", "/emergency", "/about", "/api/docs", "/problems/not-found"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(
    opened: Browser, site: str, violations: Callable[[Any], list[str]], page: str, dark: bool
) -> None:
    driver = opened(dark=dark)
    driver.get(site + page)
    assert violations(driver) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_in_an_answer(
    opened: Browser, site: str, violations: Callable[[Any], list[str]], dark: bool
) -> None:
    driver = opened(dark=dark)
    ask(driver, site, ASKED + "\ncheese\nbroad bean pods")
    assert violations(driver) == []
    driver.execute_script("document.querySelectorAll('details').forEach((d) => d.open = true)")
    assert violations(driver) == []


@pytest.mark.parametrize("page", ["/", "/about", "/api/docs"])
def test_every_page_leads_to_the_emergency_page(opened: Browser, site: str, page: str) -> None:
    driver = opened()
    driver.get(site + page)
    driver.find_element(By.CSS_SELECTOR, ".top .urgent").click()
    assert driver.current_url.endswith("/emergency")
    text = driver.find_element(By.ID, "main").text
    for word in ("headache", "stiff", "112", "988"):
        assert word in text


def test_what_can_be_touched_is_large_enough(opened: Browser, site: str) -> None:
    driver = opened()
    ask(driver, site, "cheese\nsudafed")
    small = driver.execute_script(
        "return [...document.querySelectorAll('button,select,textarea,summary,.top a')]"
        ".filter((e) => e.getClientRects().length && e.getBoundingClientRect().height < 44)"
        ".map((e) => e.outerHTML.slice(0, 80))"
    )
    assert small == []
