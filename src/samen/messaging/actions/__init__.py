"""Verbs of messaging: texts, the outbox, delivery, stopping, messages to many, calendar links."""

from samen.messaging.actions.delivery import deliver
from samen.messaging.actions.feeds import give_feed, note_read, revoke_feed
from samen.messaging.actions.forgetting import forget_addresses, forget_person, forget_words_about
from samen.messaging.actions.mailings import (
    finish_queueing,
    go_on,
    make_mailing,
    pause,
    stop_mailing,
)
from samen.messaging.actions.outbox import (
    Entry,
    by_hand,
    enqueue,
    enqueue_all,
    forget_old,
    mark_done,
    take_back,
    try_again,
)
from samen.messaging.actions.stopping import begin_again, choose, short_link, stop
from samen.messaging.actions.texts import back_to_standard, write_text
from samen.messaging.rules import Recipient

__all__ = [
    "Entry",
    "Recipient",
    "back_to_standard",
    "begin_again",
    "by_hand",
    "choose",
    "deliver",
    "enqueue",
    "enqueue_all",
    "finish_queueing",
    "forget_addresses",
    "forget_old",
    "forget_person",
    "forget_words_about",
    "give_feed",
    "go_on",
    "make_mailing",
    "mark_done",
    "note_read",
    "pause",
    "revoke_feed",
    "short_link",
    "stop",
    "stop_mailing",
    "take_back",
    "try_again",
    "write_text",
]
