"""Tests of the made-up couple."""
