"""App settings."""

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """The library app."""

    name = "samen.library"
    label = "library"
    default_auto_field = "django.db.models.BigAutoField"
