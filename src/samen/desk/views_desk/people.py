"""The list of people, one person, adding and correcting somebody."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samen.base import clock, downloads
from samen.base.errors import Refused
from samen.base.page import back_to, tell
from samen.base.scoping import current_initiative_id
from samen.base.spreadsheet import Sheet
from samen.desk import actions, queries
from samen.desk.choices import Stage
from samen.desk.queries import PeopleFilter
from samen.desk.story import story
from samen.duos.queries import duos_of
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.intake import actions as intake
from samen.intake.appointment_queries import appointment_of
from samen.intake.choices import Outcome
from samen.intake.forms import FactsForm, WishesForm
from samen.intake.models import Profile
from samen.intake.week import DAYPARTS, WEEKDAYS
from samen.matching.choices import ProposalStatus
from samen.matching.queries import proposals_of
from samen.messaging.choices import Channel
from samen.messaging.models import Choice
from samen.messaging.queries import choice_at
from samen.messaging.stops import digest_of
from samen.outreach.models import Registration
from samen.outreach.registration import note_contact
from samen.people.actions import Details
from samen.people.choices import Role
from samen.people.forms import AgainForm, DetailsForm, PartForm, RemarkForm
from samen.people.models import Participation, Person
from samen.people.queries import look_alikes, parts, parts_erased, parts_of
from samen.signals.queries import signals_of

PAGE_SIZE = 50
MOST_DOUBLES = 5


@require_safe
@desk_page(Permission.SEE_PEOPLE)
def people_list(request: DeskRequest) -> HttpResponse:
    """Everybody, by group, with a search across accents and scripts."""
    wanted = PeopleFilter.read(request.GET)
    page = Paginator(queries.find_people(wanted), PAGE_SIZE).get_page(request.GET.get("page"))
    counts = queries.stage_counts()
    context = {
        "section": "people",
        "wanted": wanted,
        "page": page,
        "rows": queries.rows(page.object_list, clock.today()),
        "stages": [(stage, counts.get(stage, 0)) for stage in Stage],
        "everybody": sum(counts.values()),
        "roles": Role,
        "places": queries.places(),
    }
    return render(request, "desk/people.html", context)


@require_safe
@desk_page(Permission.EDIT_PEOPLE)
def export(request: DeskRequest) -> HttpResponse:
    """The list as asked, as a workbook."""
    rows = queries.rows(queries.find_people(PeopleFilter.read(request.GET)), clock.today())
    header = [
        _("Rol"),
        _("Voornaam"),
        _("Familienaam"),
        _("Telefoon"),
        _("E-mail"),
        _("Postcode"),
        _("Gemeente"),
        _("Aangemeld op"),
        _("Stand"),
    ]
    lines = [
        [
            row.part.get_role_display(),
            row.part.person.given_name,
            row.part.person.family_name,
            row.part.person.phone,
            row.part.person.email,
            row.part.person.postal_code,
            row.part.person.place,
            row.part.registered_on.isoformat(),
            str(row.stage.label),
        ]
        for row in rows
    ]
    return downloads.xlsx(f"samen-{clock.today().isoformat()}.xlsx", [Sheet(_("Mensen"), [header, *lines])])


@require_safe
@desk_page(Permission.SEE_PEOPLE)
def person(request: DeskRequest, pk: int) -> HttpResponse:
    """One person: where they stand, the next step, the story, the facts."""
    if gone := parts_erased().filter(pk=pk).first():
        return render(
            request, "desk/erased.html", {"section": "people", "part": gone, "duos": list(duos_of(gone))}
        )
    part = _part(pk)
    duos = list(duos_of(part))
    proposals = list(proposals_of(part))
    profile: Profile | None = getattr(part, "profile", None)
    decided = list(part.decisions.select_related("referred_to"))
    came = Registration.objects.select_related("source", "same_as__person").filter(participation=part).first()
    context = {
        "section": "people",
        "part": part,
        "person": part.person,
        "parts": parts_of(part.person),
        "registration": came,
        "choices": _choices(part.person),
        "same_as": came.same_as if came else None,
        "profile": profile,
        "stage": Stage(part.stage),  # type: ignore[attr-defined]
        "duos": duos,
        "live_duo": next((duo for duo in duos if duo.closed_on is None), None),
        "appointment": appointment_of(part),
        "decision": decided[-1] if decided else None,
        "proposal": next((p for p in proposals if p.status == ProposalStatus.OPEN), None),
        "wishes": list(part.wishes.all()),
        "days": _free_days(profile),
        "story": story(part, duos=duos, proposals=proposals, decisions=decided),
        "may_edit": request.desk.may(Permission.EDIT_PEOPLE),
        "signals": signals_of(part) if request.desk.may(Permission.READ_SIGNALS) else [],
    }
    return render(request, "desk/person.html", context)


@require_http_methods(["GET", "POST"])
@desk_page(Permission.EDIT_PEOPLE)
def add(request: DeskRequest) -> HttpResponse:
    """Somebody new whom the coordinator knows."""
    role = Role.COACH if request.POST.get("role", request.GET.get("role")) == Role.COACH else Role.NEWCOMER
    data = request.POST if request.method == "POST" else None
    part_form = PartForm(data, initial={"role": role, "registered_on": clock.today()})
    forms = _forms(data, {}, role)
    doubles: list[Participation] = []
    if data is not None and part_form.is_valid() and all(form.is_valid() for form in forms.values()):
        details = forms["details"].details()
        doubles = [] if "anyway" in data else _doubles(details)
        if not doubles:
            return _add(request, details, part_form, forms)
    context = {"section": "people", "part_form": part_form, "forms": forms, "role": role, "doubles": doubles}
    return render(request, "desk/person_form.html", context, status=422 if data is not None else 200)


def _choices(person: Person) -> list[tuple[str, Choice]]:
    """What was chosen on the page behind the link in a message, at each of their addresses."""
    here = current_initiative_id()
    addresses = (
        (Channel.EMAIL, person.email, _("Koos zelf, voor de mails")),
        (Channel.PHONE, person.phone, _("Koos zelf, voor de telefoon")),
    )
    found = [
        (label, choice_at(digest_of(here, road, address))) for road, address, label in addresses if address
    ]
    return [(label, choice) for label, choice in found if choice]


def _doubles(details: Details) -> list[Participation]:
    name = f"{details.given_name} {details.family_name}"
    found = look_alikes(phone=details.phone, email=details.email, name=name, birth_year=details.birth_year)
    return list(found[:MOST_DOUBLES])


def _add(request: DeskRequest, details: Details, part_form: PartForm, forms: dict[str, Any]) -> HttpResponse:
    part = actions.add_person(
        details=details,
        role=Role(part_form.cleaned_data["role"]),
        registered_on=part_form.cleaned_data["registered_on"],
        remark=forms["remark"].cleaned_data["remark"],
        facts=forms["facts"].facts(),
        wishes=forms["wishes"].wishes(),
        today=clock.today(),
        actor=request.desk.actor,
    )
    tell(request, _("%(name)s staat nu op de wachtlijst.") % {"name": part.person})
    return redirect("person", request.desk.initiative.slug, part.pk)


@require_http_methods(["GET", "POST"])
@desk_page(Permission.EDIT_PEOPLE)
def edit(request: DeskRequest, pk: int) -> HttpResponse:
    """Correct what is known of somebody."""
    part = _part(pk)
    data = request.POST if request.method == "POST" else None
    initial = {
        "details": DetailsForm.initial_of(part.person),
        "facts": FactsForm.initial_of(getattr(part, "profile", None)),
        "wishes": WishesForm.initial_of(list(part.wishes.all())),
        "remark": {"remark": part.remark},
    }
    forms = _forms(data, initial, part.role)
    if data is not None and all(form.is_valid() for form in forms.values()):
        actions.correct_person(
            part=part,
            details=forms["details"].details(),
            remark=forms["remark"].cleaned_data["remark"],
            facts=forms["facts"].facts(),
            wishes=forms["wishes"].wishes(),
            actor=request.desk.actor,
        )
        tell(request, _("De gegevens van %(name)s zijn bewaard.") % {"name": part.person})
        return redirect("person", request.desk.initiative.slug, part.pk)
    context = {"section": "people", "part": part, "forms": forms, "role": part.role}
    return render(request, "desk/person_form.html", context, status=422 if data is not None else 200)


@require_POST
@desk_page(Permission.EDIT_PEOPLE)
def accept(request: DeskRequest, pk: int) -> HttpResponse:
    """Somebody may be matched from now on."""
    part = _part(pk)
    # Pressed twice, or by two colleagues, it is decided once.
    if part.stage != Stage.WAITING:  # type: ignore[attr-defined]
        intake.decide(part=part, outcome=Outcome.ACCEPTED, today=clock.today(), actor=request.desk.actor)
    tell(request, _("%(name)s staat nu op de wachtlijst.") % {"name": part.person})
    return redirect("person", request.desk.initiative.slug, part.pk)


@require_POST
@desk_page(Permission.EDIT_PEOPLE)
def contacted(request: DeskRequest, pk: int) -> HttpResponse:
    """The coordinator was in touch with somebody who came in."""
    came = get_object_or_404(Registration.objects.select_related("participation__person"), participation=pk)
    note_contact(registration=came, today=clock.today(), actor=request.desk.actor)
    tell(
        request, _("Je sprak met %(name)s. Dat is bewaard.") % {"name": came.participation.person.given_name}
    )
    return redirect(back_to(request, reverse("person", args=[request.desk.initiative.slug, pk])))


@require_POST
@desk_page(Permission.EDIT_PEOPLE)
def leave(request: DeskRequest, pk: int) -> HttpResponse:
    """Somebody stops."""
    part = _part(pk)
    actions.leave_programme(part=part, today=clock.today(), actor=request.desk.actor)
    tell(request, _("%(name)s doet niet meer mee.") % {"name": part.person})
    return redirect("person", request.desk.initiative.slug, part.pk)


@require_http_methods(["GET", "POST"])
@desk_page(Permission.EDIT_PEOPLE)
def again(request: DeskRequest, pk: int) -> HttpResponse:
    """Somebody comes back, or takes the other role."""
    part = _part(pk)
    other = Role.NEWCOMER if part.role == Role.COACH else Role.COACH
    data = request.POST if request.method == "POST" else None
    form = AgainForm(data, initial={"role": part.role if part.ended_on else other})
    if form.is_valid():
        role = Role(form.cleaned_data["role"])
        try:
            made = actions.take_part_again(part=part, role=role, now=clock.now(), actor=request.desk.actor)
        except Refused as refusal:
            form.add_error("role", refusal.sentence)
        else:
            words = {"name": part.person, "role": role.label}
            tell(request, _("%(name)s doet nu mee als %(role)s. Plan een gesprek.") % words)
            return redirect("person", request.desk.initiative.slug, made.pk)
    context = {"section": "people", "part": part, "form": form}
    return render(request, "desk/again.html", context, status=422 if form.errors else 200)


def _part(pk: int) -> Participation:
    part = queries.with_stage(parts().select_related("profile").filter(pk=pk)).first()
    if part is None:
        raise Http404
    return part


def _forms(data: Any, initial: dict[str, dict[str, Any]], role: str) -> dict[str, Any]:
    return {
        "details": DetailsForm(data, initial=initial.get("details")),
        "facts": FactsForm(data, initial=initial.get("facts")).for_role(role),
        "wishes": WishesForm(data, initial=initial.get("wishes")),
        "remark": RemarkForm(data, initial=initial.get("remark")),
    }


def _free_days(profile: Profile | None) -> list[tuple[Any, list[tuple[Any, bool]]]]:
    bits = (profile.availability or 0) if profile else 0
    return [
        (day, [(DAYPARTS[part], bool(bits >> (row * 3 + part) & 1)) for part in range(3)])
        for row, day in enumerate(WEEKDAYS)
    ]
