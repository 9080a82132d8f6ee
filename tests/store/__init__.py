"""Tests of the store: what every store does, what stands on the disk, and what it survives."""
