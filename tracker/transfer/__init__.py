"""Ways in and out: CSV, JSON, and other programs' data."""
