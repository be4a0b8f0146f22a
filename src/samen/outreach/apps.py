"""App settings."""

from django.apps import AppConfig


class OutreachConfig(AppConfig):
    """The outreach app."""

    name = "samen.outreach"
    label = "outreach"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make this app's own kinds of texts known."""
        from samen.messaging.kinds import register  # noqa: PLC0415 - after the apps are there
        from samen.outreach import flyer_words, messages, page_texts, sheet_texts  # noqa: PLC0415

        messages.load()
        register(*page_texts.KINDS, *flyer_words.KINDS, *sheet_texts.KINDS)
