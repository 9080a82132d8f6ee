"""Screen 6: journey."""
