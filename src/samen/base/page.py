"""What every page knows: who sits at the desk, language, size of letters; and what to tell next."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language

from samen.base import clock, languages

# Whether letters are larger on this device; nobody is known by it.
LARGER = "larger"


def shell(request: HttpRequest) -> dict[str, Any]:
    """Context of the frame around every page."""
    language = get_language() or settings.LANGUAGE_CODE
    user = getattr(request, "user", None)
    return {
        "desk": getattr(request, "desk", None),
        "language": language,
        "direction": languages.current().direction,
        "desk_languages": [(one.code, one.name) for one in languages.of_the_desk()],
        "languages": languages.every(),
        "larger_text": getattr(user, "larger_text", request.COOKIES.get(LARGER) == "1"),
        "today": clock.today(),
        "is_demo": settings.DEMO,
    }


def back_to(request: HttpRequest, default: str) -> str:
    """The address the form named in `next`, if it is one of this site; else `default`."""
    target = request.POST.get("next", "")
    is_ours = target.startswith("/") and url_has_allowed_host_and_scheme(target, allowed_hosts=None)
    return target if is_ours else default


def remember_language(response: HttpResponse, language: str) -> None:
    """Keep the chosen language on this device."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.SECURE,
        samesite="Lax",
    )


def remember_text_size(response: HttpResponse, *, larger: bool) -> None:
    """Keep the size of letters on this device."""
    if larger:
        age = settings.LANGUAGE_COOKIE_AGE
        response.set_cookie(LARGER, "1", max_age=age, secure=settings.SECURE, samesite="Lax")
    else:
        response.delete_cookie(LARGER)


def tell(request: HttpRequest, sentence: str, *, undo: str = "") -> None:
    """Say on the next page what was done; `undo` is the address that takes it back by POST."""
    messages.success(request, sentence, extra_tags=undo)
