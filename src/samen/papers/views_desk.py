"""The desk's pages about papers: the benefit duty of a coach, the organisation note, the sheets."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from django import forms
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samen.base import clock, languages
from samen.base.errors import Refused, RuleBroken
from samen.base.page import tell
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.papers import actions, documents, news, queries
from samen.papers.choices import ClearanceStatus, Duty, Situation, Way
from samen.papers.forms import (
    AnswerForm,
    BenefitForm,
    DeclarationForm,
    FiledForm,
    NoteForm,
    ReceiptForm,
    ToldForm,
    declaration_initial,
    note_initial,
    reads,
)
from samen.papers.models import Clearance, OrganisationNote
from samen.papers.note import NoteText, note_text
from samen.papers.page import papers_view
from samen.people.models import Participation
from samen.people.queries import parts
from samen.rulebook import queries as rulebook
from samen.rulebook.choices import Key

PDF = "application/pdf"
# What the sources say differently, by the sheet on which it matters.
DISPUTED = {
    Situation.TIME_CREDIT: Key.TIME_CREDIT,
    Situation.SICKNESS: Key.SICKNESS_RENEWAL,
    Situation.LIVING_WAGE: Key.LIVING_WAGE,
}


@require_safe
@desk_page(Permission.EDIT_PEOPLE)
def papers(request: DeskRequest, pk: int) -> HttpResponse:
    """How the papers of one coach stand, and the next step."""
    part = find_part(pk)
    view = papers_view(part, clock.today())
    if view.get("clearance"):
        actions.note_look(clearance=view["clearance"], actor=request.desk.actor)
    return _show(request, view)


@require_http_methods(["GET", "POST"])
@desk_page(Permission.EDIT_PEOPLE)
def ask(request: DeskRequest, pk: int) -> HttpResponse:
    """The four questions; what follows is kept, the answers are not."""
    part = find_part(pk)
    form = BenefitForm(_sent(request))

    def keep() -> str:
        made = actions.note_duty(
            part=part,
            duty=form.duty(),
            has_tacit_term=form.has_tacit_term,
            today=clock.today(),
            actor=request.desk.actor,
        )
        return _after_asking(made, part)

    words = {
        "title": _("Is er een uitkering?"),
        "lead": _(
            "Samen onthoudt alleen wat er moet gebeuren, niet welke uitkering het is. "
            "Weet iemand het niet? Dan telt het als ja, tot het zeker is."
        ),
        "button": _("Bewaar wat er moet"),
    }
    return _step(request, part, form, keep, words)


@require_http_methods(["GET", "POST"])
@desk_page(Permission.EDIT_PEOPLE)
def told(request: DeskRequest, pk: int) -> HttpResponse:
    """The coach heard what to do."""
    part = find_part(pk)
    clearance = queries.clearance_of(part)
    if clearance is None:
        return redirect("papers_ask", request.desk.initiative.slug, pk)
    form = ToldForm(_sent(request), initial={"language": reads(part), "write": True})

    def keep() -> str:
        made = actions.tell_duty(
            part=part,
            duty=Duty(clearance.duty),
            has_tacit_term=clearance.has_tacit_term,
            language=form.cleaned_data["language"],
            now=clock.now(),
            actor=request.desk.actor,
        )
        if form.cleaned_data["write"]:
            news.tell_in_writing(clearance=made, now=clock.now())
        return _("%(name)s weet nu wat moet.") % {"name": part.person.given_name}

    words = {
        "title": _("Zeg wat er moet"),
        "lead": _to_say(clearance) % {"name": part.person.given_name},
        "button": _("Ik heb het gezegd"),
        "sheets_in": reads(part),
    }
    return _step(request, part, form, keep, words)


@require_http_methods(["GET", "POST"])
@desk_page(Permission.EDIT_PEOPLE)
def filed(request: DeskRequest, pk: int) -> HttpResponse:
    """The coach notified, or asked."""
    part = find_part(pk)
    clearance = queries.clearance_of(part)
    if clearance is None:
        return redirect("papers_ask", request.desk.initiative.slug, pk)
    form = FiledForm(_sent(request), initial={"filed_on": clock.today()})

    def keep() -> str:
        actions.note_filed(
            clearance=clearance,
            filed_on=form.cleaned_data["filed_on"],
            today=clock.today(),
            actor=request.desk.actor,
        )
        return _("De dag is bewaard.")

    asks = clearance.duty == Duty.ASK
    words = {
        "title": _("De toelating is gevraagd") if asks else _("Het is gemeld"),
        "lead": _("Vanaf dan wacht je samen op het antwoord.")
        if asks
        else _("Vanaf die dag mag een duo starten."),
        "button": _("Bewaar de dag"),
    }
    return _step(request, part, form, keep, words)


@require_http_methods(["GET", "POST"])
@desk_page(Permission.EDIT_PEOPLE)
def answer(request: DeskRequest, pk: int) -> HttpResponse:
    """The authority answered."""
    part = find_part(pk)
    clearance = queries.clearance_of(part)
    if clearance is None:
        return redirect("papers_ask", request.desk.initiative.slug, pk)
    form = AnswerForm(_sent(request), initial={"answered_on": clock.today()})

    def keep() -> str:
        actions.note_answer(
            clearance=clearance,
            answer=ClearanceStatus(form.cleaned_data["answer"]),
            answered_on=form.cleaned_data["answered_on"],
            limited_to=form.cleaned_data["limited_to"],
            today=clock.today(),
            actor=request.desk.actor,
        )
        return _("Het antwoord is bewaard.")

    words = {
        "title": _("Er is een antwoord"),
        "lead": _("Een antwoord telt vanaf nu, ook als er al een duo loopt."),
        "button": _("Bewaar het antwoord"),
    }
    return _step(request, part, form, keep, words)


@require_POST
@desk_page(Permission.EDIT_PEOPLE)
def back(request: DeskRequest, pk: int) -> HttpResponse:
    """Take back the last step."""
    part = find_part(pk)
    if clearance := queries.clearance_of(part):
        actions.take_back(clearance=clearance, actor=request.desk.actor)
        tell(request, _("De laatste stap is teruggenomen."))
    return redirect("papers", request.desk.initiative.slug, pk)


@require_POST
@desk_page(Permission.EDIT_PEOPLE)
def same(request: DeskRequest, pk: int) -> HttpResponse:
    """Asked again: nothing changed."""
    part = find_part(pk)
    if clearance := queries.clearance_of(part):
        actions.still_so(clearance=clearance, today=clock.today(), actor=request.desk.actor)
        tell(request, _("Er is niets veranderd. Samen vraagt het later opnieuw."))
    return redirect("papers", request.desk.initiative.slug, pk)


@require_http_methods(["GET", "POST"])
@desk_page(Permission.EDIT_PEOPLE)
def receipt(request: DeskRequest, pk: int) -> HttpResponse:
    """The organisation note, to read together; and that the coach got it."""
    part = find_part(pk)
    note = queries.note_today()
    initial = {"way": Way.SCREEN, "language": reads(part), "given_on": clock.today()}
    form = ReceiptForm(_sent(request), initial=initial)

    def keep() -> str:
        given_on = form.cleaned_data["given_on"]
        if given_on > clock.today():
            raise RuleBroken("in_the_future", _("Die dag moet nog komen. Kies vandaag of een vroegere dag."))
        actions.note_receipt(
            part=part,
            way=Way(form.cleaned_data["way"]),
            language=form.cleaned_data["language"],
            today=given_on,
            actor=request.desk.actor,
        )
        return _("%(name)s heeft de nota.") % {"name": part.person.given_name}

    words = {"title": _("De organisatienota"), "lead": "", "button": _("Bewaar dat de coach de nota kreeg")}
    return _step(request, part, form, keep, {**words, "text": _text(request, note)})


@require_safe
@desk_page(Permission.EDIT_PEOPLE)
def receipt_pdf(request: DeskRequest, pk: int, written_in: str) -> HttpResponse:
    """The note on paper for one coach, with room to sign."""
    part = find_part(pk)
    note = queries.note_today()
    code = _of_desk(written_in)
    made = documents.note_pdf(
        request.desk.initiative, note_text(note, code), code, name=str(part.person), on=clock.today()
    )
    return _pdf(made, _("nota voor vrijwilligers"))


@require_http_methods(["GET", "POST"])
@desk_page(Permission.EDIT_PEOPLE)
def declaration(request: DeskRequest, pk: int) -> HttpResponse:
    """The organisation's part of the declaration: what we know is filled in, the rest can be changed."""
    part, initiative = find_part(pk), request.desk.initiative
    initial = declaration_initial(initiative, languages.current().code)
    form = DeclarationForm(_sent(request), initial=initial)
    if form.is_valid():
        note, filled = queries.current_note(), dict(form.cleaned_data)
        written_in = filled.pop("written_in")
        activity = documents.Activity(
            coach=str(part.person),
            organisation=initiative.organisation or initiative.name,
            legal_form=note.legal_form if note else "",
            **filled,
        )
        made = documents.declaration_pdf(initiative, activity, written_in, on=clock.today())
        return _pdf(made, _("verklaring van de organisatie"))
    words = {
        "title": _("Verklaring van de organisatie"),
        "lead": _("De coach neemt dit blad mee. Samen bewaart niet wat je hier invult."),
        "button": _("Maak het blad"),
        "icon": "file-text",
    }
    return _step(request, part, form, None, words)


