"""How a text is cut: titles, lists, paragraphs, and never anything else."""

import pytest
from django.utils.translation import gettext_lazy, override

from samen.messaging.blocks import Block, blocks, items, lines, title, whole, with_dutch

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("", []),
        ("\n \n", []),
        ("Dag", [("words", ("Dag",))]),
        ("Dag\njij", [("words", ("Dag", "jij"))]),
        ("Dag\n\n\njij", [("words", ("Dag",)), ("words", ("jij",))]),
        ("- een\n- twee", [("list", ("een", "twee"))]),
        ("Dit:\n- een\n-  twee\nDat", [("words", ("Dit:",)), ("list", ("een", "twee")), ("words", ("Dat",))]),
        ("# Kop\nTekst", [("title", ("Kop",)), ("words", ("Tekst",))]),
        ("# Een\n# Twee", [("title", ("Een",)), ("title", ("Twee",))]),
        ("-geen lijst\n#geen titel", [("words", ("-geen lijst", "#geen titel"))]),
        ("**vet** [link](https://x.be) <b>", [("words", ("**vet** [link](https://x.be) <b>",))]),
    ],
)
def test_three_signs_and_no_more(text: str, cut: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(block.kind, block.lines) for block in blocks(text)] == cut


def test_titles_have_their_dutch_beside_them_when_there_are_as_many() -> None:
    own, dutch = blocks("# One\nText\n# Two"), blocks("# Een\n# Twee\nTekst")
    assert [block.dutch for block in with_dutch(own, dutch)] == ["Een", "", "Twee"]
    assert with_dutch(own, blocks("# Een")) == own


def test_a_text_of_ours_is_made_in_the_language_of_the_moment() -> None:
    today = gettext_lazy("Vandaag")
    text = whole(title(today), lines(today, today), items(today))
    with override("nl"):
        assert str(text) == "# Vandaag\n\nVandaag\nVandaag\n\n- Vandaag"
    with override("fr"):
        assert blocks(str(text))[0] == Block("title", ("Aujourd’hui",))
