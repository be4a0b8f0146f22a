"""What a telephone keeps for when it has no connection, and what it needs to stand on the first screen."""

from datetime import timedelta
from hashlib import sha256

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from samen.base import clock, languages
from samen.people.access import PortalRequest, portal_page
from samen.portal import queries
from samen.portal.mine import frame

# What the page without a connection is made of.
FILES = (
    "base/samen.css",
    "base/icons.svg",
    "base/fonts/atkinson-400.woff2",
    "base/fonts/atkinson-700.woff2",
    "base/fonts/atkinson-ext.woff2",
    "portal/portal.js",
)
PAPER, PLUM = "#ffffff", "#6b2a5b"


@require_safe
@portal_page
def offline(request: PortalRequest) -> HttpResponse:
    """The next meeting, the numbers to call, and we met: kept by the telephone at each visit of home."""
    now = clock.now()
    home = queries.home(request.my.part, now)
    context = {**frame(request.my), "home": home, "yesterday": now.date() - timedelta(days=1)}
    return render(request, "portal/offline.html", context)


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The script that shows the kept page; it holds nothing of anybody."""
    files = [static(file) for file in FILES]
    context = {
        "files": files,
        "folder": settings.STATIC_URL,
        "version": sha256(" ".join(files).encode()).hexdigest()[:12],
    }
    answer = render(request, "portal/worker.js", context, content_type="text/javascript")
    answer["Cache-Control"] = "no-cache"
    return answer


@require_safe
def app(request: HttpRequest) -> HttpResponse:
    """How the page looks among the other things on the first screen of a telephone."""
    return JsonResponse(
        {
            "name": "Samen",
            "short_name": "Samen",
            "lang": get_language(),
            "dir": languages.current().direction,
            "id": "/my/",
            "start_url": "/my/",
            "scope": "/my/",
            "display": "standalone",
            "background_color": PAPER,
            "theme_color": PLUM,
            "icons": [
                {"src": static("portal/icon-192.png"), "sizes": "192x192", "type": "image/png"},
                {"src": static("portal/icon-512.png"), "sizes": "512x512", "type": "image/png"},
                {
                    "src": static("portal/icon-maskable-512.png"),
                    "sizes": "512x512",
                    "type": "image/png",
                    "purpose": "maskable",
                },
            ],
        },
        content_type="application/manifest+json",
    )
