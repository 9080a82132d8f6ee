"""What a document looks like to those who only read; apart from the changes, which they need not import."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Document = Mapping[str, Any]
"""One stored document as it stands in its file: JSON values only. Treat it as frozen."""

Stamp = tuple[int, str]
"""The version of a document: `(_v, _w)`, the microsecond stamp and the writer. The highest is the newest."""

Key = tuple[str, str]
"""Table and id."""

Tables = Mapping[str, Mapping[str, Document]]
"""Documents by table and id."""
