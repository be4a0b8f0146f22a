"""What a person put right on the preview, kept as JSON until the list is imported."""

from dataclasses import dataclass, field
from typing import Any, Final, Self

SAME: Final = "same"
NEW: Final = "new"
SKIP: Final = "skip"

RowKey = tuple[str, int]
CellKey = tuple[str, int, str]


@dataclass
class Corrections:
    """Answers by sheet name, row number, column number (from 0) and field; the rest stays as guessed."""

    columns: dict[tuple[str, int], str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    header_rows: dict[str, int] = field(default_factory=dict)
    # By field and by the words in the cell, as `key` writes them.
    values: dict[tuple[str, str], str] = field(default_factory=dict)
    cells: dict[CellKey, str] = field(default_factory=dict)
    duplicates: dict[RowKey, str] = field(default_factory=dict)
    encoding: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Plain lists and objects."""
        return {
            "columns": _flat(self.columns),
            "roles": self.roles,
            "header_rows": self.header_rows,
            "values": _flat(self.values),
            "cells": _flat(self.cells),
            "duplicates": _flat(self.duplicates),
            "encoding": self.encoding,
        }

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Self:
        """What `to_json` gave."""
        return cls(
            columns=_keyed(stored.get("columns", [])),
            roles=dict(stored.get("roles", {})),
            header_rows=dict(stored.get("header_rows", {})),
            values=_keyed(stored.get("values", [])),
            cells=_keyed(stored.get("cells", [])),
            duplicates=_keyed(stored.get("duplicates", [])),
            encoding=stored.get("encoding"),
        )


def key(text: str) -> str:
    """Words of a cell as they are compared: small letters and single spaces."""
    return " ".join(text.casefold().split())


def _flat(answers: dict[Any, str]) -> list[list[Any]]:
    return [[*where, answer] for where, answer in answers.items()]


def _keyed(rows: list[list[Any]]) -> dict[Any, str]:
    return {tuple(where): answer for *where, answer in rows}
