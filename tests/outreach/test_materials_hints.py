"""Hints about own words: gentle, one a subject, and silent when nothing is amiss."""

import pytest

from samen.outreach.flyer_words import words
from samen.outreach.neutrality import hints
from samen.people.choices import Role

pytestmark = pytest.mark.pure

FAITH = "gaat over geloof"
POLITICS = "gaat over politiek"
MONEY = "gaat over geld"
DUTY = "klinkt als een plicht"
LONG = "Jouw tekst is lang."


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("", []),
        ("Leer iemand kennen. Jullie zien elkaar in de bib.", []),
        ("Gratis. Zonder verplichting.", []),
        ("Meedoen is niet verplicht en kost niets.", []),
        ("Kerkstraat 12 in Deinze", []),
        ("Wij vertellen over Godelieve en Stemmer.", []),
        ("Kom naar de kerk.", [FAITH]),
        ("Na het gebed in de moskee", [FAITH]),
        ("Een avond met de kandidaten voor de verkiezingen", [POLITICS]),
        ("N-VA en CD&V zijn er ook", [POLITICS]),
        ("Slechts €5 per maand", [MONEY]),
        ("Je krijgt een vergoeding", [MONEY]),
        ("Je moet elke week komen", [DUTY]),
        ("Een verplichte cursus in de kerk kost 10 euro", [FAITH, MONEY, DUTY]),
        ("woord " * 60, [LONG]),
    ],
)
def test_what_is_hinted_at(text: str, subjects: list[str]) -> None:
    given = hints(text)
    assert len(given) == len(subjects)
    assert [subject for subject, hint in zip(subjects, given, strict=True) if subject not in hint] == []


def test_the_word_itself_is_named() -> None:
    assert hints("Kom naar de Kerken")[0].startswith("‘kerken’ gaat over geloof.")


@pytest.mark.parametrize("role", Role)
def test_our_own_words_give_no_hint(role: str) -> None:
    said = words(role, "nl")
    assert hints("\n".join((said.title, *said.lines, said.call, said.free, said.no_obligation))) == []
