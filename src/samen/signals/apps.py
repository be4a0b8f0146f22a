"""App settings."""

from django.apps import AppConfig


class SignalsConfig(AppConfig):
    """The signals app."""

    name = "samen.signals"
    label = "signals"
    default_auto_field = "django.db.models.BigAutoField"
