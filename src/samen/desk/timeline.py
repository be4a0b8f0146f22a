"""The timeline of a duo, oldest first: read from the facts themselves, for whoever prepares a talk."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby, pairwise

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samen.base.clock import BRUSSELS
from samen.base.templatetags.parts import hours
from samen.desk.choices import Told
from samen.duos.check_in_queries import side
from samen.duos.choices import HowItGoes, Turn
from samen.duos.goal_choices import STANDING_ICONS, GoalStanding
from samen.duos.goal_queries import goals_of
from samen.duos.hours_queries import trajectory_of
from samen.duos.models import CheckIn, Duo, Meeting, NotMet, Signature, StatusChange, Trajectory
from samen.events.models import Invitation
from samen.messaging import kinds
from samen.messaging.choices import Status
from samen.messaging.models import OutboxMessage
from samen.papers.models import NoteReceipt
from samen.signals.models import Signal
from samen.signals.queries import signals

FACES = {HowItGoes.GOOD: "smile", HowItGoes.SO_SO: "meh", HowItGoes.BAD: "frown"}
# Within a day: first what was agreed, then what happened, then what was said about it.
_ORDER = list(Told)


@dataclass(frozen=True)
class Entry:
    """One thing that happened."""

    on: date
    told: Told
    icon: str
    title: str
    text: str = ""
    href: str = ""


@dataclass(frozen=True)
class Month:
    """What happened in one month."""

    first: date
    entries: list[Entry]


def signals_of_duo(duo: Duo) -> list[Signal]:
    """What was reported about this duo; to read by who reads signals alone, and each reading is logged."""
    return list(signals().filter(duo=duo))


def timeline(
    duo: Duo, slug: str, today: date, *, said: Iterable[CheckIn], worries: Iterable[Signal] = ()
) -> list[Entry]:
    """Everything of a duo from its start, in order, in a fixed number of queries.

    `duo` comes from `with_people`, `slug` is of its initiative, `said` are its check-ins; `worries` are the
    signals that its reader may read.
    """
    span = (duo.starts_on, max(duo.closed_on or today, duo.starts_on))
    entries = [
        *_turns(duo),
        *_signed(duo),
        *_papers(duo, span),
        *_meetings(duo),
        *_pauses(duo),
        *_said(duo, slug, said),
        *_goals(duo, span),
        *_gatherings(duo, slug, span),
        *_messages(duo, slug, span),
        *(_worry(one, slug) for one in worries),
    ]
    return sorted(entries, key=lambda entry: (entry.on, _ORDER.index(entry.told)))


def by_month(entries: Iterable[Entry]) -> list[Month]:
    """The same entries under the month in which they happened."""
    return [
        Month(first, list(ones)) for first, ones in groupby(entries, key=lambda one: one.on.replace(day=1))
    ]


def _turns(duo: Duo) -> list[Entry]:
    """How the duo began, went on and ended, in the order in which it was noted, each with why."""
    changes = list(StatusChange.objects.filter(duo=duo))
    begin = changes[0] if changes and changes[0].turn == Turn.STARTED else None
    entries = [_start(duo, begin)]
    # Of a duo from before turns were kept the first is any turn.
    pairs = pairwise(changes) if begin else zip([None, *changes], changes, strict=False)
    for before, change in pairs:
        if change.turn == Turn.END_CHANGED:
            entries.append(_other_end(change, before.ends_on if before else None))
        elif change.turn == Turn.REOPENED:
            entries.append(_again(change))
        elif change.turn == Turn.CLOSED:
            # What it was for is known of the last closing alone.
            reason = duo.get_closing_reason_display() if change == changes[-1] else ""
            entries.append(Entry(change.on, Told.AGREED, "flag", _("Duo afgerond"), _why(change, reason)))
    if duo.closed_on and (not changes or changes[-1].turn != Turn.CLOSED):
        reason = duo.get_closing_reason_display()
        entries.append(Entry(duo.closed_on, Told.AGREED, "flag", _("Duo afgerond"), reason))
    return entries


def _start(duo: Duo, begin: StatusChange | None) -> Entry:
    agreed = _("Tot %(day)s, minstens om de %(n)s dagen") % {
        "day": date_format(begin.ends_on if begin else duo.ends_on, "j F Y"),
        "n": duo.rhythm_days,
    }
    words = _why(begin, agreed) if begin else agreed
    return Entry(duo.starts_on, Told.AGREED, "handshake", _("Start van het duo"), words)


def _other_end(change: StatusChange, before: date | None) -> Entry:
    day = {"day": date_format(change.ends_on, "j F Y")}
    if before is None:
        title = _("Ander einde: %(day)s") % day
        return Entry(change.on, Told.AGREED, "calendar-plus", title, _why(change))
    title = _("Verlengd tot %(day)s") % day if change.ends_on > before else _("Korter: tot %(day)s") % day
    was = _("eerst tot %(day)s") % {"day": date_format(before, "j F Y")}
    return Entry(change.on, Told.AGREED, "calendar-plus", title, _why(change, was))


def _again(change: StatusChange) -> Entry:
    """A closing of the same day is taken back without a reason; later the duo begins again, with one."""
    if not change.why:
        return Entry(change.on, Told.AGREED, "undo-2", _("Afronden ongedaan gemaakt"))
    return Entry(change.on, Told.AGREED, "handshake", _("Het duo begint weer"), _why(change))


def _why(change: StatusChange, first: str = "") -> str:
    """What is told of a turn, with the reason; and when it was noted, if that was later."""
    day = {"day": date_format(change.noted_on, "j F Y")}
    noted = _("genoteerd op %(day)s") % day if change.noted_on > change.on else ""
    return " · ".join(part for part in (first, change.why, noted) if part)


def _signed(duo: Duo) -> list[Entry]:
    return [
        Entry(
            one.signed_on,
            Told.AGREED,
            "pencil",
            _("%(name)s tekende de afspraak") % _named(duo, one.by_role),
            one.get_way_display(),
        )
        for one in Signature.objects.filter(duo=duo)
    ]


def _papers(duo: Duo, span: tuple[date, date]) -> list[Entry]:
    receipts = NoteReceipt.objects.filter(participation=duo.coach, given_on__range=span)
    name = {"name": duo.coach.person.given_name}
    entries = [
        Entry(one.given_on, Told.AGREED, "file-text", _("%(name)s kreeg de organisatienota") % name)
        for one in receipts
    ]
    return entries + _certificate(trajectory_of(duo), span)


def _certificate(known: Trajectory | None, span: tuple[date, date]) -> list[Entry]:
    if known is None:
        return []
    steps = (
        (known.asked_on, _("Bewijs van deelname gevraagd")),
        (known.signed_on, _("Bewijs van deelname getekend")),
        (known.handed_over_on, _("Bewijs van deelname aan de trajectbegeleider gegeven")),
    )
    return [Entry(on, Told.AGREED, "award", title) for on, title in steps if on and span[0] <= on <= span[1]]


def _meetings(duo: Duo) -> list[Entry]:
    entries = [
        Entry(
            met.met_on,
            Told.MEETINGS,
            "calendar-check",
            _("Ontmoeting van %(time)s") % {"time": hours(met.minutes)},
            met.activity,
        )
        for met in Meeting.objects.filter(duo=duo)
    ]
    return entries + [
        Entry(
            one.said_on,
            Told.MEETINGS,
            "calendar-x",
            _("Niet gezien: %(reason)s") % {"reason": one.get_reason_display()},
            _("Zei %(name)s") % _named(duo, one.by_role),
        )
        for one in NotMet.objects.filter(duo=duo)
    ]


def _pauses(duo: Duo) -> list[Entry]:
    return [
        Entry(
            rest.from_on,
            Told.MEETINGS,
            "circle-pause",
            _("Pauze: %(reason)s") % {"reason": rest.get_reason_display()},
            _("Tot en met %(day)s") % {"day": date_format(rest.until_on, "j F")},
        )
        for rest in duo.pauses.all()
    ]


def _said(duo: Duo, slug: str, found: Iterable[CheckIn]) -> list[Entry]:
    """What each of the two said about how it goes, in one word; their own words stand behind the link."""
    return [
        Entry(
            _day(said.answered_at),
            Told.FOLLOW_UP,
            FACES[HowItGoes(said.going)],
            _("%(name)s: %(how)s") % {**_named(duo, said.by_role), "how": HowItGoes(said.going).label},
            " · ".join([said.get_moment_display(), *([_("vraagt om te bellen")] if said.wants_call else [])]),
            reverse("check_in_follow_up", args=[slug, duo.pk, said.pk]),
        )
        for said in found
    ]


def _goals(duo: Duo, span: tuple[date, date]) -> list[Entry]:
    """The newcomer's own list and own steps while the duo ran (R49)."""
    entries = []
    for listed in goals_of(duo.newcomer):
        words = str(listed.example or listed.goal.words)
        steps = [(_day(listed.goal.made_at), "list-checks", _("Nieuw op de lijst"))]
        steps += [
            (step.said_on, STANDING_ICONS[GoalStanding(step.how_far)], step.get_how_far_display())
            for step in listed.steps
        ]
        entries += [
            Entry(on, Told.GOALS, icon, words, how) for on, icon, how in steps if span[0] <= on <= span[1]
        ]
    return entries


