"""Checks foods and medicines against monoamine oxidase inhibitors (MAOIs).

One line through the rooms: text → reading → judgement → explanation → answer. The core
(``terms`` to ``check`` and ``browse``) knows no web, no clock and no file; the shells
(``web``, ``api``, ``cli``) parse, ask once and present.
"""

__version__ = "0.1.0"
