"""What holds for every request."""

import ipaddress
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from samen.base.errors import Refused
from samen.base.page import remember_language
from samen.base.scoping import no_scope

NOT_THIS_WAY = 405

Answer = Callable[[HttpRequest], HttpResponse]


class DemoStaysHome:
    """The demo asks no second factor, so it answers this machine alone."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Refuse every address but loopback, and whoever a proxy brings, while the demo is loaded."""
        if settings.DEMO and not _is_at_home(request):
            return HttpResponse(
                _("De demo antwoordt alleen op deze computer."),
                status=403,
                content_type="text/plain; charset=utf-8",
            )
        return self.get_response(request)


def _is_at_home(request: HttpRequest) -> bool:
    is_brought = any(name in request.headers for name in ("X-Forwarded-For", "Forwarded", "X-Real-Ip", "Via"))
    return not is_brought and ipaddress.ip_address(request.META["REMOTE_ADDR"]).is_loopback


class LanguageByLink:
    """A link may choose the language, as on a flyer in Arabic: `?lang=ar` is kept and leaves the address."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Remember the language that the link names."""
        wanted = request.GET.get("lang", "")
        if request.method != "GET" or wanted not in dict(settings.LANGUAGES):
            return self.get_response(request)
        query = request.GET.copy()
        del query["lang"]
        response = HttpResponseRedirect(request.path + (f"?{query.urlencode()}" if query else ""))
        remember_language(response, wanted)
        return response


class FreshScope:
    """Every request starts without an initiative, whatever the thread did before."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer outside any scope; a desk page sets its own."""
        with no_scope():
            return self.get_response(request)


class NeverStored:
    """What a signed-in person saw is not kept by the browser: after signing out, Back shows nothing."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Mark answers to signed-in people as not to be stored."""
        response = self.get_response(request)
        if request.user.is_authenticated:
            response["Cache-Control"] = "no-store, private"
        return response


class PlainRefusals:
    """A refusal that no page caught becomes a page that says what is wrong and what to do."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; an address that only takes a form says so instead of staying blank."""
        response = self.get_response(request)
        if response.status_code != NOT_THIS_WAY or request.method != "GET":
            return response
        sentence = _("Dit adres hoort bij een knop op een andere pagina. Begin daar opnieuw.")
        page = render(request, "site/refused.html", {"sentence": sentence}, status=NOT_THIS_WAY)
        page["Allow"] = response["Allow"]
        return page

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer a refusal with 409 and its sentence."""
        if isinstance(exception, Refused):
            return render(request, "site/refused.html", {"sentence": exception.sentence}, status=409)
        return None
