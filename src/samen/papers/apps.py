"""App settings."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    """The papers app."""

    name = "samen.papers"
    label = "papers"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make this app's own kinds of messages known."""
        from samen.papers.messages import load  # noqa: PLC0415 - after the apps are there

        load()
