"""Verbs that change staff users."""

import secrets

from samen.accounts.models import User


def add_user(*, email: str, name: str) -> tuple[User, str]:
    """A new member of staff and the password drawn for them, to be handed over once."""
    password = secrets.token_urlsafe(12)
    return User.objects.create_user(email=email, password=password, name=name), password


def make_administrator(*, user: User) -> None:
    """Let this person keep the whole installation."""
    user.is_administrator = True
    user.save(update_fields=["is_administrator"])


def choose_language(*, user: User, language: str) -> None:
    """Remember the language in which this person works."""
    user.language = language
    user.save(update_fields=["language"])


def choose_text_size(*, user: User, larger: bool) -> None:
    """Remember whether this person wants larger letters."""
    user.larger_text = larger
    user.save(update_fields=["larger_text"])
