"""What people do with the tracker, as pure functions from records to changes."""
