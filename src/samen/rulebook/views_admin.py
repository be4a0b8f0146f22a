"""The administrator's pages: what the law says today, what it said before, and a new row."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samen.base import clock
from samen.base.errors import Refused
from samen.base.page import tell
from samen.initiatives.access import SiteRequest, administrator_page
from samen.rulebook import actions, queries
from samen.rulebook.choices import Confidence, Key, Subject
from samen.rulebook.forms import RuleForm, as_initial
from samen.rulebook.models import Rule
from samen.rulebook.rules import ABOUT

# At which box of the form a refusal is told.
BOXES = {
    "no_source": "source",
    "bad_address": "address",
    "not_read_yet": "verified_on",
    "backwards": "valid_to",
    "overlap": "valid_from",
    "out_of_range": "value",
    "no_words": "words",
}


@require_safe
@administrator_page
def rule_list(request: SiteRequest) -> HttpResponse:
    """Every rule by subject, with what counts today."""
    context = {"section": "rules", "subjects": queries.by_subject(clock.today())}
    return render(request, "rulebook/list.html", context)


@require_safe
@administrator_page
def rule(request: SiteRequest, key: str) -> HttpResponse:
    """One rule: what counts today, and every row there ever was."""
    known, today = _key(key), clock.today()
    context = {
        "section": "rules",
        "key": known,
        "about": ABOUT[known],
        "subject": Subject(ABOUT[known].subject),
        "counting": queries.said(known, today),
        "history": queries.history(known),
    }
    return render(request, "rulebook/rule.html", context)


@require_http_methods(["GET", "POST"])
@administrator_page
def add(request: SiteRequest, key: str) -> HttpResponse:
    """One more row, from a day on."""
    known, today = _key(key), clock.today()
    initial = {"valid_from": today, "verified_on": today, "confidence": Confidence.GOOD}
    form = RuleForm(request.POST if request.method == "POST" else None, key=known, initial=initial)
    if form.is_valid():
        try:
            actions.add_rule(key=known, said=form.said, now=clock.now(), actor=request.actor)
        except Refused as refusal:
            form.add_error(BOXES.get(refusal.code), refusal.sentence)
        else:
            tell(request, _("De nieuwe rij is bewaard."))
            return redirect("rule", known)
    return _form(request, form, known, None)


@require_http_methods(["GET", "POST"])
@administrator_page
def correct(request: SiteRequest, pk: int) -> HttpResponse:
    """Put another row in the place of a wrong one."""
    wrong = get_object_or_404(Rule, pk=pk)
    known = _key(wrong.key)
    sent = request.POST if request.method == "POST" else None
    form = RuleForm(sent, key=known, initial=as_initial(wrong) | {"verified_on": clock.today()})
    if form.is_valid():
        try:
            actions.correct_rule(rule=wrong, said=form.said, now=clock.now(), actor=request.actor)
        except Refused as refusal:
            form.add_error(BOXES.get(refusal.code), refusal.sentence)
        else:
            tell(request, _("De rij is verbeterd. De oude blijft in de geschiedenis staan."))
            return redirect("rule", known)
    return _form(request, form, known, wrong)


def _key(code: str) -> Key:
    if code not in Key.values:
        raise Http404
    return Key(code)


def _form(request: SiteRequest, form: RuleForm, key: Key, wrong: Rule | None) -> HttpResponse:
    context = {"section": "rules", "form": form, "key": key, "about": ABOUT[key], "wrong": wrong}
    return render(request, "rulebook/form.html", context, status=422 if form.errors else 200)
