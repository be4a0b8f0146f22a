"""Verbs that change an initiative's own ideas and places."""

from dataclasses import asdict, dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samen.base import audit
from samen.base.errors import Conflict, RuleBroken
from samen.base.scoping import current_initiative_id
from samen.initiatives.models import Initiative
from samen.library.choices import Cost, FromLevel, PlaceKind, Where
from samen.library.models import LocalPlace, OwnIdea
from samen.library.rules import EVERY_SEASON
from samen.people.words import fold


@dataclass(frozen=True)
class IdeaWords:
    """An idea as a form gives it."""

    title: str
    what: str
    domain: str
    ask: str = ""
    minutes: int = 60
    level: str = FromLevel.L11
    where: str = Where.EITHER
    cost: str = Cost.FREE
    seasons: list[str] = field(default_factory=lambda: [str(season) for season in EVERY_SEASON])
    with_children: bool = True
    place: str = ""
    postal_code: str = ""
    web: str = ""
    valid_until: date | None = None


@dataclass(frozen=True)
class PlaceWords:
    """A place as a form gives it."""

    name: str
    kind: str = PlaceKind.OTHER
    address: str = ""
    postal_code: str = ""
    hours: str = ""
    phone: str = ""
    web: str = ""
    languages: str = ""


# ---------- Ideas ----------


@transaction.atomic
def add_idea(*, words: IdeaWords, now: datetime, actor: audit.Actor) -> OwnIdea:
    """An idea of our own."""
    here = this_initiative()
    _refuse_same_idea(words.title)
    idea = OwnIdea.objects.create(initiative=here, changed_by=actor.label, changed_at=now, **asdict(words))
    audit.write(actor, "add_idea", idea)
    return idea


@transaction.atomic
def change_idea(*, idea: OwnIdea, words: IdeaWords, now: datetime, actor: audit.Actor) -> None:
    """Other words or facts; the audit line names the fields, not their content."""
    this_initiative()
    _refuse_same_idea(words.title, but=idea)
    changed = _take_over(idea, asdict(words), now, actor)
    audit.write(actor, "change_idea", idea, fields=changed)


@transaction.atomic
def end_idea(*, idea: OwnIdea, today: date, actor: audit.Actor) -> None:
    """Put an idea away: duos see it no longer."""
    if not OwnIdea.objects.filter(pk=idea.pk, ended_on=None).update(ended_on=today):
        raise Conflict("already_ended", _("Dit idee lag al weg. Laad de pagina opnieuw."))
    audit.write(actor, "end_idea", idea)


@transaction.atomic
def reopen_idea(*, idea: OwnIdea, today: date, actor: audit.Actor) -> None:
    """Use an idea again, unless its last day is over."""
    this_initiative()
    if idea.valid_until is not None and idea.valid_until < today:
        raise RuleBroken("idea_over", _("De laatste dag van dit idee is voorbij. Verander eerst die dag."))
    _refuse_same_idea(idea.title, but=idea)
    if not OwnIdea.objects.filter(pk=idea.pk, ended_on__isnull=False).update(ended_on=None):
        raise Conflict("not_ended", _("Dit idee wordt al gebruikt. Laad de pagina opnieuw."))
    audit.write(actor, "reopen_idea", idea)


def _refuse_same_idea(title: str, but: OwnIdea | None = None) -> None:
    others = OwnIdea.objects.filter(ended_on=None)
    if but is not None:
        others = others.exclude(pk=but.pk)
    if fold(title) in {fold(other) for other in others.values_list("title", flat=True)}:
        raise RuleBroken(
            "idea_exists", _("Er is al een eigen idee met de titel ‘%(title)s’.") % {"title": title}
        )


# ---------- Places ----------


@transaction.atomic
def add_place(*, words: PlaceWords, now: datetime, actor: audit.Actor) -> LocalPlace:
    """A place in the neighbourhood."""
    here = this_initiative()
    _refuse_same_place(words)
    place = LocalPlace.objects.create(
        initiative=here, changed_by=actor.label, changed_at=now, **asdict(words)
    )
    audit.write(actor, "add_place", place)
    return place


@transaction.atomic
def change_place(*, place: LocalPlace, words: PlaceWords, now: datetime, actor: audit.Actor) -> None:
    """Other hours or another address; the audit line names the fields, not their content."""
    this_initiative()
    _refuse_same_place(words, but=place)
    changed = _take_over(place, asdict(words), now, actor)
    audit.write(actor, "change_place", place, fields=changed)


@transaction.atomic
def end_place(*, place: LocalPlace, today: date, actor: audit.Actor) -> None:
    """Put a place away: duos see it no longer."""
    if not LocalPlace.objects.filter(pk=place.pk, ended_on=None).update(ended_on=today):
        raise Conflict("already_ended", _("Deze plek lag al weg. Laad de pagina opnieuw."))
    audit.write(actor, "end_place", place)


@transaction.atomic
def reopen_place(*, place: LocalPlace, actor: audit.Actor) -> None:
    """Use a place again."""
    this_initiative()
    _refuse_same_place(PlaceWords(place.name, postal_code=place.postal_code), but=place)
    if not LocalPlace.objects.filter(pk=place.pk, ended_on__isnull=False).update(ended_on=None):
        raise Conflict("not_ended", _("Deze plek wordt al gebruikt. Laad de pagina opnieuw."))
    audit.write(actor, "reopen_place", place)


def _refuse_same_place(words: PlaceWords, but: LocalPlace | None = None) -> None:
    """The same name may stand in another municipality: each has its library."""
    others = LocalPlace.objects.filter(ended_on=None, postal_code=words.postal_code)
    if but is not None:
        others = others.exclude(pk=but.pk)
    if fold(words.name) in {fold(other) for other in others.values_list("name", flat=True)}:
        raise RuleBroken("place_exists", _("De plek ‘%(name)s’ staat er al.") % {"name": words.name})


def this_initiative() -> Initiative:
    """The initiative in scope, held until this action is done: two may press at once."""
    return Initiative.objects.select_for_update().get(pk=current_initiative_id())


def _take_over(
    row: OwnIdea | LocalPlace, values: dict[str, object], now: datetime, actor: audit.Actor
) -> list[str]:
    """Write what differs, with who and when; returns which fields."""
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, values[name])
    row.changed_by, row.changed_at = actor.label, now
    row.save(update_fields=[*changed, "changed_by", "changed_at"])
    return changed
