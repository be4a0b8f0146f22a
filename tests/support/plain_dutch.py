"""How easy Dutch is to read: the Flesch-Douma score, and words that few people know."""

import re
from collections.abc import Iterable

from wordfreq import zipf_frequency

# Douma (1960), De leesbaarheid van landbouwbladen: 206.84 − 0.77 × syllables per 100 words − 0.93 × words
# per sentence. 70 and more is easy.
EASY = 70.0
# Below this a word is rarer than three in ten million.
RARE = 2.5

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_SENTENCE = re.compile(r"[.!?:;]+(?:\s|$)|\n")
# Vowels that are heard as one; longer groups before shorter ones.
_SYLLABLE = re.compile(r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|ou|au|ai|oi|[aeiouyéèêëïöüáà]")
_PLACE = re.compile(r"%\(\w+\)[sd]|\{\w+\}")


def flesch_douma(sentences: Iterable[str]) -> float:
    """The score of a text; a heading or a button is a sentence of its own."""
    text = "\n".join(_filled(sentence) for sentence in sentences)
    words = _WORD.findall(text.lower())
    parts = [part for part in _SENTENCE.split(text) if _WORD.search(part)]
    syllables = sum(max(len(_SYLLABLE.findall(word)), 1) for word in words)
    return 206.84 - 0.77 * (100 * syllables / len(words)) - 0.93 * (len(words) / len(parts))


def rare_words(sentences: Iterable[str]) -> set[str]:
    """Words that few people know."""
    words = {word.lower() for sentence in sentences for word in _WORD.findall(_filled(sentence))}
    return {word for word in words if zipf_frequency(word.replace("’", "'"), "nl") < RARE}


def _filled(sentence: str) -> str:
    return _PLACE.sub("Amal", sentence).replace("%%", "%")
