"""The QR code that a telephone scans."""

import re
from xml.etree import ElementTree

import pytest
import segno
from django.test import Client

from samen.accounts.second_factor import SecondFactorAdapter
from tests.support.initiative import PASSWORD, Office

ADDRESS = "otpauth://totp/Samen:griet%40example.org?secret=JBSWY3DPEHPK3PXP&issuer=Samen"


def drawn(address: str) -> list[list[bool]]:
    """The dark squares of the drawing."""
    svg = ElementTree.fromstring(SecondFactorAdapter().build_totp_svg(address))  # noqa: S314
    size = int(svg.attrib["viewBox"].split()[2])
    squares = [[False] * size for _row in range(size)]
    for x, y in re.findall(r"M(\d+) (\d+)h1v1h-1z", svg.find("path").attrib["d"]):  # type: ignore[union-attr]
        squares[int(y)][int(x)] = True
    return squares


@pytest.mark.parametrize("address", [ADDRESS, ADDRESS + "x", "otpauth://totp/Š?secret=" + "A" * 200])
def test_the_drawing_is_the_code(address: str) -> None:
    code = segno.make(address, error="m", micro=False)
    assert drawn(address) == [[bool(dark) for dark in row] for row in code.matrix_iter(border=2)]


def test_two_secrets_give_two_drawings() -> None:
    assert drawn(ADDRESS) != drawn(ADDRESS + "x")


def test_the_page_draws_it_without_an_image_from_data(office: Office, client: Client) -> None:
    client.post("/accounts/login/", {"login": office.user().email, "password": PASSWORD})
    door = client.get("/accounts/2fa/totp/activate/")["Location"]
    page = client.post(door, {"password": PASSWORD}, follow=True)
    assert re.search(r'<div class="qr"[^>]*><svg viewBox="0 0 \d+ \d+"', page.content.decode())
    assert "data:" not in page.content.decode()
    assert "unsafe" not in page["Content-Security-Policy"]
