"""The domain of Rekindle, its store and its command line. Knows nothing of Textual."""

__version__ = "0.1.0"
