"""Security headers on every answer, and reading from other origins on the API alone."""

from flask import Flask, Response, request
from flask_cors import CORS

# Everything comes from here, nothing is inline, nobody may frame it.
CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
SECURITY = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    # For browsers that do not know frame-ancestors.
    "X-Frame-Options": "DENY",
    # The address of a page may name a medicine: no other site is told it.
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
A_YEAR = "max-age=31536000"

SHARED = (r"/api/v1/.*", r"/cds-services.*")
EXPOSED = ("ETag", "Link", "RateLimit", "RateLimit-Policy", "Retry-After")


def secure(app: Flask) -> None:
    """Put the security headers on every answer."""
    app.after_request(_secured)


def share(app: Flask) -> None:
    """Let pages of other origins read the API, without cookies or credentials.

    ``Authorization`` is allowed as a header since CDS Hooks clients send one; it is not read.
    """
    CORS(
        app,
        resources=list(SHARED),
        origins="*",
        send_wildcard=True,
        methods=["GET", "HEAD", "POST", "OPTIONS"],
        allow_headers=["Authorization", "Content-Type", "If-None-Match"],
        expose_headers=list(EXPOSED),
        max_age=3600,
    )


def _secured(response: Response) -> Response:
    response.headers.update(SECURITY)
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = A_YEAR
    return response
