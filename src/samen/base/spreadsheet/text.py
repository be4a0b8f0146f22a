"""Characters that nobody sees and no database stores."""

import re

# Control characters but tab and line ends, halves of surrogate pairs, and what Unicode calls no character.
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def without_controls(text: str) -> str:
    """The text without control characters; tabs and line ends stay."""
    return CONTROLS.sub("", text) if not text.isprintable() else text
