"""Settings by environment variable; one that cannot be read stops the start."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import limits
import limits.errors
import limits.storage

ROOT = Path(__file__).resolve().parents[2]
MEMORY = "memory://"
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Settings:
    """How this process serves.

    ``rate_limit`` is a limit of calls for one client ("600/minute"), None for no limit;
    ``workers`` is the number of processes; ``data`` the folder of the tables.
    """

    port: int = 5000
    rate_limit: str | None = "600/minute"
    rate_limit_storage: str = MEMORY
    workers: int = 1
    data: Path = ROOT / "data"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        """The settings that the environment names, the rest by default.

        Raises:
            SettingsInvalid: one or more cannot be read; the message names all of them.
        """
        default = cls()
        faults: list[str] = []

        def setting(name: str, read: Callable[[str], Value], otherwise: Value) -> Value:
            text = environment.get(name, "").strip()
            try:
                return read(text) if text else otherwise
            except ValueError as error:
                faults.append(f"{name}: {error}")
                return otherwise

        settings = cls(
            port=setting("PORT", _port, default.port),
            rate_limit=setting("CHECKER_RATE_LIMIT", _limit, default.rate_limit),
            rate_limit_storage=setting("CHECKER_RATE_LIMIT_STORAGE", _storage, MEMORY),
            workers=setting("WEB_CONCURRENCY", _workers, default.workers),
        )
        if faults:
            raise SettingsInvalid(tuple(faults))
        return settings


class SettingsInvalid(Exception):
    """Settings that cannot be read, each with its name and the reason."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def _port(text: str) -> int:
    return _between(text, 1, 65_535)


def _workers(text: str) -> int:
    return _between(text, 1, 256)


def _between(text: str, least: int, most: int) -> int:
    if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
        raise ValueError(f"must be a whole number from {least} to {most}")
    return int(text)


def _limit(text: str) -> str | None:
    if text.lower() == "off":
        return None
    try:
        limit = limits.parse(text)
    except ValueError:
        limit = None
    if limit is None or limit.amount < 1:
        raise ValueError('must be a number of calls and a span, such as "600/minute", or "off"')
    return text


def _storage(text: str) -> str:
    url = MEMORY if text == "memory" else text
    try:
        limits.storage.storage_from_string(url)
    except (ValueError, limits.errors.ConfigurationError):
        # The address is not repeated: it may hold a password.
        raise ValueError('must be "memory" or a Redis address (redis://host:port/0)') from None
    return url
