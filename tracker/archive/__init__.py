"""Backups as one file, and putting them back. Works on the files as stored; knows nothing of screens."""
