"""How a text is cut: titles, lists and paragraphs, by three signs that anybody can type; never a markup.

A line that begins with `# ` is a title, lines that begin with `- ` are a list, an empty line divides.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from django.utils.functional import lazy

TITLE, LIST, WORDS = "title", "list", "words"
_SIGNS = {"# ": TITLE, "- ": LIST}


@dataclass(frozen=True)
class Block:
    """A title, a list or a paragraph. Of a title also the Dutch, when the text is in another language."""

    kind: str
    lines: tuple[str, ...]
    dutch: str = ""


def blocks(text: str) -> list[Block]:
    """A text as blocks, in order."""
    return [block for part in _parts(text) for block in _cut(part)]


def with_dutch(own: Sequence[Block], dutch: Sequence[Block]) -> list[Block]:
    """Each title with its Dutch, if both texts have as many titles: only then do they belong together."""
    titles = [block.lines[0] for block in dutch if block.kind == TITLE]
    if len(titles) != sum(block.kind == TITLE for block in own):
        return list(own)
    waiting = iter(titles)
    return [replace(block, dutch=next(waiting)) if block.kind == TITLE else block for block in own]


def _parts(text: str) -> Iterator[list[str]]:
    """The lines between empty ones."""
    for is_empty, lines in groupby(text.splitlines(), key=lambda line: not line.strip()):
        if not is_empty:
            yield [line.strip() for line in lines]


def _cut(lines: Sequence[str]) -> Iterator[Block]:
    """Lines beside each other that are of one kind are one block; each title is its own."""
    for kind, alike in groupby(lines, key=_kind_of):
        bare = tuple(line if kind == WORDS else line[2:].strip() for line in alike)
        yield from [Block(TITLE, (line,)) for line in bare] if kind == TITLE else [Block(kind, bare)]


def _kind_of(line: str) -> str:
    return _SIGNS.get(line[:2], WORDS)


# ---------- Texts that come with Samen: whole sentences, each translated by itself ----------


def _joined(between: str, before: str, *parts: Any) -> str:
    return between.join(f"{before}{part}" for part in parts)


_later: Any = lazy(_joined, str)


def whole(*parts: Any) -> Any:
    """A text of paragraphs, titles and lists, in the language of whoever reads it."""
    return _later("\n\n", "", *parts)


def lines(*sentences: Any) -> Any:
    """Lines under each other."""
    return _later("\n", "", *sentences)


def items(*sentences: Any) -> Any:
    """A list."""
    return _later("\n", "- ", *sentences)


def title(sentence: Any) -> Any:
    """A title inside a text."""
    return _later("", "# ", sentence)
