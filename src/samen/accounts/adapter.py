"""How sign-in behaves: nobody makes an account alone, and security mail goes straight out."""

from types import SimpleNamespace
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class StaffAdapter(DefaultAccountAdapter):
    """Accounts are made by an administrator, never by a visitor."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Mails speak of Samen, whatever the site is called in the address bar."""
        super().send_mail(template_prefix, email, {**context, "current_site": SimpleNamespace(name="Samen")})

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """Users have no user name besides their address."""
