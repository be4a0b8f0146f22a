"""Let an empty initiative live day by day: `samen simulate --initiative SLUG --from DATE --to DATE`."""

import argparse
from datetime import date

from samen.base import clock
from samen.base.scoping import scope
from samen.compliance.choices import Rule
from samen.compliance.models import Alert
from samen.demo.year.simulate import refuse, simulate
from samen.site.command import DONE, tell, tell_json, warn
from samen.site.commands_tick import read_day
from samen.site.find import find_initiative
from samen.site.prepare import prepare

Row = tuple[str, int, int]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """--initiative, --from, --to, --seed, --duos, --json."""
    parser.add_argument(
        "--initiative", required=True, metavar="SLUG", help="short name of an initiative without people"
    )
    parser.add_argument("--from", dest="first", required=True, metavar="YYYY-MM-DD", help="the first day")
    parser.add_argument("--to", dest="last", required=True, metavar="YYYY-MM-DD", help="the last day")
    parser.add_argument("--seed", type=int, default=1, help="the same number gives the same story; default 1")
    parser.add_argument("--duos", type=int, default=60, help="how many duos start at most; default 60")
    parser.add_argument("--json", action="store_true", help="answer with one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Live the days, tell each month, and sum up."""
    first, last = read_day(arguments.first), read_day(arguments.last)
    prepare()
    initiative = find_initiative(arguments.initiative)
    refuse(initiative, first, last, clock.today(), arguments.duos)
    year = simulate(
        initiative=initiative,
        first=first,
        last=last,
        seed=arguments.seed,
        duo_count=arguments.duos,
        progress=_tell_month,
    )
    with scope(initiative.pk):
        rows = _alerts()
    if arguments.json:
        alerts = {rule: {"opened": opened, "closed": closed} for rule, opened, closed in rows}
        tell_json({"initiative": initiative.slug, "done": dict(sorted(year.done.items())), "alerts": alerts})
    else:
        tell("\n".join(_table(sorted(year.done.items()), rows)))
    return DONE


def _tell_month(day: date, started: int) -> None:
    """A line on standard error at the first of each month."""
    if day.day == 1:
        warn(f"{day.isoformat()}: {started}")


def _alerts() -> list[Row]:
    """How many alerts of each rule opened, and how many closed."""
    states = list(Alert.objects.values_list("rule", "closed_on"))
    return [
        (
            str(rule),
            sum(name == rule for name, _closed in states),
            sum(name == rule and closed is not None for name, closed in states),
        )
        for rule in Rule
    ]


def _table(done: list[tuple[str, int]], rows: list[Row]) -> list[str]:
    lines = [f"{name:<18}{count:>8}" for name, count in done]
    return [
        *lines,
        "",
        f"{'alert':<18}{'opened':>8}{'closed':>8}",
        *(f"{r:<18}{o:>8}{c:>8}" for r, o, c in rows),
    ]
