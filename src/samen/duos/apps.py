"""App settings."""

from django.apps import AppConfig


class DuosConfig(AppConfig):
    """The duos app."""

    name = "samen.duos"
    label = "duos"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make this app's own kinds of messages known."""
        from samen.duos.messages import load  # noqa: PLC0415 - after the apps are there

        load()
