"""Verbs about those who find people: who they are, what is agreed, when we spoke, what they were given,
and the links that tell where somebody comes from.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _

from samen.base import audit, clock
from samen.base.errors import Conflict, RuleBroken
from samen.base.scoping import current_initiative_id
from samen.initiatives.models import Initiative
from samen.outreach import rules
from samen.outreach.choices import ContactKind, SourceKind
from samen.outreach.kinds import KINDS
from samen.outreach.models import (
    ContactMoment,
    HandOut,
    Intermediary,
    IntermediaryKind,
    Material,
    Source,
    StartingKinds,
)
from samen.outreach.queries import handout_of_form, hash_of, live_link_of
from samen.people.words import fold

# 128 bits: nobody finds a page by trying.
SECRET_BYTES = 16


# ---------- Kinds ----------


@transaction.atomic
def seed_kinds(*, actor: audit.Actor) -> None:
    """Give an initiative the programme's own list to begin with, once: an emptied list stays empty."""
    here = _this_initiative()
    _given, is_first = StartingKinds.objects.get_or_create(initiative=here)
    if not is_first or IntermediaryKind.objects.exists():
        return
    for position, (name, parts) in enumerate(KINDS):
        kind = IntermediaryKind.objects.create(initiative=here, name=name, position=position)
        for place, part in enumerate(parts):
            IntermediaryKind.objects.create(initiative=here, name=part, parent=kind, position=place)
    audit.write(actor, "seed_kinds", here)


@transaction.atomic
def add_kind(*, name: str, parent: IntermediaryKind | None, actor: audit.Actor) -> IntermediaryKind:
    """A kind of one's own, last in its row."""
    here = _this_initiative()
    if parent is not None and parent.parent_id is not None:
        raise RuleBroken("too_deep", _("Een soort onder een soort onder een soort bestaat niet."))
    _refuse_same_name(name, parent)
    row = IntermediaryKind.objects.filter(parent=parent)
    last = row.aggregate(last=Max("position"))["last"]
    position = 0 if last is None else last + 1
    kind = IntermediaryKind.objects.create(initiative=here, name=name, parent=parent, position=position)
    audit.write(actor, "add_kind", kind)
    return kind


@transaction.atomic
def rename_kind(*, kind: IntermediaryKind, name: str, actor: audit.Actor) -> None:
    """Another name for a kind, wherever it is used."""
    _this_initiative()
    _refuse_same_name(name, kind.parent, but=kind)
    kind.name = name
    kind.save(update_fields=["name"])
    audit.write(actor, "rename_kind", kind)


@transaction.atomic
def remove_kind(*, kind: IntermediaryKind, actor: audit.Actor) -> None:
    """Remove a kind that nobody has and that has no parts."""
    _this_initiative()
    if kind.intermediaries.exists() or kind.parts.exists():
        raise RuleBroken(
            "kind_in_use",
            _("‘%(name)s’ is nog in gebruik. Geef die tussenpersonen eerst een andere soort.")
            % {"name": kind.name},
        )
    audit.write(actor, "remove_kind", kind)
    kind.delete()


def _this_initiative() -> Initiative:
    """The initiative in scope, held until this action is done: two may press at once."""
    return Initiative.objects.select_for_update().get(pk=current_initiative_id())


def _refuse_same_name(
    name: str, parent: IntermediaryKind | None, but: IntermediaryKind | None = None
) -> None:
    others = IntermediaryKind.objects.filter(parent=parent)
    if but is not None:
        others = others.exclude(pk=but.pk)
    if fold(name) in {fold(other) for other in others.values_list("name", flat=True)}:
        raise RuleBroken("kind_exists", _("De soort ‘%(name)s’ bestaat al.") % {"name": name})


# ---------- The register ----------


@dataclass(frozen=True)
class Card:
    """What is known of an intermediary, as a form gives it. Empty means unknown."""

    name: str
    function: str = ""
    organisation: str = ""
    kind: IntermediaryKind | None = None
    phone: str = ""
    email: str = ""
    audience: str = ""
    languages_reached: list[str] = field(default_factory=list)
    remark: str = ""


@transaction.atomic
def add_intermediary(*, card: Card, today: date, actor: audit.Actor) -> Intermediary:
    """Somebody new in the register; to be called today, for nothing is agreed yet."""
    intermediary = Intermediary(initiative_id=current_initiative_id(), call_again_on=today, **vars(card))
    intermediary.search = search_text(intermediary)
    intermediary.save()
    audit.write(actor, "add_intermediary", intermediary)
    return intermediary


@transaction.atomic
def correct_intermediary(*, intermediary: Intermediary, card: Card, actor: audit.Actor) -> None:
    """Correct what is known; the audit line names the fields, not their content."""
    changed = [name for name, value in vars(card).items() if getattr(intermediary, name) != value]
    for name in changed:
        setattr(intermediary, name, getattr(card, name))
    intermediary.search = search_text(intermediary)
    intermediary.save(update_fields=[*changed, "search"])
    audit.write(actor, "correct_intermediary", intermediary, fields=changed)


