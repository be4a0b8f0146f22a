"""How many SMS a text takes, by 3GPP TS 23.038."""

import pytest

from samen.messaging.sms import Size, plainer, size_of

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("", Size(1, is_wide=False)),
        ("a" * 160, Size(1, is_wide=False)),
        ("a" * 161, Size(2, is_wide=False)),
        ("a" * 306, Size(2, is_wide=False)),
        ("a" * 307, Size(3, is_wide=False)),
        # Dutch needs no wide letters, but for the apostrophe of word processors.
        ("Hé, één café à la carte: ’t", Size(1, is_wide=True)),
        ("Dag Zoé, tot maandag! 'k Kom @ 10 uur (1/2).", Size(1, is_wide=False)),
        ("€" * 80, Size(1, is_wide=False)),
        ("€" * 81, Size(2, is_wide=False)),
        # A sign of two places is not cut: 76 in each part, and one place of each stays empty.
        ("€" * 152, Size(2, is_wide=False)),
        ("€" * 153, Size(3, is_wide=False)),
        ("م" * 70, Size(1, is_wide=True)),
        ("م" * 71, Size(2, is_wide=True)),
        ("م" * 134, Size(2, is_wide=True)),
        ("م" * 135, Size(3, is_wide=True)),
        ("a" * 69 + "ё", Size(1, is_wide=True)),
        ("😀" * 35, Size(1, is_wide=True)),
        ("😀" * 36, Size(2, is_wide=True)),
        # 33 in each part of 67.
        ("😀" * 66, Size(2, is_wide=True)),
        ("😀" * 67, Size(3, is_wide=True)),
        ("ê", Size(1, is_wide=True)),
    ],
)
def test_how_many(text: str, size: Size) -> None:
    assert size_of(text) == size


def test_signs_of_word_processors_become_those_of_phones() -> None:
    assert plainer("’s Avonds – “zo” …") == '\'s Avonds - "zo" ...'
    assert size_of(plainer("Foto’s: tot straks… " * 7)) == Size(1, is_wide=False)
    assert plainer("مرحبا 1\u2068A\u2069") == "مرحبا 1\u2068A\u2069"
