"""What participants read is plain Dutch: short sentences and everyday words, on each page and message."""

from collections import defaultdict

import pytest

from tests.support.plain_dutch import EASY, flesch_douma, rare_words
from tools import translations

# Words of the programme, of the law or of a telephone, which have no plainer word.
KNOWN = {
    *("coach", "coaches", "duo", "duo’s", "nieuwkomer", "nieuwkomers", "coördinator", "infomoment"),
    # Only in the names of messages, for the desk.
    "slotmoment",
    *(
        "ocmw",
        "rva",
        "fedasil",
        "leefloon",
        "ziekenfonds",
        "hulpkas",
        "tijdskrediet",
        "invaliditeit",
        "welkomhuis",
    ),
    "infoblad",
    *(
        "gsm",
        "e-mail",
        "e-mailadres",
        "whatsapp",
        "sms",
        "postcode",
        "website",
        "link",
        "samen",
        "inburgeren",
    ),
    *(
        "gegevensbeschermingsautoriteit",
        "maandagavond",
        "amal",
        "amalamal",
        "gmail",
        "com",
        "voormiddag",
        "facebook",
    ),
    # Words of Flanders that everybody meets in the street; they are there to be learned.
    *("kringwinkel", "recyclagepark", "glasbak", "brooddoos", "schoolpoort", "jobbeurs", "loonbrief"),
    "uitinvlaanderen",
    # Names of methods, which stand among choices but are for the desk.
    *("incidentmethode", "krachtenveldanalyse", "profielbeschrijving", "themagecentreerde"),
    *("balintmethode", "raguse-methode", "socratische"),
}
# Lists of single words and of names make no text.
SHORTEST, NAMES = 25, 2


def pages() -> dict[str, list[str]]:
    """Each file of participants with the sentences that stand in it."""
    found: dict[str, list[str]] = defaultdict(list)
    for message in translations.for_language("ar", translations.extracted()):
        if message.id:
            forms = [message.id] if isinstance(message.id, str) else list(message.id)
            for file in {file for file, _line in message.locations}:
                if translations.is_participants(file):
                    found[file] += forms
    return found


PAGES = pages()


@pytest.mark.parametrize("file", sorted(PAGES))
def test_short_sentences_and_short_words(file: str) -> None:
    words = sum(len(sentence.split()) for sentence in PAGES[file])
    if words >= SHORTEST and words / len(PAGES[file]) > NAMES:
        assert round(flesch_douma(PAGES[file]), 1) >= EASY


@pytest.mark.parametrize("file", sorted(PAGES))
def test_everyday_words(file: str) -> None:
    assert rare_words(PAGES[file]) - KNOWN == set()


def test_the_measure_knows_easy_from_hard() -> None:
    assert flesch_douma(["De kat zit op de mat. Zij slaapt."]) > 90
    hard = "Indien betrokkene desbetreffende documentatie laattijdig overhandigt, volgt sanctionering."
    assert flesch_douma([hard]) < 30
    assert rare_words(["De kat filosofeert desbetreffendelijk."]) >= {"desbetreffendelijk"}
