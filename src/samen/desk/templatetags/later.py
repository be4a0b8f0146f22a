"""The link by which something on Today may wait."""

from typing import Any

from django import template
from django.template import Context

from samen.desk.alert_keys import key_of

register = template.Library()


@register.inclusion_tag("desk/later_link.html", takes_context=True)
def later_link(context: Context, thing: object) -> dict[str, Any]:
    """A link to let it wait, once the tick opened an alert about it and for who may follow duos."""
    desk, work = context["desk"], context["work"]
    may = "follow_duos" in desk.permissions
    return {"desk": desk, "alert_id": work.alert_ids.get(key_of(thing)) if may else None}
