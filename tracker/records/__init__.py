"""Typed, frozen views of the documents in the store."""
