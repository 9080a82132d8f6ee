"""Dialogs that several screens share: each returns a typed value, or None when it was left."""
