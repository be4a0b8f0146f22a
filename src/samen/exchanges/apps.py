"""App settings."""

from django.apps import AppConfig


class ExchangesConfig(AppConfig):
    """The exchanges app."""

    name = "samen.exchanges"
    label = "exchanges"
    default_auto_field = "django.db.models.BigAutoField"
