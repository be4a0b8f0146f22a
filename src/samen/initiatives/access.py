"""The one place where a page of staff learns who asks, for which initiative, and whether they may.

It sets the scope, so a page cannot forget it; a stranger gets the same 404 as for a page that is not there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec
from urllib.parse import urlsplit

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url

from samen.accounts.models import User
from samen.base.audit import Actor
from samen.base.scoping import scope
from samen.initiatives.choices import Permission
from samen.initiatives.models import Initiative, Membership
from samen.initiatives.rules import ALLOWED, may

P = ParamSpec("P")

# Recovery codes replace a factor that was lost; alone they are none.
SECOND_FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


class DeskRequest(HttpRequest):
    """A request whose sender is known to be staff of the initiative in scope."""

    user: User
    desk: "Desk"


@dataclass(frozen=True)
class Desk:
    """Who sits at the desk: the initiative, the member of staff and the role."""

    initiative: Initiative
    user: User
    role: str

    @property
    def actor(self) -> Actor:
        """For the audit line."""
        return Actor.user(self.user.pk)

    def may(self, permission: str) -> bool:
        """Whether this person holds a permission here."""
        return may(self.role, permission)

    @property
    def permissions(self) -> frozenset[str]:
        """What this person may do here, for templates."""
        return ALLOWED.get(self.role, frozenset())


View = Callable[Concatenate[DeskRequest, P], HttpResponse]


def desk_page(permission: Permission) -> Callable[[View[P]], Callable[..., HttpResponse]]:
    """Declare what a desk page asks for; the first URL part names the initiative."""

    def declare(view: View[P]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def guarded(request: Any, initiative: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if door := _door(request):
                return door
            membership = _membership(request.user, initiative)
            with scope(membership.initiative_id):
                request.desk = Desk(membership.initiative, request.user, membership.role)
                if not may(membership.role, permission):
                    return render(request, "site/not_yours.html", status=403)
                response = view(request, *args, **kwargs)
                if hasattr(response, "render") and callable(response.render):
                    response.render()
                return response

        guarded.desk_permission = permission  # type: ignore[attr-defined]
        return guarded

    return declare


def desk_of(request: Any, initiative_id: int) -> Desk | None:
    """Who sits here as staff of that initiative, up to every rule of a desk page; None when nobody does."""
    if _door(request):
        return None
    found = Membership.objects.select_related("initiative").filter(
        user=request.user, initiative_id=initiative_id
    )
    membership = found.first()
    return Desk(membership.initiative, request.user, membership.role) if membership else None


class SiteRequest(HttpRequest):
    """A request whose sender is known to keep the whole installation."""

    user: User
    actor: Actor


SiteView = Callable[Concatenate[SiteRequest, P], HttpResponse]


def administrator_page(view: SiteView[P]) -> Callable[..., HttpResponse]:
    """A page for who keeps the whole installation; it has no scope, so it sees no data of an initiative."""

    @wraps(view)
    def guarded(request: Any, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if door := _door(request):
            return door
        if not request.user.is_administrator:
            return render(request, "site/not_yours.html", status=403)
        request.actor = Actor.user(request.user.pk)
        return view(request, *args, **kwargs)

    guarded.is_administrator_page = True  # type: ignore[attr-defined]
    return guarded


class PublicRequest(HttpRequest):
    """A request for a page of an initiative that anybody may read."""

    initiative: Initiative


PublicView = Callable[Concatenate[PublicRequest, P], HttpResponse]


def public_page(view: PublicView[P]) -> Callable[..., HttpResponse]:
    """A page of an initiative for everybody: its scope is set; one that is not public is not there."""

    @wraps(view)
    def open_to_all(request: Any, initiative: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        found = Initiative.objects.filter(slug=initiative, is_public=True).first()
        if found is None:
            raise Http404
        with scope(found.pk):
            request.initiative = found
            return view(request, *args, **kwargs)

    open_to_all.is_public_page = True  # type: ignore[attr-defined]
    return open_to_all


def _door(request: Any) -> HttpResponse | None:
    """Where somebody goes first: to sign in, or to set up a second factor; nowhere when that is done."""
    if not request.user.is_authenticated:
        return redirect_to_login(_page_of(request))
    if settings.SECOND_FACTOR_REQUIRED and not is_mfa_enabled(request.user, SECOND_FACTORS):
        return redirect("mfa_index")
    return None


def _page_of(request: HttpRequest) -> str:
    """Where to go on after signing in: this page, or for a form the page that it stood on."""
    if request.method in {"GET", "HEAD"}:
        return request.get_full_path()
    page = urlsplit(request.headers.get("Referer", ""))
    return page.path if page.netloc == request.get_host() else resolve_url(settings.LOGIN_REDIRECT_URL)


def _membership(user: User, slug: str) -> Membership:
    membership = (
        Membership.objects.select_related("initiative").filter(user=user, initiative__slug=slug).first()
    )
    if membership is None:
        raise Http404
    return membership
