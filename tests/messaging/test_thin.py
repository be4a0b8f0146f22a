from datetime import datetime
from zoneinfo import ZoneInfo
from samen.messaging import actions
from samen.messaging.actions import Recipient

NOON = datetime(2026, 11, 25, 12, tzinfo=ZoneInfo("Europe/Brussels"))


def test_thin(office, mailbox):
    m = actions.enqueue(
        key="a",
        kind="mailing",
        to=Recipient("Amal Saleh", "amal@example.org", language="ar"),
        values={"given_name": "Amal"},
        now=NOON,
    )
    assert m.status == "waiting"
    print(actions.deliver(now=NOON))
    (got,) = mailbox.messages
    print(got.as_string())
    m.refresh_from_db()
    assert m.status == "sent"
