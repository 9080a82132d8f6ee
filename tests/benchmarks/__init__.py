"""The bench: how long things take, as ratios to references measured beside them. It never asserts on time."""
