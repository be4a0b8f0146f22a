"""App settings."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """The intake app."""

    name = "samen.intake"
    label = "intake"
    default_auto_field = "django.db.models.BigAutoField"
