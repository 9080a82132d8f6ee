"""A made-up couple, to look around with."""
