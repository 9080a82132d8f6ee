"""What the tracker says and knows, in words of our own."""
