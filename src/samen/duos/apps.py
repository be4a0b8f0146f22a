"""App settings."""

from django.apps import AppConfig


class DuosConfig(AppConfig):
    """The duos app."""

    name = "samen.duos"
    label = "duos"
    default_auto_field = "django.db.models.BigAutoField"
