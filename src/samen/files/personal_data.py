"""What this app keeps about a person: a photo of an initiative may show somebody."""

from samen.base.personal_data import Kept

_PICTURE = Kept("shows who the initiative is; with the consent of whoever is on it", "until it is replaced")

FIELDS = {
    f"Picture.{name}": _PICTURE for name in ("kind", "content", "media_type", "width", "height", "changed_at")
}
