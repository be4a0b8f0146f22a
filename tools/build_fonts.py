"""Make the typefaces of documents anew, from the files of published packages.

    npm pack @fontsource/atkinson-hyperlegible-next && tar xf fontsource-*.tgz
    apt-get download fonts-noto-core && dpkg -x fonts-noto-core_*.deb noto
    .venv/bin/python tools/build_fonts.py package/files noto/usr/share/fonts/truetype/noto

A document wants one complete face per weight: of two subsets with one name and weight the second is never
asked. So the web's pieces of Atkinson are merged, and Noto is cut down to the scripts that Samen speaks.
"""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

TARGET = Path(__file__).resolve().parent.parent / "src" / "samen" / "documents" / "fonts"
LARGEST = 400_000
WEIGHTS = {400: "Regular", 700: "Bold"}
ATKINSON = "atkinson-hyperlegible-next"

PUNCTUATION = [*range(0x2000, 0x2070), *range(0x20A0, 0x20C1), 0x2116, 0x2122, 0x2212, 0x2219, 0x25CC]
LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x2B0, 0x370), *range(0x1E00, 0x1F00)]
CYRILLIC = [*range(0x400, 0x530), *range(0x1C80, 0x1C90)]
ARABIC = [0x20, 0xA0, *range(0x600, 0x700), *range(0x750, 0x780), *range(0x8A0, 0x900)]


def main() -> None:
    """Read where the packages lie; write every face."""
    reader = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    reader.add_argument("atkinson", type=Path, help="folder with the .woff2 pieces of Atkinson")
    reader.add_argument("noto", type=Path, help="folder with the .ttf files of Noto")
    asked = reader.parse_args()
    TARGET.mkdir(parents=True, exist_ok=True)
    for weight, name in WEIGHTS.items():
        _keep(_merged(asked.atkinson, weight), f"AtkinsonHyperlegibleNext-{name}.ttf")
        noto = TTFont(asked.noto / f"NotoSans-{name}.ttf")
        _keep(_cut(noto, [*LATIN, *CYRILLIC, *PUNCTUATION]), f"NotoSans-{name}.ttf")
        arabic = TTFont(asked.noto / f"NotoSansArabic-{name}.ttf")
        _keep(_cut(arabic, [*ARABIC, *PUNCTUATION]), f"NotoSansArabic-{name}.ttf")


def _merged(folder: Path, weight: int) -> TTFont:
    """One face from the web's pieces, which divide a face by range of letters."""
    with TemporaryDirectory() as work:
        pieces = []
        for piece in ("latin", "latin-ext"):
            font = TTFont(folder / f"{ATKINSON}-{piece}-{weight}-normal.woff2")
            font.flavor = None
            pieces.append(str(Path(work, f"{piece}.ttf")))
            font.save(pieces[-1])
        return Merger().merge(pieces)


def _cut(font: TTFont, letters: list[int]) -> TTFont:
    """Only these letters, with everything that shapes them; hints for old screens go."""
    options = Options(layout_features=["*"], hinting=False, name_IDs=["*"], notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    return font


def _keep(font: TTFont, name: str) -> None:
    """Write one face, the same bytes each time; refuse one that is too heavy."""
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    file = TARGET / name
    font.save(file)
    size = file.stat().st_size
    print(f"{name}: {len(font.getBestCmap())} letters, {size} bytes")
    if size >= LARGEST:
        sys.exit(f"{name} is heavier than {LARGEST} bytes.")


if __name__ == "__main__":
    main()
