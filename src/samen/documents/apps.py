"""App settings."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """The documents app."""

    name = "samen.documents"
    label = "documents"
    default_auto_field = "django.db.models.BigAutoField"
