"""The Textual app."""

import os

# Textual tells a lone Escape from the start of a longer key by a pause of 100 ms, which is felt; the bytes of
# a key arrive together even over a slow line. Textual reads this at import, so it stands before that.
os.environ.setdefault("ESCDELAY", "25")
