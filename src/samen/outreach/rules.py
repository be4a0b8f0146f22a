"""What holds between an initiative and those who find people for it, on plain values."""

from collections.abc import Sequence
from datetime import date

from samen.base.dates import add_months
from samen.outreach.choices import AgreementPoint, Progress

# FAQ question 13: "Neem regelmatig terug contact op om deze materialen eventueel aan te vullen en om te
# vragen of alles goed verloopt." How often is ours to say; domain table 4.1 (2026-11-23): every three months.
CALL_AGAIN_MONTHS = 3
# The same call asks whether the material is to be refilled.
REFILL_MONTHS = 3
# Domain table 4.3, 1: a candidate without an answer for seven days.
SILENT_DAYS = 7
# How long somebody stays in the register after the last contact (Regulation (EU) 2016/679, art. 5(1)(e)).
MONTHS_KEPT = 24

# What somebody copies from paper: no 0 and O, no 1, I and L; and without vowels no code is ever a word.
CODE_SIGNS = "23456789BCDFGHJKMNPQRSTVWXZ"
CODE_LENGTH = 6


def call_again_on(contact_on: date) -> date:
    """The day to call an intermediary again after a contact, unless somebody says another day."""
    return add_months(contact_on, CALL_AGAIN_MONTHS)


def is_silent(*, received_on: date, today: date) -> bool:
    """Whether somebody who came in and heard nothing waits for a week."""
    return (today - received_on).days >= SILENT_DAYS


def is_to_refill(last_handout_on: date | None, today: date) -> bool:
    """Whether what was handed out may have run out (FAQ question 13: "aanvullen"); who has nothing, no."""
    return last_handout_on is not None and add_months(last_handout_on, REFILL_MONTHS) <= today


def last_sign(*days: date | None) -> date | None:
    """The last day on which we were in touch or somebody came through them; None when that never was."""
    return max((day for day in days if day), default=None)


def still_open(agreed: Sequence[str]) -> list[AgreementPoint]:
    """What is still to be agreed. FAQ question 13: "Een aandachtspunt is dat je goede afspraken moet maken
    met de tussenpersoon zodat zij weten wie je zoekt en waarvoor, hoe de doorverwijzing van geïnteresseerden
    zal gebeuren en bij wie ze terecht kunnen voor meer informatie."
    """
    return [point for point in AgreementPoint if point not in agreed]


def in_order_agreed(before: Sequence[str], now: Sequence[str]) -> list[str]:
    """The points agreed now: first those of before, in their order, then the new ones."""
    chosen = [point for point in AgreementPoint.values if point in now]
    kept = [point for point in before if point in chosen]
    return [*kept, *(point for point in chosen if point not in kept)]


def code_as_written(text: str) -> str:
    """A code as it was made, from what somebody typed: small letters, spaces and hyphens do not matter."""
    return "".join(sign for sign in text.upper() if sign not in " -")


def progress(*, ever_in_a_duo: bool, goes_no_further: bool, was_contacted: bool) -> Progress:
    """The one word that an intermediary hears about somebody, with consent; never why (R87)."""
    if ever_in_a_duo:
        return Progress.STARTED
    if goes_no_further:
        return Progress.NOT_STARTED
    return Progress.CONTACTED if was_contacted else Progress.RECEIVED
