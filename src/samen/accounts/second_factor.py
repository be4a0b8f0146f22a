"""The second factor: how its QR code is drawn."""

from allauth.mfa.adapter import DefaultMFAAdapter
from django.utils.html import format_html
from qrcode.main import QRCode


class SecondFactorAdapter(DefaultMFAAdapter):
    """Draws the code as plain SVG, since the content policy refuses images from data."""

    def build_totp_svg(self, url: str) -> str:
        """The QR code of this address, one square per dark module."""
        code = QRCode(border=2)
        code.add_data(url)
        code.make()
        matrix = code.get_matrix()
        squares = "".join(
            f"M{x} {y}h1v1h-1z" for y, line in enumerate(matrix) for x, dark in enumerate(line) if dark
        )
        size = len(matrix)
        return format_html(
            '<svg viewBox="0 0 {} {}" width="240" height="240" aria-hidden="true">'
            '<rect width="{}" height="{}" fill="#fff"/><path d="{}" fill="#000"/></svg>',
            size,
            size,
            size,
            size,
            squares,
        )
