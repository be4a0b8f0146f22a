"""App settings; the rows that Samen brings along are put in after every migrate."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


def _bring_along(using: str, **kwargs: Any) -> None:
    from samen.rulebook.actions import bring_along  # noqa: PLC0415 - models load after the app registry
    from samen.rulebook.models import Rule  # noqa: PLC0415

    if Rule._meta.db_table in connections[using].introspection.table_names():
        bring_along()


class RulebookConfig(AppConfig):
    """The rulebook app."""

    name = "samen.rulebook"
    label = "rulebook"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """A database that was just made knows the law."""
        post_migrate.connect(_bring_along, sender=self, dispatch_uid="samen-rulebook")
