"""The pages of an initiative that anybody may read, and registration: one question a page."""

from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samen.base import clock, throttle
from samen.base.languages import DUTCH
from samen.base.qr import svg
from samen.events.queries import information
from samen.events.queries import public as public_events
from samen.files.choices import PictureKind
from samen.files.queries import picture, pictures_there
from samen.initiatives.access import PublicRequest, public_page
from samen.initiatives.models import Initiative
from samen.messaging.pieces import pieces
from samen.outreach import page_texts, registration, sheet_texts
from samen.outreach.addresses import in_short
from samen.outreach.choices import Sheet, SourceKind
from samen.outreach.models import Draft
from samen.outreach.queries import source_by_code
from samen.people.choices import Role
from samen.places.postal import search_place
from samen.public import actions, questions
from samen.public.forms_public import CodeForm, FindForm
from samen.public.look import stylesheet
from samen.public.summary import summary

# Names of cookies, kept to the pages of one initiative.
DRAFT, VIA = "joining", "via"
MONTH = 30 * 24 * 60 * 60
# From one network in an hour; a school may register a class.
MOST_STARTS, MOST_CODES, MOST_SENT = 60, 20, 40
MOST_FOUND = 20
MOST_EVENTS = 12
# In pixels; on paper alone.
QR_SIZE = 120


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What Samen is, the way in for staff, and where to find an initiative."""
    if request.user.is_authenticated:
        return redirect("desk_choose")
    form = FindForm(request.GET)
    wanted = form.cleaned_data["q"].replace("\x00", "").strip() if form.is_valid() else ""
    found = _near(wanted) if wanted else None
    return render(request, "public/home.html", {"form": form, "wanted": wanted, "found": found})


def _near(wanted: str) -> list[Initiative]:
    """Public initiatives for a postal code, or with this place or these words in their name."""
    words = Q(name__icontains=wanted) | Q(organisation__icontains=wanted)
    codes = {wanted} if wanted.isascii() and wanted.isdigit() else {one.code for one in search_place(wanted)}
    public = Initiative.objects.filter(is_public=True)
    near = [one for one in public if codes & set(one.area)]
    named = [one for one in public.filter(words) if one not in near]
    return [*near, *named][:MOST_FOUND]


@require_safe
@public_page
def initiative(request: PublicRequest) -> HttpResponse:
    """Who we are, what it is and is not, and the way in."""
    there = pictures_there()
    events = list(public_events(clock.now())[:MOST_EVENTS])
    next_event = information(clock.now())
    context = {
        "initiative": request.initiative,
        "next_event": next_event,
        "events": [one for one in events if one != next_event],
        "logo": there.get(PictureKind.LOGO),
        "photo": there.get(PictureKind.PHOTO),
        "texts": pieces(page_texts.KINDS, get_language() or DUTCH, request.initiative),
        "ticks": page_texts.TICKS,
    }
    return render(request, "public/initiative.html", context)


@require_safe
@public_page
def sheet(request: PublicRequest, who: str) -> HttpResponse:
    """An information sheet: what it is and is not, to read here or on paper."""
    if who not in Sheet.values:
        raise Http404
    kind = sheet_texts.KIND_OF[Sheet(who)]
    context = {
        "initiative": request.initiative,
        "sheet": Sheet(who),
        "text": pieces([kind], get_language() or DUTCH, request.initiative)[kind.code],
        "qr": svg(f"{settings.BASE_URL}/{request.initiative.slug}/", QR_SIZE),
        "address": in_short(f"{settings.BASE_URL}/{request.initiative.slug}/"),
    }
    return render(request, "public/sheet.html", context)


@require_safe
@public_page
def colours(request: PublicRequest) -> HttpResponse:
    """The initiative's own colour as a stylesheet: the content policy allows no style in a page."""
    response = HttpResponse(stylesheet(request.initiative.colour), content_type="text/css; charset=utf-8")
    response["Cache-Control"] = "public, max-age=3600"
    return response


