"""The languages of the site: by which name each is chosen, and in which direction it runs."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language, get_language_info

DUTCH = "nl"


@dataclass(frozen=True)
class Language:
    """A language: its code, its own name, and whether it runs from right to left."""

    code: str
    name: str
    is_rtl: bool

    @property
    def direction(self) -> str:
        """For the `dir` attribute."""
        return "rtl" if self.is_rtl else "ltr"


def language(code: str) -> Language:
    """What is known of a language; of one that the site does not know, its code."""
    try:
        info = get_language_info(code)
    except KeyError:
        # A language that was taken away may still stand with a person or on a message.
        return Language(code, code, is_rtl=False)
    name = str(info["name_local"])
    return Language(code, name[:1].upper() + name[1:], bool(info["bidi"]))


def every() -> list[Language]:
    """The languages of participants' pages, messages and documents; Dutch first."""
    return [language(code) for code, _name in settings.LANGUAGES]


def of_the_desk() -> list[Language]:
    """The languages in which staff works."""
    return [language(code) for code in settings.DESK_LANGUAGES]


def codes() -> list[str]:
    """The code of each language."""
    return [code for code, _name in settings.LANGUAGES]


def current() -> Language:
    """The language of this page."""
    return language(get_language() or DUTCH)
