"""What this app keeps about a person."""

from samen.base.personal_data import Kept

SENT = "30 days after it was queued, once it left; that it was sent stays 24 months"
FORGET = "samen.messaging.actions.forget_old"
_WORDS = Kept("what is sent to somebody, and what was", SENT, FORGET)
_STATE = Kept("so that nothing is lost and nothing is sent twice", "24 months after it was queued", FORGET)
_TEXT = Kept("the initiative's own words; about nobody", "as long as the initiative")
_MAILING = Kept("what was written to many, and how far it is", "24 months after it was made", FORGET)
_STOP = Kept("so that whoever stopped hears nothing more by this road; a digest", "until they begin again")
_CHOICE = Kept("so that messages come as their reader chose; a digest", "until they choose otherwise")
_SHORT = Kept("the short address under an SMS; a digest", "24 months after it was last sent", FORGET)
_FEED = Kept("the private calendar link of a member of staff", "until it is revoked")

FIELDS = {
    "Text.kind": _TEXT,
    "Text.language": _TEXT,
    "Text.subject": _TEXT,
    "Text.body": _TEXT,
    "Text.dutch_hash": _TEXT,
    "Text.changed_at": _TEXT,
    "Text.changed_by": _TEXT,
    "Mailing.subject": _MAILING,
    "Mailing.body": _MAILING,
    "Mailing.language": _MAILING,
    "Mailing.audience": _MAILING,
    "Mailing.status": _MAILING,
    "Mailing.total": _MAILING,
    "Mailing.made_at": _MAILING,
    "Mailing.made_by": _MAILING,
    "OutboxMessage.key": _STATE,
    "OutboxMessage.kind": _STATE,
    "OutboxMessage.about": _STATE,
    "OutboxMessage.mailing": _STATE,
    "OutboxMessage.channel": _STATE,
    "OutboxMessage.to_name": _WORDS,
    "OutboxMessage.email": _WORDS,
    "OutboxMessage.phone": _WORDS,
    "OutboxMessage.language": _STATE,
    "OutboxMessage.words_language": _STATE,
    "OutboxMessage.subject": _WORDS,
    "OutboxMessage.body": _WORDS,
    "OutboxMessage.dutch": _WORDS,
    "OutboxMessage.calendar": _WORDS,
    "OutboxMessage.status": _STATE,
    "OutboxMessage.attempts": _STATE,
    "OutboxMessage.created_at": _STATE,
    "OutboxMessage.not_before": _STATE,
    "OutboxMessage.next_attempt_at": _STATE,
    "OutboxMessage.lease_until": _STATE,
    "OutboxMessage.sent_at": _STATE,
    "OutboxMessage.message_id": _STATE,
    "OutboxMessage.error_code": _STATE,
    "OutboxMessage.error_detail": _WORDS,
    "StoppedAddress.digest": _STOP,
    "StoppedAddress.channel": _STOP,
    "StoppedAddress.stopped_at": _STOP,
    "Choice.digest": _CHOICE,
    "Choice.language": _CHOICE,
    "Choice.road": _CHOICE,
    "Choice.chosen_at": _CHOICE,
    "ShortLink.code": _SHORT,
    "ShortLink.channel": _SHORT,
    "ShortLink.digest": _SHORT,
    "ShortLink.language": _SHORT,
    "ShortLink.knows_both": _SHORT,
    "ShortLink.used_at": _SHORT,
    "StaffFeed.user_id": _FEED,
    "StaffFeed.token_hash": _FEED,
    "StaffFeed.made_at": _FEED,
    "StaffFeed.last_read_at": _FEED,
    "StaffFeed.revoked_at": _FEED,
}
