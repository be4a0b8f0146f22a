"""The desk's pages about insurance: which policies there are, and until when they hold."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samen.base import clock
from samen.base.page import tell
from samen.initiatives.access import DeskRequest, desk_page
from samen.initiatives.choices import Permission
from samen.papers import policy_actions, policy_queries
from samen.papers.models import Policy
from samen.papers.policy_forms import PolicyForm, policy_initial


@require_safe
@desk_page(Permission.SETTINGS)
def policies(request: DeskRequest) -> HttpResponse:
    """Every policy, and whether the coaches are insured today."""
    context = {
        "section": "settings",
        "policies": policy_queries.policies(),
        "cover": policy_queries.cover(clock.today()),
        "today": clock.today(),
    }
    return render(request, "papers/policies.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page(Permission.SETTINGS)
def add(request: DeskRequest) -> HttpResponse:
    """Note a policy."""
    return _keep(request, None)


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page(Permission.SETTINGS)
def change(request: DeskRequest, pk: int) -> HttpResponse:
    """Correct a policy, or note when it ends."""
    return _keep(request, get_object_or_404(Policy, pk=pk))


@require_POST
@desk_page(Permission.SETTINGS)
def remove(request: DeskRequest, pk: int) -> HttpResponse:
    """Take away what was noted by mistake."""
    policy_actions.remove_policy(policy=get_object_or_404(Policy, pk=pk), actor=request.desk.actor)
    tell(request, _("De verzekering is weg."))
    return redirect("policies", request.desk.initiative.slug)


def _keep(request: DeskRequest, policy: Policy | None) -> HttpResponse:
    initial = policy_initial(policy) if policy else {"starts_on": clock.today()}
    form = PolicyForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        policy_actions.keep_policy(insured=form.insured(), policy=policy, actor=request.desk.actor)
        tell(request, _("De verzekering is bewaard."))
        return redirect("policies", request.desk.initiative.slug)
    context = {"section": "settings", "form": form, "policy": policy}
    return render(request, "papers/policy.html", context, status=422 if form.errors else 200)
