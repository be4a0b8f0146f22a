"""App settings."""

from django.apps import AppConfig


class EventsConfig(AppConfig):
    """The events app."""

    name = "samen.events"
    label = "events"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make this app's own kinds of messages known."""
        from samen.events.messages import load  # noqa: PLC0415 - after the apps are there

        load()
