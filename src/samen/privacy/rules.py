"""When somebody may be erased (Regulation (EU) 2016/679, art. 17)."""

from dataclasses import dataclass

from samen.privacy.choices import First


@dataclass(frozen=True)
class Situation:
    """What is going on with somebody that others count on."""

    running_duos: int = 0
    first_meetings: int = 0
    """Still to come, with somebody who expects them."""
    open_serious: int = 0
    """Signals of or about them."""
    open_of_others: int = 0
    """Signals of others, or of nobody in particular, about a duo of theirs or with their name in it."""
    worries_of_others: int = 0
    """What the other of a duo said about it, that asks for a call and had none yet."""
    unsent: int = 0
    """Messages that tell the other that it is over or does not go on, and that did not leave yet."""


def what_comes_first(found: Situation) -> list[First]:
    """What is to be done before; nothing when they may be erased now.

    The other of a duo hears it and keeps their papers, nobody waits at a first meeting for somebody who is
    not there any more, and no danger is forgotten with the words about it (art. 17(3)(e); R8, R45).
    Everything else goes with erasing.
    """
    counted = {
        First.END_DUO: found.running_duos,
        First.CALL_OFF_MEETING: found.first_meetings,
        First.CLOSE_SERIOUS: found.open_serious,
        First.CLOSE_OF_OTHER: found.open_of_others,
        First.CALL_OTHER: found.worries_of_others,
        First.SEND_WORD: found.unsent,
    }
    return [first for first, times in counted.items() if times]
