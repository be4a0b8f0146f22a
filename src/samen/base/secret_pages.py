"""Pages of which the address is the key: it goes into no index and into no cache."""

from django.http import HttpResponse

HEADERS = {"X-Robots-Tag": "noindex, nofollow", "Cache-Control": "no-store, private"}
# Where something is sent from such a page, a browser must be able to say that it came from this site.
TO_NOBODY, WITHIN_THIS_SITE = "no-referrer", "same-origin"


def kept_to_itself(answer: HttpResponse, *, referrer: str = TO_NOBODY) -> HttpResponse:
    """The same answer, with the address told to nobody, or to this site alone."""
    for name, value in (*HEADERS.items(), ("Referrer-Policy", referrer)):
        answer[name] = value
    return answer
