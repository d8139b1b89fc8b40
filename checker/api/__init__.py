"""The HTTP API: parse, ask the checker once, present. Routes, and their description."""

from checker.api.routes import api

__all__ = ["api"]
