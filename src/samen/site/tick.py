"""Everything that becomes due by itself. Safe to run at any moment and as often as one likes."""

from datetime import date

from django.core.management import call_command

from samen.base import clock, heartbeat
from samen.base.forgetting import leave_no_trace
from samen.base.scoping import scope
from samen.compliance import actions as compliance
from samen.duos import check_in_actions as check_ins
from samen.duos import hours_actions as hours
from samen.duos import plan_actions as plans
from samen.duos import quiet_actions as quiet
from samen.events import actions as events
from samen.events import invitation_actions as invitations
from samen.initiatives.queries import all_initiatives
from samen.intake import actions as intake
from samen.intake import appointment_actions as appointments
from samen.lists import actions as lists
from samen.messaging import actions as messaging
from samen.outreach import forgetting as outreach
from samen.papers import actions as papers
from samen.papers import record_actions as record_checks
from samen.privacy import actions as privacy
from samen.signals import actions as signals
from samen.signals.queries import told_seriously

# Each keeps the terms that its app declares in `personal_data.py`; a test compares the two.
FORGET = (
    lists.forget_old,
    messaging.forget_old,
    events.forget_old,
    intake.forget_reasons,
    outreach.forget_old,
    papers.forget_old,
    record_checks.forget_old,
    plans.forget_old,
    hours.forget_old,
    signals.forget_old,
    compliance.forget_old,
)


def tick(day: date) -> dict[str, int]:
    """Run every owner's due work for `day`; returns how many alerts opened and closed."""
    opened = closed = 0
    for initiative in all_initiatives():
        with scope(initiative.pk):
            # What silence decided comes first: the alerts read it.
            papers.settle(today=day)
            more, fewer = compliance.catch_up(day=day, today=clock.today())
            for forget in FORGET:
                forget(today=day)
            privacy.finish(today=clock.today())
            invitations.remind(now=clock.now())
            appointments.remind(now=clock.now())
            plans.remind(now=clock.now())
            quiet.ask_after(now=clock.now())
            check_ins.ask(now=clock.now())
            check_ins.ask_after(now=clock.now(), spared=told_seriously())
            messaging.deliver(now=clock.now())
        opened, closed = opened + more, closed + fewer
    # Also when somebody read during an erasing, nothing of it stays in the log of the database.
    leave_no_trace()
    # One row for each message that left: kept for two weeks, in case somebody asks what a worker did.
    call_command("prune_db_task_results", verbosity=0)
    heartbeat.beat(day)
    return {"opened": opened, "closed": closed}
