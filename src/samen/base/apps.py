"""App settings."""

from django.apps import AppConfig


class BaseConfig(AppConfig):
    """The base app."""

    name = "samen.base"
    label = "base"
    default_auto_field = "django.db.models.BigAutoField"
