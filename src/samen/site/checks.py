"""Start-up checks: every page of staff declares what it asks for."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.urls import URLPattern, URLResolver, get_resolver


def patterns(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every address of the site as (route, pattern)."""
    for entry in (resolver or get_resolver()).url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from patterns(entry, route)
        else:
            yield route, entry


@register()
def desk_pages_declare_permission(**_kwargs: Any) -> list[CheckMessage]:
    """A desk page without `@desk_page` would answer anybody."""
    return [
        Error(f"{route} does not declare a permission with @desk_page.", id="samen.E001")
        for route, pattern in patterns()
        if route.startswith("desk/<slug:initiative>/") and not hasattr(pattern.callback, "desk_permission")
    ]


@register()
def site_pages_declare_administrator(**_kwargs: Any) -> list[CheckMessage]:
    """A page about the whole installation without `@administrator_page` would answer anybody."""
    return [
        Error(f"{route} does not declare @administrator_page.", id="samen.E002")
        for route, pattern in patterns()
        if route.startswith("admin/") and not hasattr(pattern.callback, "is_administrator_page")
    ]