def _gatherings(duo: Duo, slug: str, span: tuple[date, date]) -> list[Entry]:
    """Gatherings to which one of the two, or both, were asked, with what each said."""
    names = {part.pk: part.person.given_name for part in (duo.newcomer, duo.coach)}
    asked = Invitation.objects.filter(
        participation__in=names, event__starts_at__date__gte=span[0]
    ).select_related("event")
    if duo.closed_on:
        asked = asked.filter(event__starts_at__date__lte=span[1])
    entries = []
    for _number, ones in groupby(
        asked.order_by("event__starts_at", "event_id", "id"), lambda one: one.event_id
    ):
        both = list(ones)
        event = both[0].event
        said = [f"{names[one.participation_id]}: {one.get_reply_display()}" for one in both]
        title = _("%(kind)s, %(place)s") % {
            "kind": event.get_kind_display().capitalize(),
            "place": event.place,
        }
        words = _("afgelast") if event.cancelled_on else " · ".join(said)
        entries.append(
            Entry(
                _day(event.starts_at),
                Told.GATHERINGS,
                "users-round",
                title,
                words,
                reverse("event", args=[slug, event.pk]),
            )
        )
    return entries


def _messages(duo: Duo, slug: str, span: tuple[date, date]) -> list[Entry]:
    """What was sent to one of the two, or to both on a day; the text itself is not told."""
    names = {f"part:{part.pk}": part.person.given_name for part in (duo.newcomer, duo.coach)}
    begin, end = (datetime.combine(day, datetime.min.time(), BRUSSELS) for day in span)
    found = OutboxMessage.objects.filter(
        about__in=names, created_at__gte=begin, created_at__lt=end + timedelta(days=1)
    ).order_by("id")
    groups: dict[tuple[date, str, str], list[OutboxMessage]] = {}
    for message in found.defer("body", "dutch", "calendar"):
        groups.setdefault((_day(message.created_at), _about(message), _fate(message)), []).append(message)
    return [
        Entry(
            on,
            Told.MESSAGES,
            "mail",
            title,
            f"{', '.join(dict.fromkeys(names[one.about] for one in ones))} · {fate}",
            reverse("message", args=[slug, ones[0].pk]),
        )
        for (on, title, fate), ones in groups.items()
    ]


def _about(message: OutboxMessage) -> str:
    """The name of its kind; of a message to many what stands above it."""
    known = kinds.find(message.kind)
    return message.subject if message.mailing_id or known is None else str(known.title)


def _fate(message: OutboxMessage) -> str:
    """The road, and that it did not come there when it did not."""
    way = str(message.get_channel_display())
    is_gone = message.status in {Status.FAILED, Status.STOPPED, Status.BY_HAND}
    return f"{way} ({message.get_status_display()})" if is_gone else way


def _worry(one: Signal, slug: str) -> Entry:
    """What a signal is about and how it stands; the words stay on its own page."""
    stands = one.get_outcome_display() if one.closed_on else _("nog open")
    return Entry(
        _day(one.reported_at),
        Told.SIGNALS,
        "message-circle-warning",
        _("Signaal: %(what)s") % {"what": one.get_category_display()},
        f"{one.get_seriousness_display()} · {stands}",
        reverse("signal", args=[slug, one.pk]),
    )


def _named(duo: Duo, role: str) -> dict[str, str]:
    return {"name": side(duo, role).person.given_name}


def _day(moment: datetime) -> date:
    return moment.astimezone(BRUSSELS).date()
