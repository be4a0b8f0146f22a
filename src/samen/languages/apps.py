"""App settings."""

from django.apps import AppConfig


class LanguagesConfig(AppConfig):
    """The languages app."""

    name = "samen.languages"
    label = "languages"
    default_auto_field = "django.db.models.BigAutoField"
