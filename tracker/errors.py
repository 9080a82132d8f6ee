"""What the tracker says when it declines: one clear sentence, and nothing was written."""


class Refusal(Exception):
    """Something was asked that cannot be done; `sentence` says what was wrong and what to do.

    A sentence never quotes a note, a cue or any other private text: it may end up in a log.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence

    def __str__(self) -> str:
        return self.sentence


class Doubt(Refusal):
    """Something that may be a slip, such as a day of another century: done once somebody says it is meant."""

    def __init__(self, sentence: str, about: str) -> None:
        """`about` names what is asked, so that it is asked once in a sitting."""
        super().__init__(sentence)
        self.about = about
