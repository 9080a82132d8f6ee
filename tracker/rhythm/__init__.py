"""The rules of rhythm: what a streak is. Pure, and light enough for a shell prompt."""