def search_text(intermediary: Intermediary) -> str:
    """What the search box looks in, folded across accents and scripts."""
    phone = intermediary.phone
    words = (
        intermediary.name,
        intermediary.organisation,
        intermediary.function,
        intermediary.audience,
        phone,
        "0" + phone[3:] if phone.startswith("+32") else "",
        intermediary.email,
    )
    return fold(" ".join(word for word in words if word))


@transaction.atomic
def end(*, intermediary: Intermediary, today: date, actor: audit.Actor) -> None:
    """The cooperation ends. Links on paper keep working; their own page opens no more."""
    if not Intermediary.objects.filter(pk=intermediary.pk, ended_on=None).update(ended_on=today):
        raise Conflict("already_ended", _("Deze samenwerking was al gestopt. Laad de pagina opnieuw."))
    audit.write(actor, "end_intermediary", intermediary)


@transaction.atomic
def reopen(*, intermediary: Intermediary, actor: audit.Actor) -> None:
    """The cooperation goes on."""
    if not Intermediary.objects.filter(pk=intermediary.pk, ended_on__isnull=False).update(ended_on=None):
        raise Conflict("not_ended", _("Deze samenwerking loopt al. Laad de pagina opnieuw."))
    audit.write(actor, "reopen_intermediary", intermediary)


@transaction.atomic
def agree(*, intermediary: Intermediary, points: Sequence[str], today: date, actor: audit.Actor) -> None:
    """Note which of the four points are agreed; the day is that of the last change."""
    held = _running(intermediary)
    agreed = rules.in_order_agreed(held.agreed, points)
    if agreed == held.agreed:
        return
    held.agreed, held.agreed_on = agreed, today if agreed else None
    held.save(update_fields=["agreed", "agreed_on"])
    audit.write(actor, "agree", held, points=agreed)


# ---------- Contact ----------


@transaction.atomic
def note_contact(
    *,
    intermediary: Intermediary,
    on: date,
    kind: ContactKind,
    note: str,
    call_again_on: date | None,
    today: date,
    actor: audit.Actor,
) -> ContactMoment:
    """Note that we spoke; unless told we call again three months later. Twice the same is one."""
    held = _running(intermediary)
    if on > today:
        raise RuleBroken("day_to_come", _("Die dag moet nog komen. Kies vandaag of een dag die voorbij is."))
    moment, is_new = ContactMoment.objects.get_or_create(
        initiative_id=current_initiative_id(),
        intermediary=held,
        on=on,
        kind=kind,
        note=note,
        defaults={"noted_by": actor.label},
    )
    if is_new:
        held.call_again_on = call_again_on or rules.call_again_on(on)
        held.save(update_fields=["call_again_on"])
        audit.write(actor, "note_contact", moment, intermediary=held.pk)
    return moment


@transaction.atomic
def take_back_contact(*, moment: ContactMoment, call_again_on: date | None, actor: audit.Actor) -> None:
    """Undo of a contact: it was noted by mistake, and the day to call is the one of before."""
    Intermediary.objects.filter(pk=moment.intermediary_id).update(call_again_on=call_again_on)
    audit.write(actor, "take_back_contact", moment, intermediary=moment.intermediary_id)
    moment.delete()


@transaction.atomic
def call_again(*, intermediary: Intermediary, on: date | None, actor: audit.Actor) -> None:
    """Another day to call, or none."""
    held = _running(intermediary)
    held.call_again_on = on
    held.save(update_fields=["call_again_on"])
    audit.write(actor, "call_again", held, on=on.isoformat() if on else None)


# ---------- Material ----------


@transaction.atomic
def hand_out(
    *,
    intermediary: Intermediary,
    material: Material,
    number: int,
    on: date,
    today: date,
    actor: audit.Actor,
    token: str = "",
) -> HandOut:
    """Note what was given. The stock goes down as far as there is any: a fact beats our count.

    `token` is that of the form: pressed twice, it is one hand-out.
    """
    held = _running(intermediary)
    if noted := handout_of_form(held, token):
        return noted
    if on > today:
        raise RuleBroken("day_to_come", _("Die dag moet nog komen. Kies vandaag of een dag die voorbij is."))
    if number < 1:
        raise RuleBroken("nothing_given", _("Hoeveel gaf je? Schrijf een getal van 1 of meer."))
    stock = Material.objects.select_for_update().get(pk=material.pk)
    if stock.ended_on is not None:
        raise RuleBroken("material_ended", _("‘%(name)s’ wordt niet meer gebruikt.") % {"name": stock.name})
    taken = min(number, stock.stock)
    stock.stock -= taken
    stock.save(update_fields=["stock"])
    given = HandOut.objects.create(
        initiative_id=current_initiative_id(),
        material=stock,
        intermediary=held,
        number=number,
        on=on,
        from_stock=taken,
        token=token,
    )
    audit.write(actor, "hand_out", given, intermediary=held.pk, material=stock.pk, number=number)
    return given


