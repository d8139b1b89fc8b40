"""Settings by environment variable: read, or refused with the reason."""

import pytest

from checker.http.settings import Settings, SettingsInvalid


def test_nothing_set_gives_the_defaults() -> None:
    assert Settings.from_environment({}) == Settings()
    assert Settings() == Settings(5000, "600/minute", "memory://", 1, Settings().data)


def test_an_empty_setting_is_one_not_set() -> None:
    assert Settings.from_environment({"PORT": "", "CHECKER_RATE_LIMIT": " "}) == Settings()


@pytest.mark.parametrize(
    ("name", "text", "field", "value"),
    [
        ("PORT", "8080", "port", 8080),
        ("CHECKER_RATE_LIMIT", "off", "rate_limit", None),
        ("CHECKER_RATE_LIMIT", "OFF", "rate_limit", None),
        ("CHECKER_RATE_LIMIT", "5/second", "rate_limit", "5/second"),
        ("CHECKER_RATE_LIMIT", "1000 per hour", "rate_limit", "1000 per hour"),
        ("CHECKER_RATE_LIMIT_STORAGE", "memory", "rate_limit_storage", "memory://"),
        (
            "CHECKER_RATE_LIMIT_STORAGE",
            "redis://r:6379/0",
            "rate_limit_storage",
            "redis://r:6379/0",
        ),
        ("WEB_CONCURRENCY", "4", "workers", 4),
    ],
)
def test_a_setting_is_read(name: str, text: str, field: str, value: object) -> None:
    assert getattr(Settings.from_environment({name: text}), field) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        *[("PORT", text) for text in ("0", "65536", "-1", "http", "5000.0", "٥٠٠٠", "1e3")],
        *[("WEB_CONCURRENCY", text) for text in ("0", "many", "-2", "1000")],
        *[("CHECKER_RATE_LIMIT", text) for text in ("many", "600", "0/minute", "5/blink", "no")],
        *[("CHECKER_RATE_LIMIT_STORAGE", text) for text in ("disk", "redis://r:port", "x://y")],
    ],
)
def test_a_setting_that_cannot_be_read_is_refused_by_name(name: str, text: str) -> None:
    with pytest.raises(SettingsInvalid, match=f"^{name}: must be "):
        Settings.from_environment({name: text})


def test_all_faults_are_told_at_once_and_no_password() -> None:
    environment = {"PORT": "x", "CHECKER_RATE_LIMIT_STORAGE": "rediss:/u:secret@host:port"}
    with pytest.raises(SettingsInvalid) as refused:
        Settings.from_environment(environment)
    assert len(refused.value.faults) == 2
    assert "secret" not in str(refused.value)
