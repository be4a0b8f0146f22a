"""App settings."""

from django.apps import AppConfig


class PublicConfig(AppConfig):
    """The public app."""

    name = "samen.public"
    label = "public"
    default_auto_field = "django.db.models.BigAutoField"
