"""Vocabulary of erasing."""

from enum import StrEnum


class First(StrEnum):
    """What is done before somebody may be erased."""

    END_DUO = "end_duo"
    CALL_OFF_MEETING = "call_off_meeting"
    CLOSE_SERIOUS = "close_serious"
    CLOSE_OF_OTHER = "close_of_other"
    CALL_OTHER = "call_other"
    SEND_WORD = "send_word"
