"""Pages outside any initiative: the door, the health page, errors, the reader's own choices."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AnonymousUser
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import check_for_language
from django.views.decorators.http import require_POST, require_safe
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from samen.accounts import actions as accounts
from samen.base import clock, heartbeat
from samen.base.page import back_to, remember_language, remember_text_size
from samen.initiatives.queries import initiatives_of


@require_safe
@login_required
def choose_desk(request: HttpRequest) -> HttpResponse:
    """To the desk of the only initiative, or a choice of several."""
    initiatives = initiatives_of(request.user)  # type: ignore[arg-type]
    if len(initiatives) == 1:
        return redirect("desk_today", initiatives[0].slug)
    return render(request, "site/choose_desk.html", {"initiatives": initiatives})


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Whether the database answers, when the tick last ran, how old the oldest waiting task is (seconds)."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        tick = heartbeat.last_tick()
        waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY).order_by("enqueued_at").first()
    except DatabaseError:
        return JsonResponse({"status": "unavailable", "database": "unavailable"}, status=503)
    age = (clock.now() - waiting.enqueued_at).total_seconds() if waiting else 0
    return JsonResponse(
        {
            "status": "ok",
            "database": "ok",
            "last_tick": tick.beat_at.isoformat() if tick else None,
            "queue_age_seconds": max(round(age), 0),
        }
    )


@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Keep the chosen language in a cookie, and with the account of a member of staff."""
    language = request.POST.get("language", "")
    response = redirect(back_to(request, "/"))
    if check_for_language(language) and language in dict(settings.LANGUAGES):
        remember_language(response, language)
        if request.user.is_authenticated and language in settings.DESK_LANGUAGES:
            accounts.choose_language(user=request.user, language=language)
    return response


@require_POST
def choose_text_size(request: HttpRequest) -> HttpResponse:
    """Larger or ordinary letters, remembered on this device, and with the account of a member of staff."""
    larger = request.POST.get("larger") == "1"
    response = redirect(back_to(request, "/"))
    remember_text_size(response, larger=larger)
    if request.user.is_authenticated:
        accounts.choose_text_size(user=request.user, larger=larger)
    return response


@require_safe
@login_required
def own_address(request: HttpRequest) -> HttpResponse:
    """Who signs in with which address is decided by an administrator, not on a page."""
    return redirect("mfa_index")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400."""
    return render(request, "site/bad_request.html", status=400)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    return render(request, "site/not_yours.html", status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that came from elsewhere or stayed open too long."""
    return render(request, "site/form_too_old.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404."""
    return render(request, "site/not_found.html", status=404)


def fault(request: HttpRequest) -> HttpResponse:
    """500, without anything that could fail again: who asks is not looked up."""
    request.user = AnonymousUser()
    return render(request, "site/fault.html", status=500)
