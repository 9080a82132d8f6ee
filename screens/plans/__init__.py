"""Screens 2 and 3: dates and trips. They differ in what a span is, a week or a month, and share all else."""
