"""The one error of the engine: a question that has no answer."""


class Impossible(ValueError):
    """The request contradicts itself; `code` tells a program how, the text tells a programmer."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__(text)
        self.code = code