@require_safe
@public_page
def show_picture(request: PublicRequest, kind: str) -> HttpResponse:
    """The logo or the photo."""
    found = picture(PictureKind(kind)) if kind in PictureKind.values else None
    if found is None:
        raise Http404
    response = HttpResponse(bytes(found.content), content_type=found.media_type)
    response["Cache-Control"] = "public, max-age=86400"
    return response


@require_safe
@public_page
def privacy(request: PublicRequest) -> HttpResponse:
    """What happens with what somebody tells us."""
    return render(request, "public/privacy.html", {"initiative": request.initiative})


@require_safe
@public_page
def benefits(request: PublicRequest) -> HttpResponse:
    """What somebody with a benefit must know before they become a coach."""
    return render(request, "public/benefits.html", {"initiative": request.initiative})


@require_safe
@public_page
def via(request: PublicRequest, code: str) -> HttpResponse:
    """From a QR code or a link: remember where somebody comes from, and go on."""
    source = source_by_code(code)
    if source is None:
        return render(request, "public/old_link.html", {"initiative": request.initiative}, status=410)
    together = source.kind == SourceKind.INTERMEDIARY
    response = redirect("public_together" if together else "public_initiative", request.initiative.slug)
    _set_cookie(request, response, VIA, source.code)
    return response


@require_safe
@public_page
def join(request: PublicRequest) -> HttpResponse:
    """Good to know, and who somebody is."""
    draft = _draft(request)
    context = {"initiative": request.initiative, "draft": draft, "together": False}
    return render(request, "public/join.html", context)


@require_safe
@public_page
def together(request: PublicRequest) -> HttpResponse:
    """An intermediary and somebody who sits beside them."""
    return render(request, "public/join.html", {"initiative": request.initiative, "together": True})


@require_POST
@public_page
def start(request: PublicRequest, role: str) -> HttpResponse:
    """Begin as a newcomer or as a coach."""
    if role not in Role.values:
        raise Http404
    if not throttle.allows("join", request, times=MOST_STARTS):
        return _too_often(request)
    draft, secret = registration.start(
        role=Role(role),
        language=get_language() or DUTCH,
        source=source_by_code(request.COOKIES.get(VIA, "")),
        is_together=request.POST.get("together") == "1",
        now=clock.now(),
    )
    response = _to_question(request, next(iter(questions.questions(draft))))
    _set_cookie(request, response, DRAFT, secret)
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@public_page
def question(request: PublicRequest, name: str) -> HttpResponse:
    """One question: its answer is kept before the next one is asked."""
    draft = _draft(request)
    if draft is None:
        return _gone(request)
    asked = questions.questions(draft)
    if name not in asked:
        raise Http404
    if request.method != "POST":
        known = draft.answers.get(name)
        form = asked[name](
            initial=known or {"phone_language": get_language(), "written_language": get_language()}
        )
        return _show_question(request, draft, name, form)
    form = asked[name](request.POST)
    if not form.is_valid():
        return _show_question(request, draft, name, form)
    said = {field: form.cleaned_data[field] for field in form.fields}
    registration.keep(draft=draft, answers={name: said}, language=get_language() or DUTCH, now=clock.now())
    after = questions.position(draft, name).after
    if request.POST.get("do") == "later":
        return redirect("public_later", request.initiative.slug)
    if request.GET.get("check") == "1" or not after:
        return redirect("public_check", request.initiative.slug)
    return _to_question(request, after)


