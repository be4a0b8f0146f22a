"""App settings."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """The demo app."""

    name = "samen.demo"
    label = "demo"
    default_auto_field = "django.db.models.BigAutoField"