@require_safe
@desk_page(Permission.EDIT_PEOPLE)
def sheets(request: DeskRequest) -> HttpResponse:
    """Every sheet. They stand apart from people: an address that tells of an illness names nobody."""
    today = clock.today()
    wanted = request.GET.get("in", "")
    code = wanted if wanted in languages.codes() else languages.DUTCH
    rows = [(one, rulebook.said(DISPUTED[one], today) if one in DISPUTED else []) for one in Situation]
    context = {
        "section": "people",
        "rows": rows,
        "chosen": languages.language(code),
        "every": languages.every(),
        "no_face": documents.letters_without_face(code, on=today),
    }
    return render(request, "papers/sheets.html", context)


@require_safe
@desk_page(Permission.EDIT_PEOPLE)
def sheet_pdf(request: DeskRequest, situation: str, written_in: str) -> HttpResponse:
    """One sheet to print, in a language and in Dutch."""
    if situation not in Situation.values or written_in not in languages.codes():
        raise Http404
    made = documents.sheet_pdf(request.desk.initiative, situation, written_in, on=clock.today())
    return _pdf(made, f"{Situation(situation).label} {written_in}")


@require_http_methods(["GET", "POST"])
@desk_page(Permission.SETTINGS)
def note(request: DeskRequest) -> HttpResponse:
    """What this initiative says in its note; another text is another version."""
    current = queries.note_today()
    form = NoteForm(_sent(request), initial=note_initial(current))
    if form.is_valid():
        before = queries.current_note()
        made = actions.write_note(words=form.words, now=clock.now(), actor=request.desk.actor)
        if before and made.pk == before.pk:
            tell(request, _("Er was niets veranderd."))
        else:
            tell(request, _("Versie %(n)s is bewaard. Elke coach krijgt ze opnieuw.") % {"n": made.version})
        return redirect("organisation_note", request.desk.initiative.slug)
    context = {"section": "settings", "form": form, "note": current, "text": _text(request, current)}
    return render(request, "papers/note.html", context, status=422 if form.errors else 200)


