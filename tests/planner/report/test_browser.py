"""The page in a real browser: nothing is fetched, nothing is run that came from the instance, all of it can be used."""

from __future__ import annotations

import base64
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from planner.report import html, report
from tests.planner.report import hostile

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="needs Chromium and its driver, which are not installed here"),
]
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-dev-shm-usage"
)
WIDTHS = (390, 1280)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("page") / "report.html"
    file.write_text(html(report(hostile.instance(), plan=hostile.outcome())), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def browser(page: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for flag in FLAGS.split():
        options.add_argument(flag)
    options.add_argument(f"--user-data-dir={tmp_path_factory.mktemp('profile')}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(service=Service(str(DRIVER)), options=options)
    driver.get(page.as_uri())
    yield driver
    driver.quit()


def test_nothing_is_fetched_or_run_and_nothing_complains(browser: Any, page: Path) -> None:
    assert browser.get_log("browser") == []
    events = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    sent = [event["params"] for event in events if event["method"] == "Network.requestWillBeSent"]
    asked = {each["request"]["url"] for each in sent if each["documentURL"] == page.as_uri()}  # not the browser's own
    assert asked == {page.as_uri()}
    assert browser.title != "run"
    assert browser.title.startswith("<title>'")


def test_charts_are_drawn_and_say_what_they_show(browser: Any) -> None:
    drawn = browser.execute_script(
        "return [...document.querySelectorAll('svg')].map(each => ["
        "each.getBBox().width, each.querySelectorAll('path').length, each.getAttribute('aria-label'),"
        "each.querySelector('[style]') === null,"
        "each.closest('figure').querySelectorAll('details table').length])"
    )
    assert len(drawn) >= 4
    for width, paths, label, unstyled, tables in drawn:
        assert width > 300
        assert paths > 5
        assert label
        assert unstyled
        assert tables == 1
    # Colours come from the page: bars are filled, and not black.
    fill = "return getComputedStyle(document.querySelector('svg .fill-c1')).fill"
    assert browser.execute_script(fill) == "rgb(31, 111, 178)"


def test_a_table_is_sorted_by_its_headings_and_sums_stay_last(browser: Any) -> None:
    column = (
        "const rows = [...document.querySelector('#decision table').tBodies[0].rows];"
        "return rows.map(row => row.cells[arguments[0]].textContent.trim())"
    )
    press = "document.querySelectorAll('#decision table')[0].tHead.rows[0].cells[arguments[0]].firstChild.click()"
    before = browser.execute_script(column, 4)
    assert before[-1] == f"{sum(int(each.replace(',', '')) for each in before[:-1]):,}"
    for order in (1, -1):
        browser.execute_script(press, 4)
        after = [int(each.replace(",", "")) for each in browser.execute_script(column, 4)]
        assert after[:-1] == sorted(after[:-1], reverse=order < 0)
        assert after[-1] == sum(after[:-1])
    heading = "return document.querySelectorAll('#decision table')[0].tHead.rows[0].cells[4].getAttribute('aria-sort')"
    assert browser.execute_script(heading) == "descending"
    assert "descending" in browser.execute_script("return document.getElementById('said').textContent")


def test_it_can_be_used_by_keyboard_and_read_aloud(browser: Any) -> None:
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys

    browser.refresh()
    browser.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    first = browser.switch_to.active_element
    assert first.text == "Skip to the report"
    assert first.location["x"] >= 0
    first.send_keys(Keys.ENTER)
    assert browser.switch_to.active_element.get_attribute("id") == "main"
    faults = browser.execute_script(
        "const faults = [];"
        "for (const each of document.querySelectorAll('th')) if (!each.scope) faults.push(each.outerHTML);"
        "for (const each of document.querySelectorAll('table')) if (!each.caption.textContent) faults.push('caption');"
        "for (const each of document.querySelectorAll('[aria-labelledby]'))"
        "  if (!document.getElementById(each.getAttribute('aria-labelledby'))) faults.push(each.outerHTML);"
        "for (const word of ['header', 'nav', 'main', 'footer'])"
        "  if (document.querySelectorAll(word).length !== 1) faults.push(word);"
        "if (document.querySelectorAll('h1').length !== 1) faults.push('h1');"
        "for (const each of document.querySelectorAll('nav a'))"
        "  if (!document.querySelector(each.hash)) faults.push(each.hash);"
        "return faults"
    )
    assert faults == []


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_sticks_out_of_the_page(browser: Any, width: int) -> None:
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_light_and_dark_have_contrast(browser: Any) -> None:
    for scheme in ("light", "dark"):
        feature = {"name": "prefers-color-scheme", "value": scheme}
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
        for selector in ("p", "a", "caption", "thead th", "figcaption"):
            ink, ground = browser.execute_script(
                "return [getComputedStyle(document.querySelector('main ' + arguments[0]) || "
                "document.querySelector(arguments[0])).color, getComputedStyle(document.body).backgroundColor]",
                selector,
            )
            assert contrast(ink, ground) >= 4.5, (scheme, selector, ink, ground)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def contrast(one: str, other: str) -> float:
    """By the formula of the Web Content Accessibility Guidelines."""

    def light(colour: str) -> float:
        parts = [int(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def test_it_prints(browser: Any) -> None:
    printed = browser.execute_cdp_cmd("Page.printToPDF", {"printBackground": True, "preferCSSPageSize": True})
    content = base64.b64decode(printed["data"])
    assert content.startswith(b"%PDF")
    assert content.count(b"/Type /Page") >= 4
