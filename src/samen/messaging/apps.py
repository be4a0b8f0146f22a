"""App settings."""

from django.apps import AppConfig


class MessagingConfig(AppConfig):
    """The messaging app."""

    name = "samen.messaging"
    label = "messaging"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make this app's own kinds of messages known."""
        from samen.messaging.messages import load  # noqa: PLC0415 - after the apps are there

        load()
