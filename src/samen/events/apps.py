"""App settings."""

from django.apps import AppConfig


class EventsConfig(AppConfig):
    """The events app."""

    name = "samen.events"
    label = "events"
    default_auto_field = "django.db.models.BigAutoField"