@require_safe
@desk_page(Permission.SETTINGS)
def blank_note_pdf(request: DeskRequest, written_in: str) -> HttpResponse:
    """The note on paper, for nobody in particular."""
    current = queries.note_today()
    code = _of_desk(written_in)
    made = documents.note_pdf(
        request.desk.initiative, note_text(current, code), code, name="", on=clock.today()
    )
    return _pdf(made, _("nota voor vrijwilligers"))


def find_part(pk: int) -> Participation:
    """Somebody of this initiative; else there is no such page."""
    part = parts().filter(pk=pk).first()
    if part is None:
        raise Http404
    return part


def _sent(request: DeskRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _after_asking(made: Clearance, part: Participation) -> str:
    name = {"name": part.person.given_name}
    sentences = {
        Duty.NONE: _("%(name)s hoeft niets te doen."),
        Duty.NOTIFY: _("%(name)s moet het eerst melden. Zeg het nu."),
        Duty.ASK: _("%(name)s moet het eerst vragen. Zeg het nu."),
    }
    return sentences[Duty(made.duty)] % name


def _to_say(clearance: Clearance) -> str:
    if clearance.duty == Duty.ASK:
        return _("%(name)s vraagt eerst toelating en wacht op het antwoord. Geef het juiste blad mee.")
    if clearance.duty == Duty.NOTIFY:
        return _("%(name)s meldt het eerst aan de dienst die betaalt. Geef het juiste blad mee.")
    return _("%(name)s hoeft niets te doen.")


def _text(request: DeskRequest, current: OrganisationNote) -> NoteText:
    """The note in the language of the page, or in the one that the address asks for."""
    return note_text(current, _of_desk(request.GET.get("in", languages.current().code)))


def _of_desk(code: str) -> str:
    return code if code in {one.code for one in languages.of_the_desk()} else languages.DUTCH


def _step(
    request: DeskRequest,
    part: Participation,
    form: forms.Form,
    keep: Callable[[], str] | None,
    words: dict[str, Any],
) -> HttpResponse:
    """A page with one form; what is refused is told at the form, and nothing typed is lost."""
    if keep and form.is_valid():
        try:
            done = keep()
        except Refused as refusal:
            form.add_error(_box(form, refusal.code), refusal.sentence)
        else:
            tell(request, done)
            return redirect("papers", request.desk.initiative.slug, part.pk)
    context = {"section": "people", "part": part, "form": form, **words}
    return render(request, "papers/step.html", context, status=422 if form.errors else 200)


def _box(form: forms.Form, code: str) -> str | None:
    """At which box a refusal is told: the day, or the limits; else above the form."""
    days = [name for name in ("filed_on", "answered_on", "given_on") if name in form.fields]
    if code in {"in_the_future", "before_filing"} and days:
        return days[0]
    return "limited_to" if code == "no_limits" else None


def _show(request: DeskRequest, view: dict[str, Any]) -> HttpResponse:
    return render(request, "papers/papers.html", {"section": "people", **view})


def _pdf(content: bytes, name: str) -> HttpResponse:
    """Shown in the browser, to read and print; kept by nobody."""
    response = HttpResponse(content, content_type=PDF)
    response["Content-Disposition"] = f"inline; filename*=UTF-8''{quote(name)}.pdf"
    return response
