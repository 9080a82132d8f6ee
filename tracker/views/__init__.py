"""What a screen shows, worked out without a screen: pure readings of the records for one viewer."""
