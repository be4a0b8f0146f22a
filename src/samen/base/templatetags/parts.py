"""Interface parts that are smaller than a template: icons, avatars, days in words."""

from datetime import date, datetime, timedelta
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samen.base import clock, moments

register = template.Library()

# Pointing icons are mirrored from right to left; clocks, checks and phones never are.
_POINTING = frozenset(
    {"chevron-left", "chevron-right", "arrow-left", "arrow-right", "log-out", "log-in", "send", "undo-2"}
)


@register.simple_tag
def icon(name: str, size: str = "") -> SafeString:
    """An icon from the sprite; a word always stands beside it."""
    flip = " flip" if name in _POINTING else ""
    return format_html(
        '<svg class="icon{}{}" aria-hidden="true"><use href="{}#{}"></use></svg>',
        flip,
        f" {size}" if size else "",
        static("base/icons.svg"),
        name,
    )


@register.simple_tag
def avatar(initials: str, role: str, size: str = "") -> SafeString:
    """Initials in the shape of the role: a newcomer is a soft square, a coach a circle."""
    return format_html(
        '<span class="avatar {}{}" aria-hidden="true">{}</span>', role, f" {size}" if size else "", initials
    )


register.filter("full_day", moments.full_day)
register.filter("hour", moments.hour)


@register.filter
def day(value: date | datetime | None) -> str:
    """A day in words: vandaag, gisteren, maandag 23 november; the year only when it is another one."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = localtime(value).date()
    today = clock.today()
    if value == today:
        return _("vandaag")
    if value == today - timedelta(days=1):
        return _("gisteren")
    return date_format(value, "l j F" if value.year == today.year else "l j F Y")


@register.filter
def short_day(value: date | None) -> str:
    """A day without its weekday: 23 november; the year only when it is another one."""
    if value is None:
        return ""
    return date_format(value, "j F" if value.year == clock.today().year else "j F Y")


@register.filter
def waited(since: date) -> str:
    """How long somebody waits, in weeks; days in the first two weeks."""
    days = max((clock.today() - since).days, 0)
    if days < 14:
        return ngettext("%(n)s dag", "%(n)s dagen", days) % {"n": days}
    return ngettext("%(n)s week", "%(n)s weken", days // 7) % {"n": days // 7}


@register.filter
def hours(minutes: int) -> str:
    """A length in hours: 90 minutes is 1 uur 30."""
    whole, rest = divmod(minutes or 0, 60)
    if not whole:
        return ngettext("%(n)s minuut", "%(n)s minuten", rest) % {"n": rest}
    text = ngettext("%(n)s uur", "%(n)s uur", whole) % {"n": whole}
    return f"{text} {rest}" if rest else text


@register.filter
def phone(value: str) -> str:
    """A Belgian number as people write it: 0470 12 34 56. Others stay international."""
    if not value.startswith("+32"):
        return value
    local = "0" + value[3:]
    if len(local) == 10:
        return f"{local[:4]} {local[4:6]} {local[6:8]} {local[8:]}"
    return f"{local[:2]} {local[2:5]} {local[5:7]} {local[7:]}"


@register.filter
def item(mapping: dict[Any, Any], key: Any) -> Any:
    """One value of a mapping by a key that is a variable."""
    return mapping.get(key)


@register.simple_tag(takes_context=True)
def query_with(context: dict[str, Any], **changes: Any) -> str:
    """The address's query with some values changed; an empty value is left out."""
    query = context["request"].GET.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value not in ("", None):
            query[name] = str(value)
    return f"?{query.urlencode()}"
