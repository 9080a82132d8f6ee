"""The store: one TinyDB file a writer and month, merged by the newest version."""
