"""App settings."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """The files app."""

    name = "samen.files"
    label = "files"
    default_auto_field = "django.db.models.BigAutoField"
