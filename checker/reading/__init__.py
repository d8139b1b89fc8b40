"""Text to all plausible subjects. Knows names, never verdicts."""
