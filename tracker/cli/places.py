"""`where`: the folders in which everything is kept."""

from __future__ import annotations

import json
from argparse import Namespace

from tracker.cli.context import Context


def where(args: Namespace, context: Context) -> int:
    """Say the folders."""
    places = {"data": str(context.data), "state": str(context.state), "writer": _writer(context)}
    if args.json:
        context.streams.say(json.dumps(places))
        return 0
    context.streams.say(f"What you wrote:          {places['data']}")
    context.streams.say(f"This account's settings: {places['state']}")
    context.streams.say(f"This account writes to:  {context.data / places['writer']}")
    return 0


def _writer(context: Context) -> str:
    """The name under which this account writes; empty where it cannot keep one."""
    try:
        return context.account.writer()
    except OSError:
        return ""
