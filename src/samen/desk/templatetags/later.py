"""The link by which something on Today may wait."""

from typing import Any

from django import template
from django.template import Context

from samen.desk.alert_keys import key_of
from samen.desk.later import subject_of, what

register = template.Library()


@register.inclusion_tag("desk/later_link.html", takes_context=True)
def later_link(context: Context, thing: object) -> dict[str, Any]:
    """A link to let it wait, once the tick opened an alert about it and for who may follow duos.

    Who does not see the page hears about whom and what each of these links is.
    """
    desk, work = context["desk"], context["work"]
    alert = work.alerts.get(key_of(thing)) if "follow_duos" in desk.permissions else None
    if alert is None:
        return {"alert": None}
    return {"desk": desk, "alert": alert, "who": subject_of(thing), "what": what(alert)}
