"""Every command prepares what it stands on: data folder, key, tables, rules of the law, own languages."""

from django.conf import settings
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor

from samen.languages.taking_up import take_up
from samen.rulebook.actions import bring_along
from samen.site.data_folder import DEFAULT_KEY


def prepare() -> None:
    """Make folder and key, bring tables, rules and own languages up to date. Quick when nothing is due."""
    settings.DATA.prepare()
    if settings.SECRET_KEY == DEFAULT_KEY:
        settings.SECRET_KEY = settings.DATA.secret_key("")
    executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
    bring_along()
    take_up(settings.DATA.locale)
