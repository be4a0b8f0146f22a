"""The wall between initiatives in the database itself: triggers, on SQLite and on PostgreSQL.

For every relation from one tenant table to another a trigger refuses a row that points into another
initiative, and a row never moves to another initiative. They are generated from the models, so a new
table is guarded without a thought.
"""

from collections.abc import Iterator

from django.db import connections, models

from samen.initiatives.tenancy import TenantModel, tenant_models

PREFIX = "wall_"

_SQLITE_LINK = """CREATE TRIGGER "{name}_{event}" BEFORE {event} ON "{table}"
WHEN NEW."{column}" IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM "{target}" WHERE "id" = NEW."{column}" AND "initiative_id" = NEW."initiative_id")
BEGIN SELECT RAISE(ABORT, 'points into another initiative'); END"""

_SQLITE_STAY = """CREATE TRIGGER "{name}_stay" BEFORE UPDATE OF "initiative_id" ON "{table}"
WHEN NEW."initiative_id" <> OLD."initiative_id"
BEGIN SELECT RAISE(ABORT, 'moves to another initiative'); END"""

_POSTGRES_FUNCTION = """CREATE OR REPLACE FUNCTION "{name}"() RETURNS trigger LANGUAGE plpgsql AS $wall$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW."initiative_id" <> OLD."initiative_id" THEN
    RAISE EXCEPTION 'moves to another initiative' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  {links}
  RETURN NEW;
END $wall$"""

_POSTGRES_LINK = """IF NEW."{column}" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "{target}" WHERE "id" = NEW."{column}" AND "initiative_id" = NEW."initiative_id") THEN
    RAISE EXCEPTION 'points into another initiative' USING ERRCODE = 'integrity_constraint_violation';
  END IF;"""


def links(model: type[TenantModel]) -> list[tuple[str, str]]:
    """Relations to other tenant tables, as (column, target table)."""
    return [
        (field.column, field.related_model._meta.db_table)
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey)
        and isinstance(field.related_model, type)
        and issubclass(field.related_model, TenantModel)
    ]


def raise_walls(using: str) -> None:
    """Drop and put back every wall on this database."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    here = [model for model in tenant_models() if model._meta.db_table in tables]
    statements = _sqlite if connection.vendor == "sqlite" else _postgres
    with connection.cursor() as cursor:
        for model in here:
            for statement in statements(model):
                cursor.execute(statement)


def _sqlite(model: type[TenantModel]) -> Iterator[str]:
    table = model._meta.db_table
    stay = f"{PREFIX}{table}"
    yield f'DROP TRIGGER IF EXISTS "{stay}_stay"'
    yield _SQLITE_STAY.format(name=stay, table=table)
    for column, target in links(model):
        name = f"{PREFIX}{table}_{column}"
        for event in ("INSERT", "UPDATE"):
            yield f'DROP TRIGGER IF EXISTS "{name}_{event}"'
            yield _SQLITE_LINK.format(name=name, event=event, table=table, column=column, target=target)


def _postgres(model: type[TenantModel]) -> Iterator[str]:
    table = model._meta.db_table
    name = f"{PREFIX}{table}"
    checks = " ".join(_POSTGRES_LINK.format(column=column, target=target) for column, target in links(model))
    yield _POSTGRES_FUNCTION.format(name=name, links=checks)
    yield f'DROP TRIGGER IF EXISTS "{name}" ON "{table}"'
    yield (
        f'CREATE TRIGGER "{name}" BEFORE INSERT OR UPDATE ON "{table}" '
        f'FOR EACH ROW EXECUTE FUNCTION "{name}"()'
    )
