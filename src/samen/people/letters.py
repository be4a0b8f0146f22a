"""Letters of other scripts as plain Latin ones, roughly: good enough to find a name, not to write one."""

_LATIN = "ı=i ø=o ł=l đ=d ð=d þ=th æ=ae œ=oe ə=e ŋ=ng"
_CYRILLIC = """
а=a б=b в=v г=g ґ=g д=d е=e є=ie ж=zh з=z и=i і=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts
ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=iu я=ia ј=j љ=lj њ=nj ћ=c ђ=d џ=dz қ=k ғ=g ү=u ұ=u һ=h ө=o ң=n ә=a
"""
_GREEK = "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s τ=t υ=i φ=f χ=ch ψ=ps ω=o"
# Arabic, Persian and Urdu write few vowels: what stays is the skeleton of consonants.
_ARABIC = """
ا= ء= أ= إ= آ= ب=b ت=t ث=th ج=j ح=h خ=kh د=d ذ=dh ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z ع= غ=gh ف=f ق=q ك=k ل=l م=m
ن=n ه=h و=w ي=y ى= ة= ئ= ؤ= پ=p چ=ch ژ=zh گ=g ک=k ی=y ھ=h ہ=h ٹ=t ڈ=d ں=n
"""


def _letters(*tables: str) -> dict[int, str]:
    pairs = (pair.split("=") for table in tables for pair in table.split())
    return {ord(letter): latin for letter, latin in pairs}


TO_LATIN = _letters(_LATIN, _CYRILLIC, _GREEK, _ARABIC)