@transaction.atomic
def take_back_handout(*, given: HandOut, actor: audit.Actor) -> None:
    """Undo of a hand-out: what came off the stock is there again."""
    Material.objects.filter(pk=given.material_id).update(stock=F("stock") + given.from_stock)
    audit.write(actor, "take_back_handout", given, material=given.material_id, number=given.number)
    given.delete()


# ---------- Links ----------


@transaction.atomic
def make_link(*, intermediary: Intermediary, today: date, actor: audit.Actor) -> Source:
    """The personal link of an intermediary; who has one keeps it, for it stands on paper."""
    held = _running(intermediary)
    if link := live_link_of(held):
        return link
    return _new_source(SourceKind.INTERMEDIARY, str(held), held, today, actor)


@transaction.atomic
def add_channel(*, label: str, today: date, actor: audit.Actor) -> Source:
    """A link for a channel, such as Facebook or the municipal paper."""
    _this_initiative()
    live = Source.objects.filter(kind=SourceKind.CHANNEL, ended_on=None)
    if fold(label) in {fold(other) for other in live.values_list("label", flat=True)}:
        raise RuleBroken("channel_exists", _("Het kanaal ‘%(name)s’ bestaat al.") % {"name": label})
    return _new_source(SourceKind.CHANNEL, label, None, today, actor)


@transaction.atomic
def end_source(*, source: Source, today: date, actor: audit.Actor) -> None:
    """This link counts no longer; what came with it stays counted."""
    if not Source.objects.filter(pk=source.pk, ended_on=None).update(ended_on=today):
        raise Conflict("already_ended", _("Deze link was al gestopt. Laad de pagina opnieuw."))
    audit.write(actor, "end_source", source)


@transaction.atomic
def reopen_source(*, source: Source, actor: audit.Actor) -> None:
    """The same link works again. Refused when the intermediary has another one by now."""
    if source.kind == SourceKind.INTERMEDIARY and source.intermediary:
        other = live_link_of(_running(source.intermediary))
        if other and other.pk != source.pk:
            raise Conflict("has_another_link", _("Er is intussen een andere link. Die blijft gelden."))
    if not Source.objects.filter(pk=source.pk, ended_on__isnull=False).update(ended_on=None):
        raise Conflict("not_ended", _("Deze link werkt al. Laad de pagina opnieuw."))
    audit.write(actor, "reopen_source", source)


def _new_source(
    kind: SourceKind, label: str, intermediary: Intermediary | None, today: date, actor: audit.Actor
) -> Source:
    source = Source.objects.create(
        initiative_id=current_initiative_id(),
        code=unused_code(),
        kind=kind,
        label=label[: Source._meta.get_field("label").max_length],
        intermediary=intermediary,
        made_on=today,
    )
    audit.write(actor, "make_source", source, kind=str(kind))
    return source


def unused_code() -> str:
    """A code that no link of this initiative has, live or ended."""
    while True:
        code = "".join(secrets.choice(rules.CODE_SIGNS) for _sign in range(rules.CODE_LENGTH))
        if not Source.objects.filter(code=code).exists():
            return code


# ---------- Their own page ----------


@transaction.atomic
def open_page(*, intermediary: Intermediary, instead_of: str, actor: audit.Actor) -> str:
    """Make the secret of an intermediary's own page; one from before no longer works. It is told only here.

    `instead_of` is what the reader saw (`page_mark`): who presses a second time, or after a colleague,
    does not throw away a link that was just passed on.
    """
    held = _running(intermediary)
    if page_mark(held) != instead_of:
        raise Conflict(
            "page_renewed", _("Er is intussen al een nieuwe link gemaakt. Laad de pagina opnieuw.")
        )
    secret = secrets.token_urlsafe(SECRET_BYTES)
    held.page_hash, held.page_opened_at = hash_of(secret), clock.now()
    held.save(update_fields=["page_hash", "page_opened_at"])
    audit.write(actor, "open_page", held)
    return secret


@transaction.atomic
def revoke_page(*, intermediary: Intermediary, actor: audit.Actor) -> None:
    """The secret that was passed on opens nothing any more."""
    revoked = Intermediary.objects.filter(pk=intermediary.pk).exclude(page_hash="")
    if not revoked.update(page_hash="", page_opened_at=None):
        raise Conflict("no_page", _("Die link was al ingetrokken. Laad de pagina opnieuw."))
    audit.write(actor, "revoke_page", intermediary)


def page_mark(intermediary: Intermediary) -> str:
    """Tells one link of a page from the next, without telling the link."""
    return intermediary.page_hash[:8]


def _running(intermediary: Intermediary) -> Intermediary:
    """The intermediary as they stand now, held until this action is done; refused after the end."""
    held = Intermediary.objects.select_for_update().get(pk=intermediary.pk)
    if held.ended_on is not None:
        raise RuleBroken(
            "ended",
            _("De samenwerking met %(name)s is gestopt. Heropen ze eerst.") % {"name": held.name},
        )
    return held
