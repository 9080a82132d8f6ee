"""Screen 4: goals."""
