"""Users are known by their address."""

import pytest
from django.db import IntegrityError, transaction

from samen.accounts.actions import add_user
from samen.accounts.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def test_a_password_is_drawn_and_told_once() -> None:
    user, password = add_user(email="Griet@Example.org", name="Griet Maes")
    other, another = add_user(email="an@example.org", name="")
    assert user.email == "griet@example.org"
    assert user.check_password(password)
    assert len(password) >= 15
    assert password != another
    assert password not in user.password
    assert [str(user), user.get_short_name(), str(other)] == ["Griet Maes", "Griet", "an@example.org"]


def test_an_address_belongs_to_one_user() -> None:
    User.objects.create_user("griet@example.org")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("GRIET@example.org")


def test_a_user_is_found_whatever_the_case() -> None:
    user = User.objects.create_user("griet@example.org")
    assert User.objects.get_by_natural_key("Griet@EXAMPLE.org") == user


def test_without_a_password_no_password_opens() -> None:
    user = User.objects.create_user("griet@example.org")
    assert not user.has_usable_password()
    assert not user.check_password("")
