"""A hundred personal certificates as PDF. `python benchmarks/pdf.py`

Ours (typst, kept warm) beside a cold start each, and beside WeasyPrint with the same words and typefaces: a
name in Arabic, Ukrainian or Dutch, a year of hours in a table, two signatures. WeasyPrint needs libraries of
the system; where they are missing its side is left out, and the run says so.
Promise G15: ten times as fast as WeasyPrint.
"""

import argparse
import tempfile
from collections.abc import Callable
from datetime import date
from html import escape
from pathlib import Path

import typst
from alternating import medians

from samen.documents import pdf

ON = date(2026, 3, 1)
NAMES = ("أمل صالح", "Олена Коваль", "Zoë Van den Broucke", "محمد الأحمد", "Ірина Шевченко")
LINES = (
    "neemt deel aan het programma van Samen in Deinze.",
    "Samen ontmoetten zij elkaar 26 keer, 52 uur in totaal.",
    "Dit bewijs is van {name} en van niemand anders.",
)
MONTHS = tuple(
    (month, str(2 + number % 2), str(4 + number % 3))
    for number, month in enumerate(
        ["jan", "feb", "maart", "april", "mei", "juni", "juli", "aug", "sept", "okt", "nov", "dec"]
    )
)
TEMPLATE = """#let values = json("values.json")
#set document(title: "Bewijs van deelname")
#set page(paper: "a4", margin: 30mm)
#set text(font: ("Atkinson Hyperlegible Next", "Noto Sans", "Noto Sans Arabic"), size: 14pt, lang: "nl")
#align(center)[
  #heading(level: 1)[Bewijs van deelname]
  #v(30mm)
  #text(size: 30pt, weight: 700, values.name)
  #v(12mm)
  #for line in values.lines { par(line) }
]
#v(6mm)
#table(
  columns: (1fr, 1fr, 1fr), stroke: 0.5pt, inset: 5pt,
  table.header([*Maand*], [*Ontmoetingen*], [*Uren*]),
  ..values.months.map(row => row.map(cell => [#cell])).flatten(),
)
#v(10mm)
#grid(columns: (1fr, 1fr), [De coördinator], [De coach])
"""


def main() -> None:
    """Measure and print each way and how they compare."""
    reader = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    reader.add_argument("--n", type=int, default=100, help="how many certificates")
    reader.add_argument("--repeats", type=int, default=5)
    asked = reader.parse_args()
    names = [f"{NAMES[number % len(NAMES)]} {number}" for number in range(asked.n)]
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder, "certificate.typ")
        template.write_text(TEMPLATE, encoding="utf-8")
        ways: dict[str, Callable[[], object]] = {
            "ours": lambda: [ours(template, name) for name in names],
            "cold start each": lambda: [cold(template, name) for name in names],
        }
        weasyprint = weasyprint_way()
        if weasyprint is None:
            print("WeasyPrint cannot start here: its side is LEFT OUT.")
        else:
            ways["WeasyPrint"] = lambda: [weasyprint(name) for name in names]
        taken = medians(ways, repeats=asked.repeats)
    for way, seconds in taken.items():
        ratio = seconds / taken["ours"]
        print(f"{way:16} {seconds / asked.n * 1000:8.2f} ms each   {ratio:6.1f} times ours")


def lines(name: str) -> list[str]:
    """What stands below the name."""
    return [line.format(name=name) for line in LINES]


def values(name: str) -> dict[str, object]:
    """What one certificate holds."""
    return {"name": name, "lines": lines(name), "months": MONTHS}


def ours(template: Path, name: str) -> bytes:
    """As the site makes it: tagged, for everybody."""
    return pdf.render(template, values(name), on=ON)


def cold(template: Path, name: str) -> bytes:
    """The same with faces and compiler made anew, as a command for each document would."""
    faces = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[pdf.FONTS])
    sources = pdf._sources(template, values(name), None)
    compiler = typst.Compiler(root=template.parent, font_paths=faces)
    return compiler.compile(sources, format="pdf", pdf_standards=pdf.ACCESSIBLE, timestamp=0)


def weasyprint_way() -> Callable[[str], bytes] | None:
    """The same certificate by WeasyPrint, if it starts here."""
    try:
        from weasyprint import CSS, HTML  # noqa: PLC0415 - not everybody has it
        from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415
    except (ImportError, OSError):
        return None
    configuration = FontConfiguration()
    faces = "".join(
        f'@font-face {{font-family: "{family}"; font-weight: {weight}; src: url("{file.as_uri()}")}}'
        for family, stem in (("A", "AtkinsonHyperlegibleNext"), ("B", "NotoSans"), ("C", "NotoSansArabic"))
        for weight, file in (
            (400, pdf.FONTS / f"{stem}-Regular.ttf"),
            (700, pdf.FONTS / f"{stem}-Bold.ttf"),
        )
    )
    style = CSS(
        string=faces + "@page {size: A4; margin: 30mm} body {font: 14pt A, B, C; text-align: center}"
        "table {width: 100%; border-collapse: collapse} th, td {border: .5pt solid; padding: 5pt}"
        ".name {font-size: 30pt; font-weight: 700; margin: 30mm 0 12mm}",
        font_config=configuration,
    )

    columns = "".join(f"<th>{title}</th>" for title in ("Maand", "Ontmoetingen", "Uren"))
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in MONTHS)
    rest = f"<table><thead><tr>{columns}</tr></thead><tbody>{cells}</tbody></table>"
    rest += "<table><tr><td>De coördinator</td><td>De coach</td></tr></table>"

    def make(name: str) -> bytes:
        body = "".join(f"<p>{escape(line)}</p>" for line in lines(name))
        title = "Bewijs van deelname"
        head = f'<html lang="nl"><title>{title}</title><h1>{title}</h1>'
        page = f'{head}<p class="name">{escape(name)}{body}{rest}'
        return bytes(
            HTML(string=page).write_pdf(
                stylesheets=[style], font_config=configuration, pdf_variant="pdf/ua-1"
            )
        )

    return make


if __name__ == "__main__":
    main()
