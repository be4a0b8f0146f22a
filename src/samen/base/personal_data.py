"""Why a personal field is kept and for how long: every app with data about people lists its fields.

A test compares these lists with the tables, so that a new column cannot appear without a reason. The terms
are the defaults of the retention table (Regulation (EU) 2016/679, art. 5(1)(c) and (e)).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kept:
    """Purpose of a field and the term after which it goes.

    `kept_by` names the verb of the tick that keeps a term of days or months; a test looks whether it runs.
    """

    purpose: str
    term: str
    kept_by: str = ""


AFTER_LAST_DUO = "24 months after the last duo; 6 months when no duo ever started"
NOTES = "6 months after the duo ended"
MEETING_DETAIL = "24 months after the meeting"
