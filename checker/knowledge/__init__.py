"""Tables to records: the files read, checked, linked and frozen."""
