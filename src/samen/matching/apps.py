"""App settings."""

from django.apps import AppConfig


class MatchingConfig(AppConfig):
    """The matching app."""

    name = "samen.matching"
    label = "matching"
    default_auto_field = "django.db.models.BigAutoField"
