"""App settings."""

from django.apps import AppConfig


class OutreachConfig(AppConfig):
    """The outreach app."""

    name = "samen.outreach"
    label = "outreach"
    default_auto_field = "django.db.models.BigAutoField"
