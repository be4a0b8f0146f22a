"""App settings."""

from django.apps import AppConfig


class ListsConfig(AppConfig):
    """The lists app."""

    name = "samen.lists"
    label = "lists"
    default_auto_field = "django.db.models.BigAutoField"
