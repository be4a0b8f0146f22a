"""Refusals: what a person asked for cannot be done, and why, in one sentence for them."""


class Refused(Exception):
    """A request that is refused.

    `code` is for programs (snake_case, stable); `sentence` tells a person what is wrong and what to do.
    """

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(code)
        self.code = code
        self.sentence = sentence

    def __str__(self) -> str:
        """The sentence, since this is what reaches a person."""
        return str(self.sentence)


class RuleBroken(Refused):
    """An action that a rule of the programme or of the law does not allow."""


class Conflict(Refused):
    """Somebody else was faster: the thing changed between looking and acting."""
