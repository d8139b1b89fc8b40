"""Pages for people, on a phone or at a desk. They ask the checker and present."""

from checker.web.pages import pages

__all__ = ["pages"]
