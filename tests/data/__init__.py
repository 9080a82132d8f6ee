"""What the tracker says: its files, and how they are dealt out."""
