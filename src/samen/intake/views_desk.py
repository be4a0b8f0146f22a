"""The desk's pages of the conversation: each part of it, the same on paper, and what the levels mean."""

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samen.accounts.models import User
from samen.base import clock
from samen.base.languages import DUTCH, codes, every, language
from samen.base.moments import hour
from samen.base.page import tell
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.intake import talk_actions
from samen.intake.guide import GUIDES, Section, find_section
from samen.intake.known import known
from samen.intake.language_guide import HOURS, LEVELS
from samen.intake.models import Talk
from samen.intake.talk import Block, blocks, keep_all, progress, steps
from samen.intake.week import WEEKDAYS
from samen.people.choices import Role
from samen.people.models import Participation
from samen.people.queries import parts

AUTOSAVE = "X-Autosave"


@require_safe
@desk_page(Permission.EDIT_PEOPLE)
def talk(request: DeskRequest, pk: int) -> HttpResponse:
    """Where it stopped, or the beginning."""
    part = _part(pk)
    begun = Talk.objects.filter(participation=part).first()
    section = find_section(part.role, begun.section) if begun else None
    return redirect(
        "talk_section",
        request.desk.initiative.slug,
        pk,
        section.code if section else GUIDES[part.role][0].code,
    )


@require_http_methods(["GET", "POST"])
@desk_page(Permission.EDIT_PEOPLE)
def talk_section(request: DeskRequest, pk: int, section: str) -> HttpResponse:
    """One part: looked at, kept by itself while somebody types, or kept and on to the next one."""
    part = _part(pk)
    found = _section(part, section)
    _talk, other = talk_actions.look(part=part, section=section, by=request.desk.actor.label, now=clock.now())
    if request.method != "POST":
        return _show(request, part, found, blocks(part, found, _others(part)), other)
    asked = blocks(part, found, _others(part), request.POST)
    goes_on = request.POST.get("do") == "on"
    keep_all(
        part,
        asked,
        request.POST,
        all_asked=goes_on,
        language=part.person.phone_language or DUTCH,
        now=clock.now(),
        actor=request.desk.actor,
    )
    if request.headers.get(AUTOSAVE):
        return _kept_by_itself(asked, _name_of(other))
    if any(block.has_error for block in asked):
        return _show(request, part, found, asked, other, status=422)
    return _onward(request, part, found, goes_on=goes_on)


def _onward(request: DeskRequest, part: Participation, section: Section, *, goes_on: bool) -> HttpResponse:
    slug, guide = request.desk.initiative.slug, GUIDES[part.role]
    if not goes_on:
        tell(request, _("Bewaard. Je kan later verder."))
        return redirect("person", slug, part.pk)
    at = guide.index(section)
    if at + 1 < len(guide):
        return redirect("talk_section", slug, part.pk, guide[at + 1].code)
    talk_actions.hold(part=part, held_on=clock.today(), actor=request.desk.actor)
    return redirect("person_decide", slug, part.pk)


def _kept_by_itself(asked: list[Block], other: str) -> JsonResponse:
    """What the page needs to tell whoever types."""
    return JsonResponse(
        {
            "saved": hour(clock.now()),
            "other": other,
            "marks": {block.question.code: block.mark for block in asked if not block.meanwhile},
            "wrong": [block.question.code for block in asked if block.has_error],
            "careful": {block.question.code: block.careful for block in asked if block.careful},
        }
    )


def _show(
    request: DeskRequest,
    part: Participation,
    section: Section,
    asked: list[Block],
    other: str,
    status: int = 200,
) -> HttpResponse:
    guide = GUIDES[part.role]
    said = known(part)
    context = {
        "section": "people",
        "part": part,
        "person": part.person,
        "steps": steps(part.role, said),
        "current": section,
        "say": section.say_here(request.desk.initiative.follow_up),
        "number": guide.index(section) + 1,
        "total": len(guide),
        "minutes": sum(one.minutes for one in guide[guide.index(section) :]),
        "after": guide[guide.index(section) + 1] if section is not guide[-1] else None,
        "blocks": asked,
        "wrong": [block for block in asked if block.has_error],
        "reads": _also(part),
        "other": _name_of(other),
        "progress": progress(part.role, said),
    }
    return render(request, "intake/talk.html", context, status=status)


@require_safe
@desk_page(Permission.EDIT_PEOPLE)
def talk_paper(request: DeskRequest, pk: int) -> HttpResponse:
    """The same guide on paper, in plain Dutch with the candidate's language beside it."""
    part = _part(pk)
    chosen = request.GET.get("language", part.person.phone_language)
    return _paper(request, part.role, chosen, part)


@require_safe
@desk_page(Permission.EDIT_PEOPLE)
def empty_paper(request: DeskRequest, role: str) -> HttpResponse:
    """An empty guide to take along."""
    if role not in Role.values:
        raise Http404
    return _paper(request, role, request.GET.get("language", ""), None)


def _paper(request: DeskRequest, role: str, chosen: str, part: Participation | None) -> HttpResponse:
    follow_up = request.desk.initiative.follow_up
    context = {
        "section": "people",
        "part": part,
        "role": Role(role),
        "guide": [
            (one, one.say_here(follow_up), [(q, q.form()) for q in one.questions]) for one in GUIDES[role]
        ],
        "also": language(chosen) if chosen in codes() and chosen != DUTCH else None,
        "all_languages": every(),
        "today": clock.today(),
        "weekdays": WEEKDAYS,
        # Too long for boxes: written down.
        "long_lists": ("phone_language", "written_language", "not_with"),
    }
    return render(request, "intake/paper.html", context)


@require_POST
@desk_page(Permission.EDIT_PEOPLE)
def talk_held(request: DeskRequest, pk: int) -> HttpResponse:
    """It took place, whatever was noted of it."""
    part = _part(pk)
    talk_actions.hold(part=part, held_on=clock.today(), actor=request.desk.actor)
    return redirect("person_decide", request.desk.initiative.slug, pk)


@require_safe
@desk_page(Permission.EDIT_PEOPLE)
def language_guide(request: DeskRequest) -> HttpResponse:
    """What each level means, in sentences that somebody of that level says."""
    return render(
        request, "intake/language_guide.html", {"section": "people", "levels": LEVELS, "hours": HOURS}
    )


def _part(pk: int) -> Participation:
    return get_object_or_404(parts(), pk=pk)


def _section(part: Participation, code: str) -> Section:
    found = find_section(part.role, code)
    if found is None:
        raise Http404
    return found


def _others(part: Participation) -> list[Participation]:
    """Those on the other side who take part."""
    return list(parts().filter(ended_on=None).exclude(role=part.role).order_by("person__search"))


def _also(part: Participation) -> object:
    """The language in which the questions stand as well."""
    code = part.person.phone_language
    return language(code) if code in codes() and code != DUTCH else None


def _name_of(label: str) -> str:
    """The name of a member of staff by the label of who acts."""
    kind, _colon, number = label.partition(":")
    if kind != "user" or not number.isdigit():
        return ""
    user = User.objects.filter(pk=int(number)).first()
    return user.get_short_name() if user else ""
