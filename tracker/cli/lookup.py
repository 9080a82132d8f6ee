"""`lookup`: the shared part of the look-up. It never goes past the question itself."""

from __future__ import annotations

import json
from argparse import Namespace

from tracker.cli.context import Context
from tracker.views.lookup import as_json, lookup_page

_IN_THE_APP = "You answer in the app, each alone: rekindle, then 6, then l."


def lookup(args: Namespace, context: Context) -> int:
    """Say where the article's question stands, as both of them may know it."""
    at = context.at()
    if args.json:
        context.streams.say(json.dumps(as_json(at)))
        return 0
    page = lookup_page(at)
    for line in page.lines():
        context.streams.say(line)
    if page.state == "ask-each":
        context.streams.say(_IN_THE_APP)
    return 0
