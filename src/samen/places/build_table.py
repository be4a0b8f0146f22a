"""Build the table of Belgian postal codes: python -m samen.places.build_table GEONAMES.csv MERGERS.csv.

GEONAMES.csv holds the places of GeoNames (columns zipcode, place, latitude, longitude), MERGERS.csv the
mergers of municipalities of 1 January 2025 (columns municipality_from_2025_01_01, former_municipalities).
"""

import argparse
import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean

from samen.places.municipalities import DUTCH, DUTCH_ONLY_IN, PRINCIPAL, flemish_municipality
from samen.places.postal import COLUMNS, SEPARATOR, TABLE

CREDIT = (
    "# Belgian postal codes. Places and coordinates: GeoNames (https://www.geonames.org), CC BY 4.0; "
    "changed: one row per code with the mean of its places, Dutch names, municipalities of 1 January 2025."
)
# Small words inside a name: Heist-op-den-Berg, Chapelle-lez-Herlaimont.
_SMALL = re.compile(
    r"(?<=-)(?:Op|Den|De|Aan|In|Bij|Ten|Ter|Sur|Sous|Lez|Les|Le|La|En|Et|Au|Aux|À|'T|D'|L')(?=-|(?<=')[A-Z])"
)

Row = dict[str, str]


def build(geonames: Path, mergers: Path) -> list[list[str]]:
    """The rows of the table, in order of code."""
    merged = _merged(mergers)
    places: defaultdict[str, list[Row]] = defaultdict(list)
    for row in _rows(geonames):
        places[row["zipcode"]].append(row)
    return [_entry(code, places[code], merged) for code in sorted(places)]


def write(rows: list[list[str]], target: Path) -> None:
    """Write the table with its credit."""
    with target.open("w", encoding="utf-8", newline="") as file:
        file.write(CREDIT + "\n")
        csv.writer(file, delimiter=SEPARATOR, lineterminator="\n").writerows([COLUMNS, *rows])


def _entry(code: str, places: list[Row], merged: dict[str, str]) -> list[str]:
    municipality = flemish_municipality(code)
    names = sorted({row["place"] for row in places})
    principal = next((name for name in names if name in PRINCIPAL), names[0])
    plain = {_dutch(name, code): name for name in names}
    name = next((name for name in plain if _same(name, municipality)), _dutch(principal, code))
    others = sorted(({*plain, *(_cased(written) for written in names)}) - {name})
    return [
        code,
        municipality if _same(name, municipality) else name,
        "|".join(others),
        merged.get(municipality, municipality),
        f"{fmean(float(row['latitude']) for row in places):.3f}",
        f"{fmean(float(row['longitude']) for row in places):.3f}",
    ]


def _merged(mergers: Path) -> dict[str, str]:
    """The municipality of today for each that merged."""
    return {
        former: row["municipality_from_2025_01_01"]
        for row in _rows(mergers)
        for former in row["former_municipalities"].split(";")
    }


def _dutch(name: str, code: str) -> str:
    if name in DUTCH and code == DUTCH_ONLY_IN.get(name, code):
        return DUTCH[name]
    return _cased(name)


def _cased(name: str) -> str:
    """Small words inside a name in small letters."""
    lower = _SMALL.sub(lambda found: found[0].lower(), name)
    return re.sub(r"^'S ", "'s-", lower)


def _same(name: str, municipality: str) -> bool:
    """The same name; the source adds -Waas to some."""
    return name.casefold().removesuffix("-waas") == municipality.casefold().removesuffix("-waas")


def _rows(source: Path) -> Iterator[Row]:
    with source.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def main() -> None:
    """Build the table from two files."""
    parser = argparse.ArgumentParser(prog="python -m samen.places.build_table", description=__doc__)
    parser.add_argument("geonames", type=Path)
    parser.add_argument("mergers", type=Path)
    parser.add_argument("--out", type=Path, default=TABLE)
    arguments = parser.parse_args()
    write(build(arguments.geonames, arguments.mergers), arguments.out)


if __name__ == "__main__":
    main()
