"""So many calls a client and span of time, told by the IETF draft's header fields."""

import math
import time
from http import HTTPStatus

from flask import Flask, Response, request
from flask_limiter import Limiter, RequestLimit
from flask_limiter.util import get_remote_address

from checker.http.settings import Settings

# Parts of a page, and the call by which a machine is watched, are not somebody's calls.
FREE = frozenset({"static", "api.healthz"})

# How long a call waits for the shared store, in seconds; memory takes no notice of it.
PATIENCE: dict[str, str | int] = {"socket_connect_timeout": 1, "socket_timeout": 1}


def limit_calls(app: Flask, settings: Settings) -> None:
    """Refuse the calls of one client beyond the limit with 429, and tell how many are left.

    Where the shared store cannot be reached, each process counts for itself: an answer that
    somebody waits for matters more than the count.
    """
    if settings.rate_limit is None:
        return
    limiter = Limiter(
        get_remote_address,
        app=app,
        application_limits=[settings.rate_limit],
        storage_uri=settings.rate_limit_storage,
        storage_options=PATIENCE,
        in_memory_fallback_enabled=True,
    )
    limiter.request_filter(lambda: request.endpoint in FREE)

    def told(response: Response) -> Response:
        if limiter.current_limit is not None:
            _tell(response, limiter.current_limit)
        return response

    app.after_request(told)


def _tell(response: Response, limit: RequestLimit) -> None:
    """Header fields of draft-ietf-httpapi-ratelimit-headers, and ``Retry-After`` on a 429."""
    quota, span = limit.limit.amount, limit.limit.get_expiry()
    # The store counts in whole seconds and may be off by one on either side.
    seconds = min(span, max(1, math.ceil(limit.reset_at - time.time())))
    response.headers["RateLimit-Policy"] = f'"default";q={quota};w={span}'
    response.headers["RateLimit"] = f'"default";r={max(0, limit.remaining)};t={seconds}'
    if response.status_code == HTTPStatus.TOO_MANY_REQUESTS:
        response.headers["Retry-After"] = str(seconds)
