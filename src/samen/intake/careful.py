"""Words in a note that seem to be about health, belief, politics or origin: told gently, never refused.

What is not needed is not kept (Regulation (EU) 2016/679, art. 9). Nobody reads a note to judge it: this only
asks whoever writes to think once more.
"""

import re

from samen.people.words import fold

_ABOUT = (
    "ziek ziekte ziekenhuis depressie depressief medicatie medicijn medicijnen pillen kanker "
    "diabetes suikerziekte epilepsie handicap invalide psycholoog psychiater psychisch psychose "
    "trauma zwanger miskraam operatie burnout burn-out autisme adhd alcohol verslaafd verslaving hiv "
    "moslim islam christen christelijk katholiek joods jood hindoe religieus gelovig moskee kerk "
    "politiek asiel asielzoeker verblijfsvergunning nationaliteit rijksregisternummer homo lesbisch "
    "transgender seksueel mishandeling"
)
WORDS = frozenset(fold(word) for word in _ABOUT.split())
_WORD = re.compile(r"[\w-]+")


def sensitive_words(text: str) -> list[str]:
    """Words that ask for care, as they were written, each once."""
    found = [word for word in _WORD.findall(text) if fold(word) in WORDS]
    return list(dict.fromkeys(found))
