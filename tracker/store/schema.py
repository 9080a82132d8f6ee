"""How older files become today's: small pure steps, each from one schema number to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

SCHEMA = 1
"""The schema that this version writes. A file with a higher one is shown, and nothing is written anywhere."""

RawTables = dict[str, dict[str, Any]]
"""A file's tables as parsed, without `_meta`: by table and TinyDB doc id."""

Step = Callable[[RawTables], RawTables]
"""Gives new tables and leaves those it was given alone."""

STEPS: Mapping[int, Step] = {}
"""`STEPS[n]` makes schema n + 1 of schema n."""


def migrated(
    tables: RawTables, schema: int, steps: Mapping[int, Step] = STEPS, target: int = SCHEMA
) -> RawTables:
    """The tables in the target schema. A newer schema, or one no step is known for, is left as it is."""
    while schema < target and schema in steps:
        tables = steps[schema](tables)
        schema += 1
    return tables
