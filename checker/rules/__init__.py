"""Subject and MAOI to judgements. Knows ids and numbers, never text."""
