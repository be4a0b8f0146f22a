"""A reading as the plain values that `samen import people --json` prints."""

from typing import Any

from samen.lists.outcome import PersonRow, Reading
from samen.lists.sentences import sentence


def report(reading: Reading) -> dict[str, Any]:
    """People who are or would be new, and every other row with what happened to it."""
    return {
        "people": [_person(person) for person in reading.people],
        "refused": [
            {"sheet": row.sheet, "row": row.row, "errors": [sentence(problem) for problem in row.problems]}
            for row in reading.refused
        ],
        "duplicates": [{"sheet": row.sheet, "row": row.row, "of": row.of} for row in reading.duplicates],
        "skipped": [{"sheet": sheet, "row": row} for sheet, row in reading.skipped],
    }


def _person(person: PersonRow) -> dict[str, Any]:
    return {
        "sheet": person.sheet,
        "row": person.row,
        "role": person.role,
        "given_name": person.given_name,
        "family_name": person.family_name,
        "phone": person.phone,
        "email": person.email,
        "postal_code": person.postal_code,
        "availability": [list(slot) for slot in sorted(person.availability or ())],
        "interests": list(person.interests),
    }
