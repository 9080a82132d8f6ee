"""What the store tells the people of what it found; of a mended file see `tracker.store.rescue`."""

from __future__ import annotations

from tracker.store.documents import Notice

NEWER = Notice(
    "newer",
    "A newer Rekindle wrote here. What this one knows is shown; bring it up to date to write.",
)
NEWER_REFUSED = "A newer Rekindle wrote here, so this one saves nothing. Bring this one up to date."
FORBIDDEN_TO_WRITE = Notice(
    "read-only",
    "This account may not write where the data is kept. Everything is shown, and nothing can be saved.",
)
NO_PEN = Notice(
    "read-only",
    "What this account needs to write cannot be kept in its own folder. "
    "Everything is shown, and nothing can be saved.",
)
UNKNOWN_ZONE = Notice(
    "time-zone",
    "This machine does not know the time zone that is kept, so days are counted in its own. "
    "`rekindle setup --time-zone`, or s in the app, puts it right.",
)
UNKNOWN_DAY_END = Notice(
    "day-end",
    "The day end that is kept cannot be read, so a day ends at 04:00. "
    "`rekindle setup --day-ends-at`, or s in the app, puts it right.",
)
LINKED = Notice(
    "unreadable",
    "Something in the data folder is a link. It was not followed, and what is behind it is not shown.",
)
FORBIDDEN = Notice(
    "other-writer", "This account may not read all that stands in the data folder; the rest is shown."
)
UNREADABLE = Notice(
    "unreadable", "The system could not read one of the files in the data folder; the rest is shown."
)
DAMAGED = Notice(
    "other-writer",
    "A file in the data folder is damaged. What its newest good backup holds is shown, "
    "and the account that wrote it puts it right when it opens Rekindle.",
)
STRANGE = Notice(
    "unreadable",
    "A file holds entries that are not written as they should be. They are left as they are, and not shown.",
)
