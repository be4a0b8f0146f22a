"""What this app keeps about a person: a photo of an initiative may show somebody, a scan names them."""

from samen.base.personal_data import AFTER_LAST_DUO, Kept

_PICTURE = Kept("shows who the initiative is; with the consent of whoever is on it", "until it is replaced")

_SCAN = Kept("the agreement as both signed it (FAQ question 1)", AFTER_LAST_DUO)

FIELDS = {
    **{
        f"Picture.{name}": _PICTURE
        for name in ("kind", "content", "media_type", "width", "height", "changed_at")
    },
    **{f"Scan.{name}": _SCAN for name in ("content", "media_type", "kept_at")},
}
