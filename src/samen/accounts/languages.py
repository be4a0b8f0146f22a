"""In which language a member of staff reads: that of this browser, else the one kept with the account."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

OF_STAFF = ("/desk/", "/accounts/", "/admin/")


class AccountLanguage:
    """Middleware: on a device where no language was chosen, the account's choice counts.

    The pages of staff exist in fewer languages than those of participants; there the first of them stands in.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Read in the right language."""
        if chosen := self._chosen(request):
            translation.activate(chosen)
            request.LANGUAGE_CODE = chosen
        return self.get_response(request)

    def _chosen(self, request: HttpRequest) -> str:
        """The language to change to; "" when the one of this browser will do."""
        kept = getattr(request.user, "language", "")
        is_staff = request.path.startswith(OF_STAFF)
        active = translation.get_language() or settings.LANGUAGE_CODE
        if kept and kept in settings.DESK_LANGUAGES and settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
            return str(kept)
        if is_staff and active not in settings.DESK_LANGUAGES:
            return str(kept) if kept in settings.DESK_LANGUAGES else str(settings.LANGUAGE_CODE)
        return ""
