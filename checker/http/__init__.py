"""What all HTTP shells share: settings, limits, headers, caching, errors and the log."""

from flask import Flask

from checker.http import caching, headers, inputs, limits, log
from checker.http.settings import Settings


def protect(app: Flask, settings: Settings, version: str) -> None:
    """Put the shared rules around every answer of ``app``; ``version`` becomes the ETag.

    The log comes first: what Flask runs after a request runs in the opposite order, so that
    the time it tells is that of the whole.
    """
    log.tell_requests(app)
    headers.secure(app)
    headers.share(app)
    caching.stamp(app, version)
    inputs.bound(app)
    limits.limit_calls(app, settings)


__all__ = ["Settings", "protect"]
