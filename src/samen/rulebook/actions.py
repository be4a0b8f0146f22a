"""Verbs that change the rulebook."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from urllib.parse import urlsplit

from django.db import IntegrityError, transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samen.base import audit, clock
from samen.base.errors import Conflict, RuleBroken
from samen.rulebook import rules
from samen.rulebook.choices import Confidence, Key
from samen.rulebook.models import Rule
from samen.rulebook.rules import ABOUT, About, Span
from samen.rulebook.shipped import ROWS, Shipped

SHIPPED = "samen"


@dataclass(frozen=True)
class Said:
    """What a source says: a number or words, from a day on."""

    valid_from: date
    source: str
    verified_on: date
    valid_to: date | None = None
    value: Decimal | None = None
    words: str = ""
    address: str = ""
    confidence: Confidence = Confidence.GOOD


@transaction.atomic
def add_rule(*, key: Key, said: Said, now: datetime, actor: audit.Actor) -> Rule:
    """A row from a day on; the one that held until further notice ends the day before."""
    _refuse(key, said, now)
    if not ABOUT[key].is_words:
        _make_way(key, Span(said.valid_from, said.valid_to))
    rule = _put(key, said, now, actor.label)
    audit.write_of_site(actor, "add_rule", rule, key=str(key), valid_from=said.valid_from.isoformat())
    return rule


@transaction.atomic
def correct_rule(*, rule: Rule, said: Said, now: datetime, actor: audit.Actor) -> Rule:
    """Another row instead of one that was wrong; the wrong one stays in the history."""
    key = Key(rule.key)
    _refuse(key, said, now)
    if not Rule.objects.filter(pk=rule.pk, superseded_at=None).update(superseded_at=now):
        raise Conflict("superseded", _("Deze rij is al vervangen. Open de pagina opnieuw."))
    if not ABOUT[key].is_words:
        _make_way(key, Span(said.valid_from, said.valid_to))
    made = _put(key, said, now, actor.label)
    audit.write_of_site(actor, "correct_rule", made, key=str(key), instead_of=rule.pk)
    return made


@transaction.atomic
def bring_along() -> int:
    """Put in the rows of this release that are not there yet; what an administrator wrote stands."""
    there = list(Rule.objects.all())
    known = {_mark(one) for one in there if one.is_shipped}
    new = [row for row in ROWS if _mark(row) not in known]
    put = 0
    for row in new:
        span = Span(row.valid_from)
        own = [one for one in there if one.key == row.key and not one.is_shipped and not one.superseded_at]
        if any(one.span.meets(span) for one in own):
            continue
        if not ABOUT[row.key].is_words:
            _replace_shipped(row)
        _put(row.key, _as_said(row), clock.now(), SHIPPED, is_shipped=True)
        put += 1
    return put


def _mark(row: Rule | Shipped) -> tuple[str, date, Decimal | None, str]:
    """By which a shipped row is known again, ended or replaced or not."""
    return (str(row.key), row.valid_from, row.value, row.words)


def _as_said(row: Shipped) -> Said:
    return Said(
        row.valid_from, row.source, row.verified_on, None, row.value, row.words, row.address, row.confidence
    )


def _replace_shipped(row: Shipped) -> None:
    """A row of this release takes the place of one of an earlier release about the same days."""
    same = Rule.objects.filter(key=row.key, is_shipped=True, superseded_at=None)
    same.filter(valid_from__gte=row.valid_from).update(superseded_at=clock.now())
    _make_way(row.key, Span(row.valid_from))


def _refuse(key: Key, said: Said, now: datetime) -> None:
    about = ABOUT[key]
    if not said.source.strip():
        raise RuleBroken("no_source", _("Schrijf waar dit staat: zonder bron kan niemand het nakijken."))
    if said.address and urlsplit(said.address).scheme not in {"http", "https"}:
        raise RuleBroken("bad_address", _("Een webadres begint met https:// of http://."))
    if said.verified_on > _day_of(now):
        raise RuleBroken("not_read_yet", _("Die dag moet nog komen. Kies de dag waarop je dit las."))
    if said.valid_to and said.valid_to < said.valid_from:
        raise RuleBroken("backwards", _("De laatste dag valt voor de eerste. Kies een latere dag."))
    if about.is_words and not said.words.strip():
        raise RuleBroken("no_words", _("Schrijf wat de bron zegt."))
    if not about.is_words and not _is_between(about, said.value):
        raise RuleBroken(
            "out_of_range",
            _("Kies een getal van %(least)s tot %(most)s.") % {"least": about.least, "most": about.most},
        )


def _is_between(about: About, value: Decimal | None) -> bool:
    return value is not None and value.is_finite() and about.least <= value <= about.most


def _day_of(now: datetime) -> date:
    return now.astimezone(clock.BRUSSELS).date()


def _make_way(key: Key, new: Span) -> None:
    """End what a new row follows; refuse when one that does not make way counts on the same days."""
    rows = list(Rule.objects.select_for_update().filter(key=key, superseded_at=None))
    if hit := rules.in_the_way([row.span for row in rows], new):
        raise RuleBroken("overlap", _overlap(hit))
    for row in rows:
        if row.span.meets(new):
            row.valid_to = rules.ends_before(row.span, new)
            row.save(update_fields=["valid_to"])


def _overlap(hit: Span) -> str:
    first = date_format(hit.first, "j F Y")
    if hit.last is None:
        return _("Vanaf %(first)s geldt al een andere rij. Verbeter die, of kies een latere dag.") % {
            "first": first
        }
    return _("Van %(first)s tot %(last)s geldt al een andere rij. Verbeter die, of kies andere dagen.") % {
        "first": first,
        "last": date_format(hit.last, "j F Y"),
    }


def _put(key: Key, said: Said, now: datetime, by: str, *, is_shipped: bool = False) -> Rule:
    try:
        with transaction.atomic():
            return Rule.objects.create(
                key=key,
                unit=ABOUT[key].unit,
                changed_by=by,
                changed_at=now,
                is_shipped=is_shipped,
                **vars(said),
            )
    except IntegrityError as error:
        # Somebody wrote one between looking and writing.
        raise RuleBroken("overlap", _overlap(Span(said.valid_from))) from error
