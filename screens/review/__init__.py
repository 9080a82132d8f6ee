"""Screen 5: review."""
