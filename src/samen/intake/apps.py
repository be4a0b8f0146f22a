"""App settings."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """The intake app."""

    name = "samen.intake"
    label = "intake"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make this app's own kinds of messages known."""
        from samen.intake.messages import load  # noqa: PLC0415 - after the apps are there

        load()