@require_http_methods(["GET", "HEAD", "POST"])
@public_page
def check(request: PublicRequest) -> HttpResponse:
    """All answers at a glance; sent from here."""
    draft = _draft(request)
    if draft is None:
        return _gone(request)
    if missing := questions.first_unanswered(draft):
        return _to_question(request, missing)
    if request.method != "POST":
        context = {"initiative": request.initiative, "draft": draft, "lines": summary(draft)}
        return render(request, "public/check.html", context)
    if not throttle.allows("send", request, times=MOST_SENT):
        return _too_often(request)
    # Only a program fills in what no person sees; it is thanked like everybody else.
    if not request.POST.get("website"):
        actions.send(draft=draft, now=clock.now(), today=clock.today())
    response = redirect("public_done", request.initiative.slug)
    response.delete_cookie(DRAFT, path=_path(request))
    return response


@require_safe
@public_page
def done(request: PublicRequest) -> HttpResponse:
    """What happens next: who, and when."""
    context = {"initiative": request.initiative, "next_event": information(clock.now())}
    return render(request, "public/done.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@public_page
def later(request: PublicRequest) -> HttpResponse:
    """Go on later: from this telephone as it is, from another one with a code to write down."""
    draft = _draft(request)
    if draft is None:
        return _gone(request)
    code = registration.make_code(draft=draft) if request.method == "POST" else ""
    context = {
        "initiative": request.initiative,
        "code": f"{code[:4]} {code[4:]}" if code else "",
        "days": registration.CODE_DAYS,
        "next": questions.first_unanswered(draft),
    }
    return render(request, "public/later.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@public_page
def resume(request: PublicRequest) -> HttpResponse:
    """With the code from the paper."""
    form = CodeForm(request.POST or None)
    if form.is_valid():
        if not throttle.allows("resume", request, times=MOST_CODES):
            return _too_often(request)
        found = registration.find_by_code(form.cleaned_data["code"], clock.now())
        if found is not None:
            draft, secret = found
            response = _onward(request, draft)
            _set_cookie(request, response, DRAFT, secret)
            return response
        form.add_error("code", _("Deze code kennen wij niet, of ze is te oud. Kijk ze na of begin opnieuw."))
    status = 422 if form.errors else 200
    return render(
        request, "public/resume.html", {"initiative": request.initiative, "form": form}, status=status
    )


@require_POST
@public_page
def forget(request: PublicRequest) -> HttpResponse:
    """Wipe what was filled in: on a telephone that others use too."""
    draft = _draft(request)
    if draft is not None:
        draft.delete()
    response = redirect("public_initiative", request.initiative.slug)
    response.delete_cookie(DRAFT, path=_path(request))
    response.delete_cookie(VIA, path=_path(request))
    return response


def _show_question(request: PublicRequest, draft: Draft, name: str, form: Any) -> HttpResponse:
    context = {
        "initiative": request.initiative,
        "draft": draft,
        "form": form,
        "position": questions.position(draft, name),
        "checking": request.GET.get("check") == "1",
    }
    return render(request, "public/question.html", context, status=422 if form.errors else 200)


def _onward(request: PublicRequest, draft: Draft) -> HttpResponseRedirect:
    missing = questions.first_unanswered(draft)
    return _to_question(request, missing) if missing else redirect("public_check", request.initiative.slug)


def _to_question(request: PublicRequest, name: str) -> HttpResponseRedirect:
    return redirect("public_question", request.initiative.slug, name)


def _draft(request: PublicRequest) -> Draft | None:
    return registration.find(request.COOKIES.get(DRAFT, ""), clock.now())


def _path(request: PublicRequest) -> str:
    return f"/{request.initiative.slug}/"


def _set_cookie(request: PublicRequest, response: HttpResponse, name: str, value: str) -> None:
    response.set_cookie(
        name,
        value,
        max_age=MONTH,
        path=_path(request),
        httponly=True,
        secure=request.is_secure(),
        samesite="Lax",
    )


def _gone(request: PublicRequest) -> HttpResponse:
    """No draft on this telephone: never begun, sent already, or older than a month."""
    return render(request, "public/no_draft.html", {"initiative": request.initiative}, status=404)


def _too_often(request: PublicRequest) -> HttpResponse:
    return render(request, "public/too_often.html", {"initiative": request.initiative}, status=429)
