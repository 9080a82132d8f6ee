"""The keys of Goals and its dialogs: in a list a letter is enough, as nobody types there."""

from __future__ import annotations

from textual.binding import BindingType

from screens.commands import CARE, DAYS, EVERYWHERE, LIST, WRITING, command

GOALS: list[BindingType] = [
    command("goals.new", "n", "new", "new goal", "Begin what you would both love", WRITING, show=True),
    command("goals.wishes", "i", "wishes", "wishes", "Wish cards; only you see yours", WRITING, show=True),
    command("goals.compare", "v", "compare", "compare", "See what you both wish for", WRITING, show=True),
    command("goals.time", "t", "time", "time together", "You spent time on this goal", WRITING),
    command("goals.fun", "f", "fun", "still fun?", "Say whether this goal is still fun", LIST),
    command("goals.reached", "h", "reached", "we are there", "You reached this goal together", LIST),
    command("goals.back", "y", "step_back", "step back", "Take the last step back, or the goal itself", LIST),
    command("goals.shelf", "l", "shelf", "shelf", "Put it on the shelf, or take it up again", LIST),
    command("goals.memories", "m", "memories", "memories", "Everything lived, to be searched", DAYS),
]

KEEP = command("goal.keep", "ctrl+s", "save", "keep", "Keep what stands here", WRITING)
UNDO = command("goal.undo", "u", "app.undo", "undo", "Take back your last change of this sitting", EVERYWHERE)
HAND_OVER = command("goal.partner", "p", "hand_over", "partner", "Hand over to the other one", EVERYWHERE)

MOVES: list[BindingType] = [
    command("goal.before", "up", "app.focus_previous", "previous", "To the field or list above", LIST),
    command("goal.after", "down", "app.focus_next", "next", "To the field or list below", LIST),
]
"""Where the list does not take the arrows itself."""

GOAL: list[BindingType] = [
    KEEP,
    UNDO,
    *MOVES,
    command("goal.add", "a", "add", "add a step", "To the field for one more step", WRITING),
    command("goal.change", "e", "change", "change", "The goal's words and its day", WRITING),
    command("goal.earlier", "J,shift+down", "move(1)", "move down", "This step comes later", LIST),
    command("goal.sooner", "K,shift+up", "move(-1)", "move up", "This step comes sooner", LIST),
    command("goal.time", "t", "time", "time together", "You spent time on this goal", WRITING),
    command("goal.fun", "f", "fun", "still fun?", "Say whether it is still fun", LIST),
    command("goal.begin", "g", "begin", "begin", "Begin what you kept for later", LIST),
    command("goal.reached", "h", "reached", "we are there", "You reached this goal together", LIST),
    command("goal.back", "y", "step_back", "take back", "A reached goal is under way again", LIST),
    command("goal.shelf", "l", "shelf", "shelf", "On the shelf for a while, or down from it", LIST),
]

FUN: list[BindingType] = [
    command("fun.yes", "y", "say('yes')", "yes", "It is still fun", LIST),
    command("fun.so-so", "o", "say('so-so')", "so-so", "So-so", LIST),
    command("fun.heavy", "g", "say('heavy')", "getting heavy", "Then it may become smaller, or rest", LIST),
    command("fun.before", "left,up", "app.focus_previous", "previous", "The answer before", LIST),
    command("fun.after", "right,down", "app.focus_next", "next", "The answer after", LIST),
]

THERE: list[BindingType] = [
    command("there.yes", "y", "say('there')", "we are there", "The goal is reached", LIST),
    command("there.more", "a", "say('more')", "one more step", "The goal goes on with one more step", LIST),
    command("there.before", "left,up", "app.focus_previous", "previous", "The answer before", LIST),
    command("there.after", "right,down", "app.focus_next", "next", "The answer after", LIST),
]

HEAVY: list[BindingType] = [
    command("heavy.smaller", "s", "smaller", "make it smaller", "Choose which steps rest", CARE),
    command("heavy.shelf", "l", "shelf", "on the shelf", "It rests for a while; all you did stays", CARE),
    command("heavy.again", "f", "again", "ask again", "Say once more whether it is fun", LIST),
    command("heavy.before", "left,up", "app.focus_previous", "previous", "The way before", LIST),
    command("heavy.after", "right,down", "app.focus_next", "next", "The way after", LIST),
]

WISHES: list[BindingType] = [
    UNDO,
    HAND_OVER,
    *MOVES,
    command("deck.shuffle", "ctrl+r", "shuffle", "shuffle", "Another order", EVERYWHERE),
    command("deck.own", "a", "add", "your own", "A wish in your own words", WRITING),
    command("deck.change", "e", "change", "change", "Change this wish of yours", WRITING),
    command("deck.offer", "o", "offer", "offer openly", "Show it when you both compare, or no more", LIST),
]

COMPARE: list[BindingType] = [
    HAND_OVER,
    UNDO,
    command("compare.reveal", "r", "reveal", "reveal", "Your part; it opens once both did so", LIST),
    command("compare.later", "l", "later", "for later", "Keep it for later, for both of you", LIST),
]
