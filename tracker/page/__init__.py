"""The page to keep of a quarter: pure renderings of what both may see, in four formats.

`tracker.page.writing` has the one function that the command and the screen use.
"""
